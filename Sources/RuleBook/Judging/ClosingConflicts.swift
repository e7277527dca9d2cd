import CaseModel
import Clocks

/// When a process closed, where a record gives it more than one such day.
///
/// A process has one closing; what else the record says of it stays among its events.
enum ClosingConflicts {
  /// The held closing events of a process that contradict the closing that it has.
  static func others(
    of process: Int32, in record: ChildRecord, _ vocabulary: Vocabulary
  ) -> [Int32] {
    let row = record.processes[Int(process)]
    guard row.closed.precision != .absent else { return [] }
    let type = vocabulary[row.kind].closedBy
    var others: [Int32] = []
    for index in record.events.indices where record.events[index].type == type {
      let event = record.events[index]
      if event.process == process, event.state == .held, !isOne(event.at, row.closed) {
        others.append(Int32(index))
      }
    }
    return others
  }

  /// The closings of processes of a kind that nothing ties to another process or keeps apart from
  /// it, and that may have been open on a day: one of them may be the closing of its own.
  ///
  /// The day may be nil, for any.
  static func unlinked(
    _ kind: ProcessKind, to process: Int32, openOn day: CivilDay?, in record: ChildRecord
  ) -> [Moment] {
    guard process >= 0 else { return [] }
    var closings: [Moment] = []
    for (index, other) in record.processes.enumerated()
    where other.kind == kind && other.closed.precision != .absent
      && Links.relation(of: Int32(index), to: process, in: record) == .open
    {
      if let day, let opened = other.opened.day, opened > day { continue }
      if let day, let closed = other.closed.day, closed < day { continue }
      closings.append(other.closed)
    }
    return closings
  }

  /// Whether two moments can be the same, one of them known more closely.
  private static func isOne(_ left: Moment, _ right: Moment) -> Bool {
    if left == right { return true }
    guard left.isKnown, left.day == right.day else { return false }
    return left.precision != .minute || right.precision != .minute
  }
}
