import Clocks

extension ChildRecord {
  /// Drops processes that are copies of an earlier one in every field and event, with what they
  /// hold: an export that writes a plan twice has one plan.
  ///
  /// - Returns: how many were dropped.
  public mutating func removeCopies() -> Int {
    guard hasLookAlikes else { return 0 }
    var dropped: [Int32] = []
    for row in processes.indices.dropFirst() where processes[row].id.isEmpty {
      // A process that others lie in is looked at only through them.
      guard !processes.contains(where: { $0.parent == Int32(row) }) else { continue }
      let hasOriginal = processes[..<row].indices.contains { earlier in
        !dropped.contains(Int32(earlier)) && isCopy(row, of: earlier)
      }
      if hasOriginal { dropped.append(Int32(row)) }
    }
    for row in dropped.reversed() { remove(process: row) }
    return dropped.count
  }

  /// Whether two processes agree in their own fields, so that a closer look is worth its time.
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

  private func isCopy(_ row: Int, of earlier: Int) -> Bool {
    let (left, right) = (processes[row], processes[earlier])
    guard left.kind == right.kind, left.parent == right.parent, left.opened == right.opened,
      left.closed == right.closed, left.closeReason == right.closeReason, right.id.isEmpty,
      left.opened.isKnown, !processes.contains(where: { $0.parent == Int32(earlier) })
    else { return false }
    return signature(of: row) == signature(of: earlier)
  }

  /// What the events of a process say, in order, without where they stand.
  private func signature(of row: Int) -> [EventSignature] {
    events.filter { $0.process == Int32(row) }
      .map { EventSignature(type: $0.type, state: $0.state, at: $0.at, raw: Array(bytes($0.raw))) }
  }

  private struct EventSignature: Equatable {
    var type: EventType
    var state: EventState
    var at: Moment
    var raw: [UInt8]
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
