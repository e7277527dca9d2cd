import CaseModel
import Faults
import RuleBook

/// Takes each child and judges it, or only counts it.
final class JudgingSink: RecordSink {
  private let compiled: CompiledRules?
  private var judge: Judge?
  private var found: [Check] = []
  private(set) var children = 0
  private(set) var checks = 0

  /// A sink that judges by a plan; without one it only counts.
  init(compiled: CompiledRules?) { self.compiled = compiled }

  func begin(_ feed: Feed) throws(Fault) {
    if let compiled { judge = Judge(compiled: compiled, feeds: [feed]) }
  }

  func receive(_ record: inout ChildRecord) throws(Fault) {
    children += 1
    found.removeAll(keepingCapacity: true)
    judge?.judge(record, into: &found)
    checks += found.count
  }

  func setAside(_ row: QuarantinedRow) throws(Fault) {}

  func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {}
}
