import CaseModel
public import Faults
import Files
import Intake
import Output
import RuleBook

/// Judges exports without configuration, history or reports: every check to an open descriptor.
public struct StatelessJudge {
  /// What came of it beside the rows.
  public struct Summary: Sendable {
    /// Rows set aside, as `file:line` and the rule that refused them.
    public var setAside: [String]
    /// Triggers that lie before the first edition of their rule and made no check.
    public var beforeFirstEdition: Int
    /// How many checks were printed.
    public var checks: Int
    /// What was passed over in the files: unknown columns, elements and words.
    public var passedOver: [String] = []

    /// Calendars that are about to end.
    public var calendars: [String] = []

    /// All of it in one line; empty where there is nothing to say.
    public var line: String {
      var parts: [String] = []
      if let first = setAside.first {
        parts.append(
          setAside.count == 1
            ? "1 row was set aside: \(first)"
            : "\(setAside.count) rows were set aside, the first: \(first)")
      }
      if let first = passedOver.first {
        parts.append(
          passedOver.count == 1
            ? "passed over: \(first)" : "\(passedOver.count) kinds passed over, the first: \(first)"
        )
      }
      if beforeFirstEdition > 0 {
        let one = beforeFirstEdition == 1
        parts.append(
          "\(beforeFirstEdition) trigger\(one ? " lies" : "s lie") before the first edition of \(one ? "its" : "their") rule and made no check"
        )
      }
      parts += calendars
      if checks == 0 {
        parts.append("no check was made; --all lists the rules that no export can answer")
      }
      return parts.joined(separator: "; ")
    }
  }

  /// What was gathered is given back by the end of the process, which is near: freeing a million
  /// rows one by one takes longer than judging them.
  nonisolated(unsafe) private static var kept: RecordCollector?

  private let request: JudgeRequest

  /// A judge of what was asked.
  public init(_ request: JudgeRequest) {
    self.request = request
  }

  /// Judges, and writes the rows once the last byte of every input has been checked.
  ///
  /// - Parameters:
  ///   - isJSON: whether rows are objects of JSON; else they are CSV.
  ///   - all: whether rules that make no checks have a row each.
  ///   - descriptor: where the rows go.
  /// - Returns: what was set aside.
  /// - Throws: ``Fault``; then nothing was written.
  public func run(isJSON: Bool, all: Bool, to descriptor: Int32) throws(Fault) -> Summary {
    let format: CheckRows.Format = isJSON ? .json : .csv
    let loader = try ExportLoader(request)
    let prepared = try loader.prepare()
    guard loader.isOneCensus else {
      return try gather(loader, prepared, format, all: all, to: descriptor)
    }
    if let summary = try stream(prepared, format, all: all, to: descriptor) { return summary }
    return try gather(loader, try loader.prepare(), format, all: all, to: descriptor)
  }

  /// Judges a single census a child at a time.
  ///
  /// - Returns: nil where a child came twice, so that the file must be gathered.
  private func stream(
    _ prepared: ExportLoader.Prepared, _ format: CheckRows.Format, all: Bool, to descriptor: Int32
  ) throws(Fault) -> Summary? {
    let (library, compiled) = (prepared.library, prepared.compiled)
    var files = prepared.files
    let sink = StreamingJudge(compiled: compiled, format: format, files: files)
    let reading = try prepared.reader.read(prepared.first, files: &files, into: sink)
    guard !sink.isChildRepeated else { return nil }
    let watch = CalendarWatch(compiled, library)
    try watch.check([sink.asOf])
    let tallies = try sink.write(
      to: descriptor, all ? try AnsweringFormats(library, request.folders) : nil)
    return Summary(
      setAside: sink.quarantine.map { ExportLoader.words($0, files) },
      beforeFirstEdition: tallies.reduce(0) { $0 + $1.beforeFirstEdition }, checks: sink.count,
      passedOver: reading.notes.map { ExportLoader.words($0, files) },
      calendars: watch.warnings([sink.asOf]))
  }

  private func gather(
    _ loader: ExportLoader, _ prepared: ExportLoader.Prepared, _ format: CheckRows.Format,
    all: Bool,
    to descriptor: Int32
  ) throws(Fault) -> Summary {
    let (library, compiled) = (prepared.library, prepared.compiled)
    let gathered = try loader.gather(prepared)
    let watch = CalendarWatch(compiled, library)
    let asOfs = gathered.collector.feeds.map(\.asOf)
    try watch.check(asOfs)
    let judged = try GatheredJudge(library: library, compiled: compiled, format: format).run(
      gathered, answering: all ? try AnsweringFormats(library, request.folders) : nil,
      to: descriptor)
    StatelessJudge.kept = gathered.collector
    return Summary(
      setAside: gathered.collector.quarantine.map { ExportLoader.words($0, gathered.files) },
      beforeFirstEdition: judged.beforeFirstEdition, checks: judged.checks,
      passedOver: gathered.notes.map { ExportLoader.words($0, gathered.files) },
      calendars: watch.warnings(asOfs))
  }
}
