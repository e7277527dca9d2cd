import Clocks

extension ChildRecord {
  /// Removes each process that equals an earlier one in every field, event and attribute, with the
  /// processes inside it.
  ///
  /// An export that writes a plan twice has one plan.
  ///
  /// - Returns: the number of processes removed.
  public mutating func removeCopies() -> Int {
    guard hasLookAlikes else { return 0 }
    var dropped: [Int] = []
    for row in processes.indices.dropFirst()
    where processes[row].id.isEmpty && processes[row].opened.isKnown && !dropped.contains(row) {
      let hasOriginal = processes[..<row].indices.contains { earlier in
        processes[row].parent == processes[earlier].parent && !dropped.contains(earlier)
          && isCopy(row, of: earlier)
      }
      if hasOriginal { addTree(of: row, to: &dropped) }
    }
    for row in dropped.sorted(by: >) { remove(process: Int32(row)) }
    return dropped.count
  }

  /// Whether two processes agree in kind, opening and closing, which is the precondition of a copy.
  private var hasLookAlikes: Bool {
    var row = 1
    while row < processes.count {
      var earlier = 0
      while earlier < row {
        if processes[row].kind == processes[earlier].kind,
          processes[row].opened == processes[earlier].opened,
          processes[row].closed == processes[earlier].closed
        {
          return true
        }
        earlier += 1
      }
      row += 1
    }
    return false
  }

  /// Whether two processes are equal, with the processes inside them.
  private func isCopy(_ row: Int, of earlier: Int) -> Bool {
    let (left, right) = (processes[row], processes[earlier])
    guard left.kind == right.kind, left.opened == right.opened, left.closed == right.closed,
      left.closeReason == right.closeReason, left.id.isEmpty, right.id.isEmpty,
      left.feeds == right.feeds, signature(of: row) == signature(of: earlier),
      facts(of: .process(Int32(row))) == facts(of: .process(Int32(earlier)))
    else { return false }
    let (inner, earlierInner) = (parts(of: row), parts(of: earlier))
    return inner.count == earlierInner.count
      && zip(inner, earlierInner).allSatisfy { isCopy($0, of: $1) }
  }

  /// The processes directly inside a process.
  private func parts(of row: Int) -> [Int] {
    processes.indices.filter { processes[$0].parent == Int32(row) }
  }

  private func addTree(of row: Int, to dropped: inout [Int]) {
    guard !dropped.contains(row) else { return }
    dropped.append(row)
    for inner in parts(of: row) { addTree(of: inner, to: &dropped) }
  }

  /// The attributes of a process or an event, in order.
  private func facts(of owner: AttributeRow.Owner) -> [Fact] {
    attributes.filter { $0.owner == owner }.map { Fact(name: $0.name, value: $0.value) }
  }

  /// The events of a process, in order, without their sources.
  private func signature(of row: Int) -> [EventSignature] {
    events.indices.filter { events[$0].process == Int32(row) }.map { index in
      let event = events[index]
      return EventSignature(
        type: event.type, state: event.state, at: event.at, outcome: event.outcome,
        raw: Array(bytes(event.raw)), facts: facts(of: .event(Int32(index))),
        parts: participations.filter { $0.event == Int32(index) }
          .map { PartSignature(role: $0.role, part: $0.part, at: $0.at) })
    }
  }

  private struct Fact: Equatable {
    var name: Attribute
    var value: AttributeRow.Value
  }

  private struct PartSignature: Equatable {
    var role: Role
    var part: Part
    var at: Moment
  }

  private struct EventSignature: Equatable {
    var type: EventType
    var state: EventState
    var at: Moment
    var outcome: Code
    var raw: [UInt8]
    var facts: [Fact]
    var parts: [PartSignature]
  }

  /// Removes a process, its events, and the participations and attributes of both.
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
    otherValues = otherValues.compactMap { other in
      switch other.subject {
      case .opened(row), .closed(row), .closeReason(row), .parent(row),
        .attribute(.process(row), _):
        return nil
      case .happened(let event), .outcome(let event), .attribute(.event(let event), _):
        guard kept[Int(event)] != nil else { return nil }
      case .born, .expected, .died, .opened, .closed, .closeReason, .parent,
        .attribute(.process, _):
        break
      }
      return other.renamed(
        process: { $0 > row ? $0 - 1 : $0 }, event: { kept[Int($0)] ?? $0 })
    }
    processes.remove(at: Int(row))
    for index in processes.indices where processes[index].parent > row {
      processes[index].parent -= 1
    }
  }
}
