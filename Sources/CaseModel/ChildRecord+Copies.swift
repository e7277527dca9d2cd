import Clocks

extension ChildRecord {
  /// Drops processes that are copies of an earlier one in every field and event, with what they
  /// hold: an export that writes a plan twice has one plan.
  ///
  /// - Returns: how many were dropped.
  public mutating func removeCopies() -> Int {
    guard processes.count > 1 else { return 0 }
    var dropped: Set<Int32> = []
    var copies = 0
    for row in processes.indices.dropFirst() where processes[row].id.isEmpty {
      guard !dropped.contains(Int32(row)) else { continue }
      let hasOriginal = processes[..<row].indices.contains { earlier in
        !dropped.contains(Int32(earlier)) && isCopy(row, of: earlier)
      }
      guard hasOriginal else { continue }
      copies += 1
      dropped.formUnion(family(of: Int32(row)))
    }
    // What lies in a process stands behind it.
    for row in dropped.sorted(by: >) { remove(process: row) }
    return copies
  }

  private func isCopy(_ row: Int, of earlier: Int) -> Bool {
    let (left, right) = (processes[row], processes[earlier])
    guard left.kind == right.kind, left.parent == right.parent, left.opened == right.opened,
      left.feeds == right.feeds, right.id.isEmpty, left.opened.isKnown
    else { return false }
    return signature(of: Int32(row)) == signature(of: Int32(earlier))
  }

  /// A process and all that lies in it.
  private func family(of row: Int32) -> [Int32] {
    processes.indices.filter { processes[$0].parent == row }
      .reduce([row]) { $0 + family(of: Int32($1)) }
  }

  /// What a process says with all that lies in it, in order, without where it stands.
  private func signature(of row: Int32) -> ProcessSignature {
    let process = processes[Int(row)]
    return ProcessSignature(
      kind: process.kind, opened: process.opened, closed: process.closed,
      closeReason: process.closeReason,
      events: events.filter { $0.process == row }.map {
        EventSignature(type: $0.type, state: $0.state, at: $0.at, raw: Array(bytes($0.raw)))
      },
      facts: Set(
        attributes.filter { $0.owner == .process(row) }.map {
          FactSignature(name: $0.name, value: $0.value)
        }),
      inner: processes.indices.filter { processes[$0].parent == row }
        .map { signature(of: Int32($0)) })
  }

  private struct ProcessSignature: Equatable {
    var kind: ProcessKind
    var opened: Moment
    var closed: Moment
    var closeReason: Code
    var events: [EventSignature]
    var facts: Set<FactSignature>
    var inner: [ProcessSignature]
  }

  private struct EventSignature: Equatable {
    var type: EventType
    var state: EventState
    var at: Moment
    var raw: [UInt8]
  }

  private struct FactSignature: Hashable {
    var name: Attribute
    var value: AttributeRow.Value
  }

  /// Drops a process that no other lies in, with its events and what hangs on them.
  private mutating func remove(process row: Int32) {
    var kept: [Int32?] = []
    var next: Int32 = 0
    for event in events {
      let stays = event.process != row
      kept.append(stays ? next : nil)
      if stays { next += 1 }
    }
    events.removeAll { $0.process == row }
    for index in events.indices where events[index].process > row { events[index].process -= 1 }
    participations = participations.compactMap { part in
      guard let event = kept[Int(part.event)] else { return nil }
      var part = part
      part.event = event
      return part
    }
    attributes = attributes.compactMap { attribute in
      var attribute = attribute
      switch attribute.owner {
      case .process(row): return nil
      case .process(let other):
        if other > row { attribute.owner = .process(other - 1) }
      case .event(let other):
        guard let event = kept[Int(other)] else { return nil }
        attribute.owner = .event(event)
      }
      return attribute
    }
    processes.remove(at: Int(row))
    for index in processes.indices where processes[index].parent > row {
      processes[index].parent -= 1
    }
  }
}
