import CaseModel
import Faults

/// What reading came to, on the pipe from a worker: faults of files, notes, rows set aside, and the
/// fault that ended it.
enum ReadingWire {
  typealias Nonsense = WireReader.Nonsense

  /// Writes the faults and the notes of a reading.
  static func write(_ reading: FeedReader.Reading, to wire: inout WireWriter) {
    var last = Source(file: -1, line: 0)
    wire.add(each: reading.faults) { wire, fault in
      wire.add(fault.identifier)
      wire.add(fault.severity.rawValue)
      wire.add(fault.source, after: &last)
      wire.add(fault.otherSource, after: &last)
      wire.add(fault.summary)
      wire.add(fault.nextStep)
    }
    wire.add(each: reading.notes) { wire, note in write(note, after: &last, to: &wire) }
  }

  /// Reads the faults and the notes of a reading.
  static func read(
    _ wire: inout WireReader, _ records: RecordReader
  ) throws(Nonsense) -> (faults: [DataIssue], notes: [ReadingNote]) {
    var last = Source(file: -1, line: 0)
    let faults = try wire.each { (wire) throws(Nonsense) in
      let identifier = try wire.text()
      guard let severity = DataIssue.Severity(rawValue: try wire.number(upTo: 2)) else {
        throw Nonsense()
      }
      let source = try records.source(&wire, after: &last)
      let other = try records.source(&wire, after: &last)
      return DataIssue(
        identifier, severity, at: source, and: other, try wire.text(), next: try wire.text())
    }
    let notes = try wire.each { (wire) throws(Nonsense) in
      try note(&wire, after: &last, records)
    }
    return (faults, notes)
  }

  /// Writes a note.
  static func write(_ note: ReadingNote, after last: inout Source, to wire: inout WireWriter) {
    wire.add(note.rule)
    wire.add(note.nextStep)
    wire.add(note.count)
    wire.add(note.first, after: &last)
    wire.add(note.isFault)
  }

  /// Reads a note, the texts of which have at most so many bytes.
  static func note(
    _ wire: inout WireReader, after last: inout Source, _ records: RecordReader,
    longest: Int = FrameKind.largest
  ) throws(Nonsense) -> ReadingNote {
    let (rule, nextStep) = (try wire.text(upTo: longest), try wire.text(upTo: longest))
    let count = try wire.number()
    return ReadingNote(
      rule, next: nextStep, count: count, first: try records.source(&wire, after: &last),
      isFault: try wire.truth())
  }

  /// Writes a row that cannot be used.
  static func write(_ row: QuarantinedRow, after last: inout Source, to wire: inout WireWriter) {
    wire.add(row.source, after: &last)
    wire.add(row.rule)
    wire.add(row.nextStep)
    wire.add(row.severity.rawValue)
  }

  /// Reads a row that cannot be used.
  static func row(
    _ wire: inout WireReader, after last: inout Source, _ records: RecordReader
  ) throws(Nonsense) -> QuarantinedRow {
    let source = try records.source(&wire, after: &last)
    let (rule, nextStep) = (try wire.text(), try wire.text())
    guard let severity = DataIssue.Severity(rawValue: try wire.number(upTo: 2)) else {
      throw Nonsense()
    }
    return QuarantinedRow(source: source, rule: rule, nextStep: nextStep, severity: severity)
  }

  /// Writes a fault.
  static func write(_ fault: Fault, to wire: inout WireWriter) {
    wire.add(Int(fault.code.rawValue))
    wire.add(fault.place != nil)
    if let place = fault.place {
      wire.add(place.file)
      wire.add((place.line ?? -1) + 1)
      wire.add((place.column ?? -1) + 1)
      wire.add(place.isInSheet)
    }
    wire.add(fault.rule)
    wire.add(fault.nextStep)
  }

  /// Reads a fault.
  static func fault(_ wire: inout WireReader) throws(Nonsense) -> Fault {
    guard let code = ExitCode(rawValue: Int32(try wire.number(upTo: 255))), code != .success else {
      throw Nonsense()
    }
    var place: Place?
    if try wire.truth() {
      let file = try wire.text()
      let (line, column) = (try wire.number(), try wire.number())
      place = Place(
        file: file, line: line == 0 ? nil : line - 1, column: column == 0 ? nil : column - 1)
      place?.isInSheet = try wire.truth()
    }
    return Fault(code, at: place, try wire.text(), next: try wire.text())
  }
}
