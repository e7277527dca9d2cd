import CaseModel
import Clocks

/// What a rule asks for: exactly one of these.
enum RuleDuty: Sendable, Hashable {
  /// Something happens within a limit.
  case deadline([RuleTier], RuleSatisfier)
  /// The triggering process lasts no longer than a limit.
  case atMost([RuleTier])
  /// Something happens again within each interval.
  case repeats(first: Limit?, then: Limit, RuleSatisfier)
  /// Roles take part, one person a place; each place may be filled by any of several roles.
  case attendedBy([[Role]])
  /// Somebody of a grade chairs.
  case chairedBy([ChairTier])
  /// Something happens before the trigger does.
  case preceded(by: EventType)

  /// A grade that the chair must have, with the condition under which it is asked for.
  struct ChairTier: Sendable, Hashable {
    /// The lowest role that will do.
    var role: Role
    /// Whether more senior roles of the same agency will do.
    var orAbove: Bool
    /// When it is asked for; nil for `otherwise`.
    var condition: Condition?
  }
}
