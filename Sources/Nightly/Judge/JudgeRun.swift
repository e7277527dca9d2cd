import CaseModel
public import Faults
import Files
import Intake
import Output
import RuleBook

/// Judges exports without configuration, history or reports: every check to an open descriptor.
public struct JudgeRun {
  /// What came of it beside the rows.
  public struct Summary: Sendable {
    /// Rows set aside: each kind with how many there were and the place of the first.
    public var setAside: [String]
    /// How many rows were set aside.
    public var setAsideRows: Int
    /// Triggers that lie before the first edition of their rule and made no check.
    public var beforeFirstEdition: Int
    /// The rules of which events could be tied to no case, with their number.
    public var unlinked: [(rule: String, count: Int)] = []
    /// How many checks were printed.
    public var checks: Int
    /// What was passed over in the files: unknown columns, elements and words.
    public var passedOver: [String] = []

    /// What is wrong in the exports as a whole, a sentence each.
    public var issues: [String] = []

    /// Calendars that are about to end.
    public var calendars: [String] = []

    /// All of it in one line; empty where there is nothing to say.
    public var line: String {
      var parts = issues
      if !setAside.isEmpty {
        let rows = setAsideRows == 1 ? "1 row was" : "\(setAsideRows) rows were"
        parts.append("\(rows) set aside: \(Self.listed(setAside))")
      }
      if !passedOver.isEmpty {
        let kinds = passedOver.count == 1 ? "" : "\(passedOver.count) kinds "
        parts.append("\(kinds)passed over: \(Self.listed(passedOver))")
      }
      if beforeFirstEdition > 0 {
        let one = beforeFirstEdition == 1
        parts.append(
          "\(beforeFirstEdition) trigger\(one ? " lies" : "s lie") before the first edition of \(one ? "its" : "their") rule and made no check"
        )
      }
      if !unlinked.isEmpty {
        let rules = unlinked.prefix(3).map { "\($0.rule) (\($0.count))" }
        let more = unlinked.count > 3 ? [English.counted(unlinked.count - 3, "other rule")] : []
        parts.append(
          "events that could satisfy \(English.list(rules + more)) name no case and fit none by date; export the id of the case with them"
        )
      }
      parts += calendars
      if checks == 0 {
        parts.append("no check was made; --all lists the rules that no export can answer")
      }
      return parts.joined(separator: "; ")
    }

    /// The most kinds that are named.
    private static let mostKinds = 12

    /// Kinds one behind the other, and how many are not named.
    private static func listed(_ kinds: [String]) -> String {
      let more = kinds.count - mostKinds
      return kinds.prefix(mostKinds).joined(separator: "; ")
        + (more > 0 ? "; and \(more) kinds more" : "")
    }
  }

  /// What was gathered is given back by the end of the process, which is near: freeing a million
  /// rows one by one takes longer than judging them.
  nonisolated(unsafe) private static var kept: GatheredCases?

  private let request: PipelineRequest

  /// A judge of what was asked.
  public init(_ request: PipelineRequest) {
    self.request = request
  }

  /// Judges, and writes the rows once the last byte of every input has been checked.
  ///
  /// - Parameters:
  ///   - isJSON: whether rows are objects of JSON; else they are CSV.
  ///   - all: whether rules that make no checks have a row each.
  ///   - descriptor: where the rows go.
  /// - Returns: what was set aside.
  /// - Throws: ``Fault``; then nothing was written, unless the descriptor takes no more.
  public func run(isJSON: Bool, all: Bool, to descriptor: Int32) throws(Fault) -> Summary {
    let format: CheckRows.Format = isJSON ? .json : .csv
    let pipeline = try Pipeline(request).prepare()
    let watch = CalendarWatch(pipeline.compiled, pipeline.library)
    var answers: [Int: String]?
    func prepareEnd(_ feeds: [Feed]) throws(Fault) {
      try watch.check(feeds.map(\.asOf))
      guard all else { return }
      answers = try AnsweringFormats(pipeline.library).answers(pipeline.compiled, beside: feeds)
    }
    let judged = try pipeline.judge { (rules, files, isStreamed) throws(Fault) in
      guard !isStreamed else { return try RowSink(format, rules, files, to: .spool(RowSpool())) }
      // Rows are written from here on, so that nothing may be refused behind this.
      try prepareEnd(rules.feeds)
      return try RowSink(format, rules, files, to: .descriptor(descriptor))
    }
    if judged.gathered == nil { try prepareEnd(judged.feeds) }
    var sink = judged.sink
    try sink.end(judged.totals.evaluabilities, answers: answers, to: descriptor)
    JudgeRun.kept = judged.gathered
    let unlinked = zip(judged.totals.tallies, pipeline.compiled.rules)
      .filter { $0.0.unlinked > 0 }.map { ($0.1.rule.id, $0.0.unlinked) }
      .sorted { $0.1 > $1.1 }
    return Summary(
      setAside: JudgeRun.kinds(of: judged.quarantine, judged.files),
      setAsideRows: judged.quarantine.count,
      beforeFirstEdition: judged.totals.beforeFirstEdition, unlinked: unlinked,
      checks: judged.totals.checks,
      passedOver: judged.readings.flatMap(\.notes).filter { !$0.isLeftOut }
        .map { JudgeRun.words($0, judged.files) },
      issues: (judged.readings.flatMap(\.issues) + (judged.gathered?.issues ?? []))
        .map { JudgeRun.words($0, judged.files) },
      calendars: watch.warnings(judged.feeds.map(\.asOf)))
  }

  /// What was passed over, in words.
  private static func words(_ note: ReadingNote, _ files: FileTable) -> String {
    var place = files.place(of: note.first)
    place.column = nil
    let times = note.count == 1 ? "" : " (\(note.count) times)"
    return "\(place): rule not kept\(times): \(note.rule); \(note.nextStep)"
  }

  /// What is wrong in the exports as a whole, in words.
  private static func words(_ issue: DataIssue, _ files: FileTable) -> String {
    var place = files.place(of: issue.source)
    place.column = nil
    let summary =
      issue.summary.utf8.last == UInt8(ascii: ".")
      ? String(issue.summary.dropLast()) : issue.summary
    return "\(place): \(summary); \(issue.nextStep)"
  }

  /// The kinds of rows set aside in words, each by its first row.
  private static func kinds(of rows: [QuarantinedRow], _ files: FileTable) -> [String] {
    var counts: [String: Int] = [:]
    var firsts: [QuarantinedRow] = []
    for row in rows {
      let count = counts[row.rule, default: 0]
      if count == 0 { firsts.append(row) }
      counts[row.rule] = count + 1
    }
    return firsts.map { row in
      let count = counts[row.rule] ?? 1
      let times = count == 1 ? "" : " (\(count) times)"
      return
        "\(files.place(of: row.source)): rule not kept\(times): \(row.rule); \(row.nextStep)"
    }
  }
}
