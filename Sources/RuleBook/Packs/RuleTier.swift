import Clocks

/// One limit of a rule, with the condition under which it is the one that applies.
struct RuleTier: Sendable, Hashable {
  /// The limit.
  var limit: Limit
  /// When it applies; nil for `otherwise` and for a rule with one limit.
  var condition: Condition?
}
