import CaseModel
import Clocks
import Faults
import RuleBook

/// The sink that has each child judged as soon as it is read, and keeps nothing of it but its rows.
///
/// Only for a single census file, which holds each child whole: the memory stays flat whatever the
/// size of the file, but for eight bytes a child that tell a repeated child.
final class StreamingJudge: RecordSink {
  private let compiled: CompiledRules
  private let format: CheckRows.Format
  private let files: FileTable
  private var met = SeenChildren()
  private var checks: StreamedChecks?
  private var thread: JudgingThread?
  /// The moment that the census describes.
  private(set) var asOf: Moment = .absent
  /// Rows set aside.
  private(set) var quarantine: [QuarantinedRow] = []
  /// Whether a child came twice: then the whole file must be gathered first.
  private(set) var isChildRepeated = false

  /// A judge of one feed.
  ///
  /// - Parameters:
  ///   - plan: the rules.
  ///   - format: how rows are written.
  ///   - files: the files of the feed.
  init(compiled: CompiledRules, format: CheckRows.Format, files: FileTable) {
    self.compiled = compiled
    self.format = format
    self.files = files
  }

  /// How many checks were made; known once the feed is finished.
  var count: Int { checks?.count ?? 0 }

  func begin(_ feed: Feed) throws(Fault) {
    asOf = feed.asOf
    let checks = try StreamedChecks(
      Judge(compiled: compiled, feeds: [feed]),
      CheckRows(format, compiled: compiled, feeds: [feed], files: files))
    self.checks = checks
    thread = JudgingThread(checks)
  }

  func receive(_ record: inout ChildRecord) throws(Fault) {
    assert(record.brokenInvariant == nil, record.brokenInvariant ?? "")
    guard !isChildRepeated else { return }
    guard met.insert(record.bytes(record.id)) else {
      isChildRepeated = true
      return
    }
    thread?.take(&record)
  }

  func setAside(_ row: QuarantinedRow) throws(Fault) {
    quarantine.append(row)
  }

  func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {
    try thread?.finish()
  }

  /// Writes the rows to an open descriptor, what stands behind them with them.
  ///
  /// - Parameters:
  ///   - descriptor: where they go.
  ///   - roads: tell which exports would answer the rules that made no checks, which then have a row
  ///     each; nil for no such rows.
  /// - Returns: what each rule counted beside its checks.
  /// - Throws: ``Fault`` where the rows find no room.
  func write(to descriptor: Int32, _ answering: AnsweringFormats?) throws(Fault) -> [JudgeTally] {
    guard let checks else { return [] }
    let tallies = try checks.close(compiled, answering)
    try checks.write(to: descriptor)
    return tallies
  }
}
