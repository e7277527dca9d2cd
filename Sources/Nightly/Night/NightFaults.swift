import CaseModel
import Intake
import Reporting

/// Makes the lines of the data-quality list: rows set aside, faults in records, notes of files.
enum NightFaults {
  /// The lines, most harmful first, then by kind, file and line.
  ///
  /// - Parameters:
  ///   - cases: what was read.
  ///   - issues: what is wrong in the records.
  ///   - watch: looks at the calendars.
  /// - Returns: the lines.
  static func lines(
    _ cases: GatheredCases, _ issues: [DataIssue], _ watch: CalendarWatch
  ) -> [FaultLine] {
    var lines = watch.findings(cases.feeds.map(\.asOf))
    for row in cases.quarantine {
      lines.append(
        line(
          "set-aside", row.severity, row.source, "", sentence("rule not kept: \(row.rule)"),
          row.nextStep, cases.files))
    }
    for issue in cases.readings.flatMap(\.issues) + cases.issues + issues {
      let other =
        issue.otherSource.file >= 0
        ? "\(cases.files.name(of: issue.otherSource)):\(issue.otherSource.line)" : ""
      lines.append(
        line(
          issue.identifier, issue.severity, issue.source, other, issue.summary, issue.nextStep,
          cases.files))
    }
    for reading in cases.readings {
      for note in reading.notes where !note.isIssue && !note.isLeftOut {
        lines.append(
          line(
            "passed-over", .worthALook, note.first, "",
            sentence(
              note.count == 1
                ? "rule not kept: \(note.rule)"
                : "rule not kept: \(note.rule) (\(note.count) times; the first is here)"),
            note.nextStep,
            cases.files))
      }
    }
    return lines.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      if left.identifier != right.identifier { return left.identifier < right.identifier }
      if left.file != right.file { return left.file < right.file }
      return (left.line, left.summary) < (right.line, right.summary)
    }
  }

  private static func line(
    _ identifier: String, _ severity: DataIssue.Severity, _ source: Source, _ other: String,
    _ summary: String, _ nextStep: String, _ files: FileTable
  ) -> FaultLine {
    FaultLine(
      identifier: identifier, severity: severity, file: files.name(of: source),
      line: Int(source.line), column: Int(source.column), otherPlace: other, summary: summary,
      nextStep: sentence(nextStep))
  }

  /// A clause as a sentence: with a capital and a full stop.
  static func sentence(_ clause: String) -> String {
    var bytes = Array(clause.utf8)
    if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
      bytes[0] = first - 32
    }
    if bytes.last != UInt8(ascii: ".") { bytes.append(UInt8(ascii: ".")) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
