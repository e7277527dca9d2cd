import CaseModel
import Clocks

/// What a rule is applied to: each process of a kind, or each event of a type that was held.
struct RuleTrigger: Sendable, Hashable {
  /// What is looked for.
  enum Target: Sendable, Hashable {
    /// Each process of a kind.
    case process(ProcessKind)
    /// Each event of a type that was held.
    case event(EventType)
  }

  /// How many within a rolling time make one trigger.
  struct Count: Sendable, Hashable {
    /// How many.
    var reaches: Int
    /// Within how long.
    var within: Limit
  }

  /// What is looked for.
  var target: Target
  /// Which of them; nil for all.
  var filter: Condition?
  /// How many of them make one trigger; nil for each.
  var count: Count?
}
