public import RuleBook

/// A finding of the night before that is no finding tonight, and why.
public struct Clearance: Hashable, Sendable {
  /// Why a finding is none any more; the raw values are what the store keeps.
  public enum Cause: String, Sendable, CaseIterable {
    /// What was waited for has happened since the night before.
    case happened = "happened"
    /// The data say something else than they did, and nothing new happened.
    case dataChanged = "data changed"
    /// The rule changed.
    case ruleChanged = "rule changed"
    /// A calendar changed.
    case calendarChanged = "calendar changed"
    /// The exports do not hold it any more.
    case leftScope = "left scope"
  }

  /// The finding as it was.
  public var finding: RecordedFinding
  /// What its check came to tonight; nil where there is none.
  public var now: Outcome?
  /// Why it cleared.
  public var cause: Cause

  /// A finding that cleared.
  public init(finding: RecordedFinding, now: Outcome?, cause: Cause) {
    self.finding = finding
    self.now = now
    self.cause = cause
  }
}
