import CaseModel
import Clocks

/// What a rule asks for: exactly one of these.
enum Requirement: Sendable, Hashable {
  /// Something happens within a limit.
  case deadline([RuleTier], RuleSatisfier)
  /// Something happens again within each interval.
  case repeats(first: [RuleTier], then: [RuleTier], RuleSatisfier)
  /// The triggering process lasts no longer than a limit, extensions counted.
  case atMost([RuleTier], RuleExtensions?)
  /// All processes of the kind together last no longer than a limit in any time of a length.
  case atMostInAny(Limit, window: Limit)
  /// The triggering process lasts no less than a limit.
  case atLeast([RuleTier])
  /// Something happens so long before the trigger does.
  case before(Limit, RuleSatisfier)
  /// Something happens before the trigger does, without a number.
  case preceded(by: EventType)
  /// The trigger does not happen before a day.
  case notBefore(LimitTerm)
  /// Roles take part, one person a place.
  case attendedBy([Seat])
  /// Roles take no part.
  case forbidden([Role])
  /// Somebody of a grade chairs.
  case chairedBy([ChairTier])
  /// The trigger fulfils a condition.
  case mustBe(Condition)
  /// At least so many of the last events fulfil a condition.
  case pattern(Int, ofLast: Int, Condition)
  /// Something happens, and nobody says within what time.
  case soft(String, RuleSatisfier?)

  /// A grade that the chair must have, with the condition under which it is asked for.
  struct ChairTier: Sendable, Hashable {
    /// The lowest role that will do.
    var role: Role
    /// Whether more senior roles of the same agency will do.
    var orAbove: Bool
    /// When it is asked for; nil for `otherwise`.
    var condition: Condition?
  }

  /// The limits that the clock may have, each with its condition; empty for a duty without one.
  var tiers: [RuleTier] {
    switch self {
    case .deadline(let tiers, _), .atMost(let tiers, _), .atLeast(let tiers): tiers
    case .repeats(let first, let then, _): first + then
    default: []
    }
  }

  /// The event that satisfies it; nil for a duty that no event satisfies.
  var satisfier: RuleSatisfier? {
    switch self {
    case .deadline(_, let satisfier), .repeats(_, _, let satisfier), .before(_, let satisfier):
      satisfier
    case .soft(_, let satisfier): satisfier
    default: nil
    }
  }

  /// Whether it is about the triggering event itself, which no later event can mend.
  var isAboutTrigger: Bool {
    switch self {
    case .preceded, .notBefore, .attendedBy, .forbidden, .chairedBy, .mustBe, .pattern: true
    default: false
    }
  }
}
