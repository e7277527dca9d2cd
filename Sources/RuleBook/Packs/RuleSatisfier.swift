import CaseModel

/// The event that satisfies a rule.
struct RuleSatisfier: Sendable, Hashable {
  /// What is asked of who it was sent to.
  enum Recipients: Sendable, Hashable {
    /// Nothing.
    case none
    /// It was sent to everybody who attended the trigger.
    case allWhoAttended
  }

  /// The type of event; any of several.
  var types: [EventType]
  /// What counts; nil for every one that was held.
  var filter: Condition?
  /// Whether an event on the day of the start does not count.
  var isAfterStartDay: Bool
  /// Who must have been served.
  var recipients: Recipients
}
