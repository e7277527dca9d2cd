import CaseModel
import Clocks
import Faults
import RuleBook

/// The sink that judges each child as soon as it is read, and keeps nothing of it but its rows.
///
/// Only for a single census file, which holds each child whole: the memory stays flat whatever the
/// size of the file, but for eight bytes a child that tell a repeated child.
final class StreamingJudge: RecordSink {
  private let plan: Plan
  private let format: CheckRows.Format
  private let files: FileTable
  private var judge: Judge?
  private var rows: CheckRows?
  private var checks: [Check] = []
  private var met = SeenChildren()
  /// The moment that the census describes.
  private(set) var asOf: Moment = .absent
  /// The rows, until the input has been read to its end.
  private(set) var spool: SharedSpool
  /// How many checks were made.
  private(set) var count = 0
  /// Rows set aside.
  private(set) var quarantine: [QuarantinedRow] = []
  /// Whether a child came twice: then the whole file must be gathered first.
  private(set) var isChildRepeated = false

  init(plan: Plan, format: CheckRows.Format, files: FileTable) {
    self.plan = plan
    self.format = format
    self.files = files
    spool = SharedSpool()
  }

  func begin(_ feed: Feed) throws(Fault) {
    asOf = feed.asOf
    judge = Judge(plan: plan, feeds: [feed])
    let rows = CheckRows(format, plan: plan, feeds: [feed], files: files)
    try spool.add { rows.addHead(to: &$0) }
    self.rows = rows
  }

  func receive(_ record: inout ChildRecord) throws(Fault) {
    assert(record.brokenInvariant == nil, record.brokenInvariant ?? "")
    guard !isChildRepeated else { return }
    guard met.insert(record.bytes(record.id)) else {
      isChildRepeated = true
      return
    }
    checks.removeAll(keepingCapacity: true)
    judge?.judge(record, into: &checks)
    count += checks.count
    guard !checks.isEmpty else { return }
    try spool.add { bytes in
      for check in checks { rows?.add(check, of: record, to: &bytes) }
    }
  }

  func setAside(_ row: QuarantinedRow) throws(Fault) {
    quarantine.append(row)
  }

  func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {}

  /// Writes what stands behind the rows.
  ///
  /// - Parameter roads: tell which exports would answer the rules that made no checks, which then
  ///   have a row each; nil for no such rows.
  /// - Returns: what each rule counted beside its checks.
  /// - Throws: ``Fault`` where the rows find no room.
  func close(_ roads: ExportRoads?) throws(Fault) -> [JudgeTally] {
    guard let judge else { return [] }
    if let roads {
      let answers = roads.answers(plan, beside: judge.feeds)
      for (index, reach) in judge.reaches.enumerated() where !reach.makesChecks {
        try spool.add {
          rows?.add(ruleWithoutChecks: index, reach: reach, answer: answers[index], to: &$0)
        }
      }
    }
    try spool.add { rows?.addFoot(to: &$0) }
    return judge.tallies
  }
}
