public import Clocks
public import RuleBook

/// A finding as it was last seen: a breach, or a record that contradicts itself.
///
/// Its identity is rule, child and key, by bytes; nothing else that it says is part of it.
public struct RecordedFinding: Hashable, Sendable {
  /// The store's own number of it; 0 until it is staged.
  public var number: Int64
  /// The name of the run that it was first seen in; empty until it is staged.
  public var firstRun: String
  /// The rule's id.
  public var rule: String
  /// The case system's own id of the child.
  public var child: String
  /// The kind of process or the type of event that triggered it.
  public var triggerKind: String
  /// What identifies the trigger within rule and child.
  public var key: String
  /// The keys of the other checks of the same rule, child and kind of that night, in byte order:
  /// without them nobody could say which of the next night's keys are new.
  public var siblings: [String]
  /// What the check came to.
  public var outcome: Outcome
  /// Where the clock started.
  public var start: Moment
  /// The last day or minute in time.
  public var due: Moment
  /// When it was satisfied; absent where it was not.
  public var satisfied: Moment

  /// The finding that a check makes.
  public init(_ check: TonightCheck, siblings: [String] = []) {
    number = 0
    firstRun = ""
    rule = check.rule
    child = check.child
    triggerKind = check.triggerKind
    key = check.key
    self.siblings = siblings
    outcome = check.outcome
    start = check.start
    due = check.due
    satisfied = check.satisfied
  }

  /// Whether two sightings of one finding say the same, so that only the first need be kept.
  func says(theSameAs other: RecordedFinding) -> Bool {
    outcome == other.outcome && start == other.start && due == other.due
      && satisfied == other.satisfied
      && triggerKind.utf8.elementsEqual(other.triggerKind.utf8)
      && key.utf8.elementsEqual(other.key.utf8)
      && siblings.elementsEqual(other.siblings) { $0.utf8.elementsEqual($1.utf8) }
  }
}
