public import RuleBook

/// A finding of the night before that is no finding tonight.
public struct ClearedFinding: Sendable {
  /// Why it is no finding any more.
  public enum Cause: String, Sendable, CaseIterable {
    /// What was waited for has happened.
    case happened = "it happened"
    /// The data say something else than they did, and nothing new happened.
    case dataChanged = "the data changed"
    /// The rule or its pack changed.
    case ruleChanged = "the rule changed"
    /// The calendar changed.
    case calendarChanged = "the calendar changed"
    /// The case is not in the exports any more.
    case leftScope = "the case is not in the exports any more"
  }

  /// The case system's own id of the child; only team reports may show it.
  public var child: String
  /// The rule's id.
  public var rule: String
  /// What it was the night before.
  public var was: Outcome
  /// What it is now; nil where there is no such check any more.
  public var now: Outcome?
  /// Why it cleared.
  public var cause: Cause

  /// A finding that cleared.
  public init(child: String, rule: String, was: Outcome, now: Outcome?, cause: Cause) {
    self.child = child
    self.rule = rule
    self.was = was
    self.now = now
    self.cause = cause
  }
}
