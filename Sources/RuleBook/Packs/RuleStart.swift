import CaseModel

/// Where a clock starts when it is not the trigger itself.
struct RuleStart: Sendable, Hashable {
  /// One way to find the start.
  enum Way: Sendable, Hashable {
    /// The linked events of a type that carry a flag.
    case flagged(EventType, Attribute)
    /// The first linked event of a type.
    case first(EventType)
    /// The last linked event of a type on or before the trigger.
    case last(EventType)
    /// The day on which the last of several types had happened.
    case latestOf([EventType])
    /// The opening of the linked process of a kind.
    case opened(ProcessKind)
  }

  /// One way to find the start, tried in order.
  struct Term: Sendable, Hashable {
    /// The way.
    var way: Way
    /// When it is the start; nil for always.
    var condition: Condition?
  }

  /// The ways, the preferred first.
  var terms: [Term]

  /// The types of event that may start the clock, the openings of processes aside.
  var events: [EventType] {
    terms.flatMap { term -> [EventType] in
      switch term.way {
      case .flagged(let type, _), .first(let type), .last(let type): [type]
      case .latestOf(let types): types
      case .opened: []
      }
    }
  }
}
