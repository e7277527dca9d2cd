import CaseModel

/// The event that satisfies a rule.
struct RuleSatisfier: Sendable, Hashable {
  /// What is asked of who it was sent to.
  enum Recipients: Sendable, Hashable {
    /// Nothing.
    case none
    /// It was sent to everybody who attended the trigger.
    case allWhoAttended
    /// It was sent to each of these roles.
    case each([Role])
  }

  /// The types of event.
  var types: [EventType]
  /// Whether one of each type is needed; else any of them will do.
  var needsAll = false
  /// Which of the counting events satisfies: 1 for the first.
  var ordinal = 1
  /// What counts; nil for every one that was held.
  var filter: Condition?
  /// Whether an event on the day of the start does not count.
  var isAfterStartDay = false
  /// Whether an event before the start counts too.
  var isAlsoBeforeStart = false
  /// Who must have been served.
  var recipients: Recipients = .none
  /// Whether one event may serve several triggers.
  var mayBeShared = false
}
