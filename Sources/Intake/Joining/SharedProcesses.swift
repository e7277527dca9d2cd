import CaseModel
import Clocks

/// Puts what happened in a process that several children share on the record of each of them.
///
/// A serious incident is one thing with one id, however many children it concerns, and an export
/// may name its notification beside one of them only (Working Together 2023, paragraph 330: one
/// notification per incident). What came of it for a child stays with that child.
struct SharedProcesses {
  private let vocabulary: Vocabulary
  /// The kinds of process that are shared, one bit each.
  private let kinds: UInt64

  /// A sharing of the processes that the vocabulary calls shared.
  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    kinds = vocabulary.processes.indices.reduce(0) { kinds, index in
      vocabulary.processes[index].isShared ? kinds | 1 << UInt64(index & 63) : kinds
    }
  }

  /// Shares what records say of a process with the same kind and id.
  func share(_ records: inout [ChildRecord]) {
    var parts: [Key: [(child: Int, fragment: ChildRecord)]] = [:]
    // In the order of the export, so that the same export makes the same record.
    var order: [Key] = []
    for child in records.indices {
      // The list alone: a record is large to copy, and few have a shared process.
      let processes = records[child].processes
      for (row, process) in processes.enumerated() {
        guard kinds & 1 << UInt64(process.kind.index & 63) != 0, !process.id.isEmpty else {
          continue
        }
        let key = Key(kind: process.kind, id: Array(records[child].bytes(process.id)))
        if parts[key] == nil { order.append(key) }
        parts[key, default: []].append(
          (child, SharedProcesses.fragment(of: Int32(row), in: records[child])))
      }
    }
    for key in order {
      guard let shared = parts[key], shared.count > 1 else { continue }
      for (child, _) in shared {
        for (other, fragment) in shared where other != child {
          _ = records[child].merge(fragment)
        }
      }
    }
  }

  private struct Key: Hashable {
    let kind: ProcessKind
    let id: [UInt8]
  }

  /// One process of a record with its events and who took part in them, and nothing else.
  private static func fragment(of row: Int32, in record: ChildRecord) -> ChildRecord {
    var fragment = record
    var process = record.processes[Int(row)]
    process.parent = -1
    fragment.processes = [process]
    fragment.events = []
    fragment.born = .absent
    fragment.expected = .absent
    fragment.died = .absent
    fragment.team = .none
    fragment.worker = .none
    var rows: [Int32: Int32] = [:]
    for (index, event) in record.events.enumerated() where event.process == row {
      rows[Int32(index)] = Int32(fragment.events.count)
      var event = event
      event.process = 0
      fragment.events.append(event)
    }
    fragment.participations = record.participations.compactMap { part in
      guard let event = rows[part.event] else { return nil }
      var part = part
      part.event = event
      return part
    }
    fragment.attributes = record.attributes.compactMap { attribute in
      guard case .event(let old) = attribute.owner, let event = rows[old] else { return nil }
      var attribute = attribute
      attribute.owner = .event(event)
      return attribute
    }
    return fragment
  }
}
