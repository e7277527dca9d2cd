extension ChildRecord {
  /// The first invariant of the columns that does not hold; nil where all hold.
  ///
  /// Called by tests and debug builds after every reader.
  public var brokenInvariant: String? {
    func inText(_ range: TextRange) -> Bool {
      range.start >= 0 && range.count >= 0
        && Int(range.start) + Int(range.count) <= text.count
    }
    guard inText(id), !id.isEmpty else { return "a child has an id in the record's text" }
    for (row, process) in processes.enumerated() {
      guard inText(process.id) else { return "a process's id lies in the record's text" }
      guard process.parent >= -1, process.parent < processes.count, process.parent != row else {
        return "a process's parent is another row"
      }
    }
    guard !hasRingOfParents else {
      return "a process does not lie in itself by way of its parents"
    }
    for event in events {
      guard inText(event.id), inText(event.raw) else {
        return "an event's id and raw date lie in the record's text"
      }
      guard event.process >= -1, event.process < processes.count else {
        return "an event's process is a row"
      }
    }
    for part in participations where part.event < 0 || part.event >= events.count {
      return "a participation's event is a row"
    }
    for attribute in attributes {
      switch attribute.owner {
      case .process(let row) where row < 0 || row >= processes.count:
        return "an attribute's process is a row"
      case .event(let row) where row < 0 || row >= events.count:
        return "an attribute's event is a row"
      default: continue
      }
    }
    for other in otherValues {
      switch other.subject {
      case .opened(let row), .closed(let row), .closeReason(let row), .parent(let row),
        .attribute(.process(let row), _):
        guard row >= 0, row < processes.count else { return "another value's process is a row" }
      case .happened(let row), .outcome(let row), .attribute(.event(let row), _):
        guard row >= 0, row < events.count else { return "another value's event is a row" }
      case .born, .expected, .died: continue
      }
    }
    return nil
  }

  /// Whether the parents of some process form a cycle.
  ///
  /// Each row is visited once: a walk ends at a row that an earlier walk visited.
  private var hasRingOfParents: Bool {
    // In most exports a process stands behind its parent.
    guard processes.indices.contains(where: { processes[$0].parent >= $0 }) else { return false }
    // The start of the walk that visited each row; -1 for a row not visited.
    var walks = [Int](repeating: -1, count: processes.count)
    for start in processes.indices {
      var row = start
      while walks[row] < 0 {
        walks[row] = start
        let parent = Int(processes[row].parent)
        guard parent >= 0 else { break }
        row = parent
        if walks[row] == start { return true }
      }
    }
    return false
  }
}
