import CaseModel
import Clocks

/// Two values of one fact are both kept, whichever row, file or feed came first.
extension ChildRecord {
  /// What becomes of a moment where another is given for the same fact.
  enum MergedMoment {
    /// The first one stands: the other is empty, cannot be read, or says no more.
    case first
    /// The other stands: it says the same more closely, or the first says nothing.
    case other
    /// They contradict each other.
    case both

    /// Compares two moments that are given for one fact; a blank is no value.
    init(_ first: Moment, _ other: Moment) {
      guard first.isKnown, other.isKnown else {
        let isMore = other.precision.rawValue > first.precision.rawValue
        self = isMore ? .other : .first
        return
      }
      if first == other {
        self = .first
      } else if first.civilDay != other.civilDay
        || first.precision == .minute && other.precision == .minute
      {
        self = .both
      } else {
        self = other.precision == .minute ? .other : .first
      }
    }
  }

  /// Takes in when a child was born, is expected and died, as another fragment says.
  mutating func mergeChild(_ other: ChildRecord) {
    let isOfAnotherFeed = feeds.isDisjoint(with: other.feeds)
    func differing(_ fact: OtherValue.Fact, _ own: Source, _ source: Source) -> OtherValue {
      OtherValue(
        fact, source: source, first: own == .none ? self.source : own,
        isOfAnotherFeed: isOfAnotherFeed)
    }
    switch MergedMoment(born, other.born) {
    case .first: break
    case .other: (born, bornSource) = (other.born, other.source)
    case .both: add(differing(.born(other.born), bornSource, other.source))
    }
    switch MergedMoment(expected, other.expected) {
    case .first: break
    case .other: (expected, expectedSource) = (other.expected, other.source)
    case .both: add(differing(.expected(other.expected), expectedSource, other.source))
    }
    switch MergedMoment(died, other.died) {
    case .first: break
    case .other: (died, diedSource) = (other.died, other.diedSource)
    case .both: add(differing(.died(other.died), diedSource, other.diedSource))
    }
  }

  /// Takes in when and why a process opened and closed, as a row of another fragment says.
  mutating func mergeProcess(_ row: Int, _ other: ProcessRow) {
    let own = processes[row]
    let isOfAnotherFeed = own.feeds.isDisjoint(with: other.feeds)
    processes[row].feeds.formUnion(other.feeds)
    switch MergedMoment(own.opened, other.opened) {
    case .first: break
    case .other: processes[row].opened = other.opened
    case .both:
      add(
        OtherValue(
          .opened(Int32(row), other.opened), source: other.source, first: own.source,
          isOfAnotherFeed: isOfAnotherFeed))
    }
    switch MergedMoment(own.closed, other.closed) {
    case .first: break
    case .other:
      processes[row].closed = other.closed
      processes[row].closedSource = other.closedSource
    case .both:
      add(
        OtherValue(
          .closed(Int32(row), other.closed), source: other.closedSource,
          first: own.closedSource, isOfAnotherFeed: isOfAnotherFeed))
    }
    guard other.closeReason.isPresent else { return }
    if !own.closeReason.isPresent {
      processes[row].closeReason = other.closeReason
      if own.closedSource == .none { processes[row].closedSource = other.closedSource }
    } else if own.closeReason != other.closeReason {
      add(
        OtherValue(
          .closeReason(Int32(row), other.closeReason), source: other.closedSource,
          first: own.closedSource, isOfAnotherFeed: isOfAnotherFeed))
    }
  }

  /// Takes in what came of an event, as a row of another fragment says.
  mutating func mergeOutcome(_ row: Int, _ other: EventRow) {
    guard other.outcome.isPresent else { return }
    let own = events[row]
    if !own.outcome.isPresent {
      events[row].outcome = other.outcome
    } else if own.outcome != other.outcome {
      add(
        OtherValue(
          .outcome(Int32(row), other.outcome), source: other.source, first: own.source,
          isOfAnotherFeed: own.feeds.isDisjoint(with: other.feeds)))
    }
  }

  /// Takes in an attribute, whose owner is a row of this record.
  mutating func mergeAttribute(_ attribute: AttributeRow) {
    if let row = attributes.firstIndex(where: { $0.isSame(as: attribute) }) {
      attributes[row].feeds.formUnion(attribute.feeds)
    } else {
      attributes.append(attribute)
    }
  }

  /// Keeps one value of each attribute among the attributes, and the others as other values; of
  /// those that may have several at once, all stay.
  mutating func separateValues(several: Set<Attribute>) {
    var index = 1
    while index < attributes.count {
      let attribute = attributes[index]
      var first = 0
      while first < index,
        attributes[first].name != attribute.name || attributes[first].owner != attribute.owner
      {
        first += 1
      }
      guard first < index, !several.contains(attribute.name) else {
        index += 1
        continue
      }
      let own = attributes[first]
      attributes.remove(at: index)
      guard own.value != attribute.value else { continue }
      add(
        OtherValue(
          .attribute(own.owner, own.name, attribute.value), source: attribute.source,
          first: own.source,
          isOfAnotherFeed: !own.feeds.isEmpty && own.feeds.isDisjoint(with: attribute.feeds)))
    }
  }

  /// Settles in which process each lies where two are named: where one of them lies in the other, it
  /// is the inner one.
  mutating func settleParents() {
    for other in otherValues {
      guard case .parent(let row, let parent) = other.fact else { continue }
      let own = processes[Int(row)].parent
      if isSameOrAbove(own, of: parent) {
        if !isSameOrAbove(row, of: parent) { processes[Int(row)].parent = parent }
      } else if !isSameOrAbove(parent, of: own), !isSameOrAbove(row, of: parent) {
        continue
      }
      otherValues.removeAll { $0 == other }
    }
  }

  private func isSameOrAbove(_ upper: Int32, of lower: Int32) -> Bool {
    var row = lower
    var steps = processes.count
    while row >= 0, steps >= 0 {
      if row == upper { return true }
      row = processes[Int(row)].parent
      steps -= 1
    }
    return false
  }

  /// Makes one event of several that are one: they have one id, or open or close one process, in one
  /// feed, and are dated differently.
  ///
  /// - Parameters:
  ///   - opening: the type of event that opens each kind of process, by its index.
  ///   - closing: the type of event that closes each kind of process, by its index.
  mutating func gatherDates(opening: [EventType], closing: [EventType]) {
    // Made with the first two that are one, which few children have.
    var target: [Int32] = []
    var row = 0
    while row < events.count {
      defer { row += 1 }
      let first = events[row]
      guard first.process >= 0, first.state == .held, first.at.precision != .unreadable,
        target.isEmpty || target[row] == Int32(row)
      else { continue }
      let kind = Int(processes[Int(first.process)].kind.index)
      let isBound = opening[kind] == first.type || closing[kind] == first.type
      guard isBound || !first.id.isEmpty else { continue }
      var other = row + 1
      while other < events.count {
        defer { other += 1 }
        guard events[other].type == first.type, events[other].process == first.process,
          isOne(events[other], with: first, isBound: isBound),
          target.isEmpty || target[other] == Int32(other)
        else { continue }
        if target.isEmpty { target = events.indices.map { Int32($0) } }
        target[other] = Int32(row)
        join(other, into: row)
      }
    }
    if !target.isEmpty { keep(target) }
  }

  /// Whether two events of one type in one process are one.
  private func isOne(_ second: EventRow, with first: EventRow, isBound: Bool) -> Bool {
    guard second.state == .held, second.at.precision != .unreadable,
      !second.feeds.isDisjoint(with: first.feeds)
    else { return false }
    return isBound || second.id.count == first.id.count && bytes(first.id) == bytes(second.id)
  }

  /// Takes into one event what another row of it says.
  private mutating func join(_ other: Int, into row: Int) {
    let second = events[other]
    mergeOutcome(row, second)
    events[row].feeds.formUnion(second.feeds)
    switch MergedMoment(events[row].at, second.at) {
    case .first: break
    case .other:
      events[row].at = second.at
      events[row].source = second.source
    case .both:
      add(
        OtherValue(
          .happened(Int32(row), second.at), source: second.source, first: events[row].source))
    }
  }

  /// Drops the events that were joined to another.
  ///
  /// - Parameter target: for each event, the one that it is now; itself where it stays.
  mutating func keep(_ target: [Int32]) {
    var kept: [Int32] = []
    var next: Int32 = 0
    for (row, other) in target.enumerated() {
      kept.append(next)
      if other == Int32(row) { next += 1 }
    }
    guard Int(next) < events.count else { return }
    func row(_ event: Int32) -> Int32 { kept[Int(target[Int(event)])] }
    events = events.enumerated().filter { target[$0.offset] == Int32($0.offset) }.map(\.element)
    for index in participations.indices {
      participations[index].event = row(participations[index].event)
    }
    for index in attributes.indices {
      if case .event(let event) = attributes[index].owner {
        attributes[index].owner = .event(row(event))
      }
    }
    otherValues = otherValues.map { $0.renamed(process: { $0 }, event: row) }
  }
}
