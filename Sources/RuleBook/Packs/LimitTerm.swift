import CaseModel
import Clocks

/// One day or minute that a limit comes to.
struct LimitTerm: Sendable, Hashable {
  /// What the day is worked out from.
  enum Kind: Sendable, Hashable {
    /// So long after the clock's start.
    case afterStart(Limit)
    /// So long after another day.
    case after(Limit, DayAnchor)
    /// So long before another day.
    case before(Limit, DayAnchor)
    /// Another day itself.
    case on(DayAnchor)
    /// The date that the trigger or its process records.
    case recorded(Attribute)
    /// The time that the trigger or its process records after the start, never longer than a
    /// ceiling; without a record, the ceiling.
    case own(Attribute, ceiling: Limit?)
  }

  /// What the day is worked out from.
  var kind: Kind
  /// When the term counts; nil for always.
  var condition: Condition?

  /// Whether it counts hours.
  var isElapsed: Bool {
    switch kind {
    case .afterStart(let limit), .after(let limit, _), .before(let limit, _): limit.isElapsed
    case .own(_, let ceiling): ceiling?.isElapsed ?? false
    case .on, .recorded: false
    }
  }

  /// The plain limit after the clock's start, where it is one.
  var limit: Limit? {
    switch kind {
    case .afterStart(let limit): limit
    case .own(_, let ceiling): ceiling
    default: nil
    }
  }
}
