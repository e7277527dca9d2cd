import CaseModel
import Clocks

/// When a process closed, where a record gives it more than one such day.
///
/// A process has one closing; what else the record says of it stays among its events.
enum Closings {
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

  /// Whether two moments can be the same, one of them known more closely.
  private static func isOne(_ left: Moment, _ right: Moment) -> Bool {
    if left == right { return true }
    guard left.isKnown, left.day == right.day else { return false }
    return left.precision != .minute || right.precision != .minute
  }
}
