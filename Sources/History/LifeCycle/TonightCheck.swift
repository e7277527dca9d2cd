public import Clocks
public import RuleBook

/// What the comparison of two nights needs to know of one of tonight's checks.
public struct TonightCheck: Hashable, Sendable {
  /// The rule's id.
  public var rule: String
  /// The case system's own id of the child.
  public var child: String
  /// What identifies the trigger within rule and child.
  public var key: String
  /// The kind of process or the type of event that triggered it.
  public var triggerKind: String
  /// What the check came to.
  public var outcome: Outcome
  /// Where the clock started.
  public var start: Moment
  /// The last day or minute in time.
  public var due: Moment
  /// When it was satisfied; absent where it was not.
  public var satisfied: Moment
  /// When something else ended it; absent where nothing did.
  public var stopped: Moment

  /// A check of tonight.
  public init(
    rule: String, child: String, key: String, triggerKind: String, outcome: Outcome,
    start: Moment, due: Moment, satisfied: Moment = .absent, stopped: Moment = .absent
  ) {
    self.rule = rule
    self.child = child
    self.key = key
    self.triggerKind = triggerKind
    self.outcome = outcome
    self.start = start
    self.due = due
    self.satisfied = satisfied
    self.stopped = stopped
  }
}
