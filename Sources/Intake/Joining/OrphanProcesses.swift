import CaseModel
import Clocks

/// The processes that a child's rows go on with and do not open, while another child's open them.
///
/// Siblings may share a process, and each of them then opens it, or holds no event of its own in it;
/// where each child counts its processes from 1, many share an id. Neither is a sign.
struct OrphanProcesses {
  /// The records of which one opens a process and the other goes on with it.
  private(set) var shared: [Int] = []
  /// The records in lists that hardly share a child.
  private(set) var disjoint: [Int] = []

  /// How many children a list has at least, to be compared with another.
  private static let fewest = 3

  /// What stands under a process of a kind and an id.
  private struct Holders {
    var opening: [Int] = []
    var goingOn: [Int] = []
  }

  /// Looks through records that are gathered and not joined yet.
  init(_ records: [ChildRecord], _ vocabulary: Vocabulary) {
    var holders: [UInt64: Holders] = [:]
    var lists: [ProcessKind: (opening: Set<Int>, goingOn: [EventType: Set<Int>])] = [:]
    let openings = vocabulary.processes.map(\.openedBy)
    let orphans = Self.orphans(records, openings)
    guard !orphans.isEmpty else { return }
    let kinds = Set(orphans.map { records[$0.record].processes[$0.process].kind })
    for orphan in orphans {
      let record = records[orphan.record]
      let process = record.processes[orphan.process]
      holders[Self.hash(process, record), default: Holders()].goingOn.append(orphan.record)
    }
    for (row, record) in records.enumerated() {
      for (index, process) in record.processes.enumerated() where kinds.contains(process.kind) {
        let isOpened = Self.isOpened(index, process, by: record.events, openings)
        if isOpened {
          lists[process.kind, default: ([], [:])].opening.insert(row)
          if !process.id.isEmpty {
            let hash = Self.hash(process, record)
            if holders[hash] != nil { holders[hash]?.opening.append(row) }
          }
        }
        for event in record.events
        where event.process == Int32(index) && event.type != vocabulary[process.kind].openedBy
          && event.type != vocabulary[process.kind].closedBy
        {
          lists[process.kind, default: ([], [:])].goingOn[event.type, default: []].insert(row)
        }
      }
    }
    for holder in holders.values where holder.opening.count == 1 && holder.goingOn.count == 1 {
      shared += holder.opening + holder.goingOn
    }
    for list in lists.values {
      for other in list.goingOn.values {
        let fewer = min(list.opening.count, other.count)
        let common = list.opening.intersection(other)
        guard fewer >= Self.fewest, common.count * 2 < fewer else { continue }
        disjoint += list.opening.symmetricDifference(other)
      }
    }
  }

  /// The processes with an id and events of their own that no event of their record opens.
  private static func orphans(
    _ records: [ChildRecord], _ openings: [EventType]
  ) -> [(record: Int, process: Int)] {
    var orphans: [(record: Int, process: Int)] = []
    for row in records.indices {
      // The two lists alone: a record is large to copy.
      let (processes, events) = (records[row].processes, records[row].events)
      for (index, process) in processes.enumerated() {
        // Most processes are opened by one of their first events.
        guard !process.id.isEmpty, !isOpened(index, process, by: events, openings),
          events.contains(where: { $0.process == Int32(index) && $0.state == .held })
        else { continue }
        orphans.append((row, index))
      }
    }
    return orphans
  }

  private static func isOpened(
    _ index: Int, _ process: ProcessRow, by events: [EventRow], _ openings: [EventType]
  ) -> Bool {
    guard process.opened.precision == .absent else { return true }
    let opening = openings[Int(process.kind.index)]
    return events.contains { $0.process == Int32(index) && $0.type == opening }
  }

  private static func hash(_ process: ProcessRow, _ record: ChildRecord) -> UInt64 {
    var hash = ByteHash()
    record.bytes(process.id).withUnsafeBytes { hash.add($0) }
    hash.add(UInt64(process.kind.index))
    return hash.value
  }
}
