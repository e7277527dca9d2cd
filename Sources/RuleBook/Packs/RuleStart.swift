import CaseModel

/// Where a clock starts when it is not the trigger itself.
struct RuleStart: Sendable, Hashable {
  /// One way to find the start, tried in order.
  enum Term: Sendable, Hashable {
    /// The linked events of a type that carry a flag.
    case flagged(EventType, Attribute)
    /// The first linked event of a type.
    case first(EventType)
    /// The last linked event of a type on or before the trigger.
    case last(EventType)
    /// The opening of the linked process of a kind.
    case opened(ProcessKind)
  }

  /// The ways, the preferred first.
  var terms: [Term]

  /// The types of event that may start the clock, the openings of processes aside.
  var events: [EventType] {
    terms.compactMap { term in
      switch term {
      case .flagged(let type, _), .first(let type), .last(let type): type
      case .opened: nil
      }
    }
  }
}
