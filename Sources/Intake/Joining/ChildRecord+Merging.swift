import CaseModel
import Clocks

extension ChildRecord {
  /// Takes in what another fragment says of the same child.
  ///
  /// Processes with the same id are one, and events of one process with the same type, state and
  /// time: so a list of discussions and a list of who attended them meet.
  ///
  /// - Returns: how many events of the fragment said nothing new.
  mutating func merge(_ other: ChildRecord) -> Int {
    mergeChild(other)
    if other.team.isPresent { team = other.team }
    if other.worker.isPresent { worker = other.worker }
    feeds.formUnion(other.feeds)
    let rows = mergeProcesses(other)
    // Most rows of a list say one event and nothing beside it.
    let isBare = other.participations.isEmpty && other.attributes.isEmpty
    var eventRows: [Int32] = []
    var copies = 0
    for event in other.events {
      let process = event.process >= 0 ? rows[Int(event.process)] : -1
      if let row = self.row(of: event, process: process, in: other) {
        if !isBare { eventRows.append(row) }
        copies += isBare ? 1 : 0
        events[Int(row)].feeds.formUnion(event.feeds)
        if other.participations.isEmpty, isKnownByParticipants(row) {
          // The event's own row is the one that a reader looks up, not a row of who was there.
          events[Int(row)].source = event.source
        }
        mergeOutcome(Int(row), event)
        continue
      }
      var event = event
      event.process = process
      event.id = event.id.isEmpty ? .empty : add(other.bytes(event.id))
      event.raw = event.raw.isEmpty ? .empty : add(other.bytes(event.raw))
      if !isBare { eventRows.append(Int32(events.count)) }
      events.append(event)
    }
    for part in other.participations {
      var part = part
      part.event = eventRows[Int(part.event)]
      let isKnown = participations.contains {
        $0.event == part.event && $0.role == part.role && $0.part == part.part && $0.at == part.at
          && $0.agency == part.agency && $0.source == part.source
      }
      if !isKnown { participations.append(part) }
    }
    for attribute in other.attributes {
      var attribute = attribute
      switch attribute.owner {
      case .process(let row): attribute.owner = .process(rows[Int(row)])
      case .event(let row): attribute.owner = .event(eventRows[Int(row)])
      }
      mergeAttribute(attribute)
    }
    return copies
  }

  /// Whether an event was met first in a list of who took part.
  private func isKnownByParticipants(_ row: Int32) -> Bool {
    let source = events[Int(row)].source
    return participations.contains {
      $0.event == row && $0.source.file == source.file && $0.source.line == source.line
    }
  }

  private mutating func mergeProcesses(_ other: ChildRecord) -> [Int32] {
    var rows: [Int32] = []
    for process in other.processes {
      let found =
        process.id.isEmpty
        ? nil
        : processes.firstIndex { $0.kind == process.kind && isText($0.id, process.id, of: other) }
      if let found {
        rows.append(Int32(found))
        mergeProcess(found, process)
      } else {
        var process = process
        process.id = add(other.bytes(process.id))
        // The fragment's own rows mean nothing here; the loop below ties the two again.
        process.parent = -1
        rows.append(Int32(processes.count))
        processes.append(process)
      }
    }
    for (index, process) in other.processes.enumerated() where process.parent >= 0 {
      let (row, parent) = (rows[index], rows[Int(process.parent)])
      guard row != parent, !isAncestor(row, of: parent) else { continue }
      let own = processes[Int(row)]
      if own.parent < 0 {
        processes[Int(row)].parent = parent
      } else if own.parent != parent {
        add(
          OtherValue(
            .parent(row, parent), source: process.source, first: own.source,
            isOfAnotherFeed: own.feeds.isDisjoint(with: process.feeds)))
      }
    }
    return rows
  }

  /// Whether a process lies above another; keeps a broken export from making a loop.
  private func isAncestor(_ upper: Int32, of lower: Int32) -> Bool {
    var row = lower
    while row >= 0 {
      if row == upper { return true }
      row = processes[Int(row)].parent
    }
    return false
  }

  /// The row of an event of another fragment that this record has too.
  ///
  /// Of events whose date cannot be read it is the one with the same text for its date. Two ids are
  /// two events.
  private func row(of event: EventRow, process: Int32, in other: ChildRecord) -> Int32? {
    events.firstIndex {
      $0.type == event.type && $0.process == process && $0.at == event.at && $0.state == event.state
        && !$0.feeds.isDisjoint(with: event.feeds) && isText($0.raw, event.raw, of: other)
        && ($0.id.isEmpty || event.id.isEmpty || isText($0.id, event.id, of: other))
    }.map { Int32($0) }
  }

  /// Whether a run of the text is the same bytes as one of another record's.
  private func isText(_ range: TextRange, _ otherRange: TextRange, of other: ChildRecord) -> Bool {
    guard range.count == otherRange.count else { return false }
    return range.isEmpty
      || text.withUnsafeBytes { text in
        other.text.withUnsafeBytes { otherText in
          let (start, otherStart) = (Int(range.start), Int(otherRange.start))
          return text[start..<start + Int(range.count)].elementsEqual(
            otherText[otherStart..<otherStart + Int(range.count)])
        }
      }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) -> TextRange {
    guard !bytes.isEmpty else { return .empty }
    let range = TextRange(start: Int32(text.count), count: Int32(bytes.count))
    text.append(contentsOf: bytes)
    return range
  }
}
