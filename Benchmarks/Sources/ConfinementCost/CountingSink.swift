import CaseModel
import Faults

/// Takes each child and only counts it.
final class CountingSink: RecordSink {
  private(set) var children = 0

  func begin(_ feed: Feed) throws(Fault) {}
  func receive(_ record: inout ChildRecord) throws(Fault) { children += 1 }
  func setAside(_ row: QuarantinedRow) throws(Fault) {}
  func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {}
}
