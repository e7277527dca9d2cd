import CaseModel

extension EventCoverage {
  /// How two files together carry a type of event that is in both: never more than the poorer.
  ///
  /// Who took part may stand in only one of them, and then that one counts.
  func merged(with other: EventCoverage) -> EventCoverage {
    let parts: Participants
    switch (participants, other.participants) {
    case (.none, let only), (let only, .none): parts = only
    case (.complete, .complete): parts = .complete
    default: parts = .some
    }
    return EventCoverage(
      precision: precision == .minute && other.precision == .minute ? .minute : .day,
      depth: depth == .all && other.depth == .all ? .all : .latest, participants: parts)
  }
}

extension Feed {
  /// Adds a way of carrying a type of event.
  mutating func add(_ coverage: EventCoverage, of type: EventType) {
    events[type] = events[type].map { $0.merged(with: coverage) } ?? coverage
  }
}
