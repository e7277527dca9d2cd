import Clocks

/// One limit of a rule, with the condition under which it is the one that applies.
struct RuleTier: Sendable, Hashable {
  /// When the condition is read.
  enum Reading: Sendable, Hashable {
    /// When the clock starts.
    case atStart
    /// On the limit's own due day.
    case onDueDay
    /// Up to the limit's own due day.
    case byDueDay
  }

  /// The limit.
  var limit: LimitExpression
  /// When it applies; nil for `otherwise` and for a rule with one limit.
  var condition: Condition?
  /// When the condition is read.
  var reading: Reading = .atStart
}
