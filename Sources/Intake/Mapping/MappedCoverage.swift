import CaseModel

/// The coverage of the lists of a mapping together, collected list by list.
struct MappedCoverage {
  private let vocabulary: Vocabulary
  private var carried: [EventType: EventCoverage] = [:]
  /// The participants of events that another list holds.
  private var participants: [EventType: EventCoverage.Participants] = [:]
  /// The types of which some list says only that they were planned, called off or not required.
  private var stated: Set<EventType> = []

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Writes into a feed what one more list carries.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - dayOnly: the types of event of which some value had no time of day.
  ///   - has: whether a value's columns are there.
  ///   - feed: what carries it.
  mutating func add(
    _ list: MappedList, dayOnly: Set<EventType>, has: (MappedCell) -> Bool, to feed: inout Feed
  ) {
    for event in list.events where event.at.map(has) ?? true {
      if !list.canSayHeld(event) {
        stated.insert(event.type)
      } else if let depth = event.depth {
        let isFine = event.precision.map { $0 == .minute } ?? !dayOnly.contains(event.type)
        let coverage = EventCoverage(
          precision: isFine || event.at == nil ? .minute : .day, depth: depth,
          participants: event.participants)
        carried[event.type] = carried[event.type].map { $0.merged(with: coverage) } ?? coverage
      } else {
        let before = participants[event.type]
        participants[event.type] = before == .some ? before : event.participants
      }
      for attribute in event.attributes where has(attribute.cell) {
        add(attribute, of: list, to: &feed)
      }
      guard let outcome = event.outcome, has(outcome) else { continue }
      feed.outcomes.insert(event.type)
      guard let kind = vocabulary.processClosed(by: event.type) else { continue }
      feed.closeReasons.insert(kind)
    }
    for process in list.processes {
      feed.processes.insert(process.kind)
      for attribute in process.attributes where has(attribute.cell) {
        add(attribute, of: list, to: &feed)
      }
    }
    addChild(list, has)
    feed.events = carried
    feed.stated = stated.filter { carried[$0] == nil }
    for (type, participants) in participants {
      guard let coverage = carried[type] else { continue }
      feed.events[type] = coverage.merged(
        with: EventCoverage(
          precision: coverage.precision, depth: coverage.depth, participants: participants))
    }
  }

  private func add(_ attribute: MappedAttribute, of list: MappedList, to feed: inout Feed) {
    feed.attributes.insert(attribute.name)
    if case .column(let column) = attribute.cell, list.columns[column].isSeveral {
      feed.severalValues.insert(attribute.name)
    }
  }

  /// Birth and death are carried by the lists that have a column for them.
  private mutating func addChild(_ list: MappedList, _ has: (MappedCell) -> Bool) {
    let cells = [
      ("child_born", list.born), ("child_expected", list.expected), ("child_died", list.died),
    ]
    for (word, cell) in cells {
      guard let cell, has(cell), let type = vocabulary.event(word) else { continue }
      carried[type] = carried[type] ?? EventCoverage()
    }
  }
}

extension MappedList {
  /// Whether a row can say of an event that it was held.
  ///
  /// A list that only says that it was planned, called off or not required shows nothing by not
  /// having it.
  func canSayHeld(_ event: MappedEvent) -> Bool {
    let held = Array(EventState.held.word.utf8)
    switch event.state {
    case nil, .composed: return true
    case .constant(let word): return word.elementsEqual(held)
    case .column(let column):
      // Words that the mapping does not list are taken as the vocabulary's own.
      return columns[column].values == nil
        || columns[column].targets.contains {
          String(decoding: $0.word, as: UTF8.self).foldedBytes.elementsEqual(held)
        }
    }
  }
}
