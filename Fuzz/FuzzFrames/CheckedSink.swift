import CaseModel
import Faults

/// A sink that believes in the readers and stops the fuzzer where they are wrong.
final class CheckedSink: RecordSink {
  private(set) var records = 0
  private(set) var rows = 0

  func begin(_ feed: Feed) {}
  func finish(_ feed: Feed, counts: RowCounts) {
    precondition(counts.isBalanced, "a feed whose counts do not add up")
  }

  func receive(_ record: inout ChildRecord) {
    precondition(record.brokenInvariant == nil, "a record that breaks a rule")
    precondition(!record.hasTooManyRows, "a record of more rows than a child has")
    records += 1
  }

  func setAside(_ row: QuarantinedRow) {
    precondition(row.source.line >= 0, "a row that is nowhere")
    rows += 1
  }
}
