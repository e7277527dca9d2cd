public import Clocks

/// One rule applied to one trigger of one child: facts with indexes into the record's columns.
///
/// Words are made from it at the edge, by ``CheckExplainer``.
public struct Check: Sendable, Hashable {
  /// What triggered it.
  public enum Trigger: Sendable, Hashable {
    /// A row of the record's processes.
    case process(Int32)
    /// A row of the record's events.
    case event(Int32)
  }

  /// The index of the rule among the compiled ones.
  public var rule: Int32
  /// The index of the edition in the rule.
  public var edition: Int32
  /// What triggered it.
  public var trigger: Trigger
  /// Where the clock started; absent or unreadable where it is not known.
  public var start: Moment
  /// The event whose moment the start is; -1 where it is the trigger's own.
  public var startEvent: Int32
  /// The last day or minute in time; absent where there is none.
  public var due: Moment
  /// When it was satisfied; absent where it was not.
  public var satisfied: Moment
  /// The event that satisfied it; -1 for none.
  public var satisfiedBy: Int32
  /// When something else ended it; absent where nothing did.
  public var stopped: Moment
  /// What it came to.
  public var outcome: Outcome
  /// Why it is not evaluable; empty for every other outcome.
  public var reasons: ReasonSet
  /// What is to be said beside the outcome.
  public var flags: FlagSet
  /// The index of the limit that applied among the edition's tiers; -1 for none.
  public var tier: Int32
  /// The index of the limit's term that decided; -1 for none.
  public var term: Int8
  /// The day until which a delay was agreed; absent for none.
  public var delayedUntil: Moment
  /// Calendar days between due and what it is late against; 0 unless late.
  public var daysOver: Int32
  /// How late in the rule's own unit: working days, calendar days, or minutes for hours.
  public var unitsOver: Int32
  /// The as-of that it was judged by.
  public var asOf: Moment
  /// The seats that stayed empty: a bit for each, by its index among those of the requirement; 0
  /// unless the requirement is who attends.
  var emptySeats: UInt32
  /// The recipients that nothing reached: a bit for each, by its index among the roles that the rule
  /// names, or among those that attended the trigger; 0 where the rule asks for no recipient.
  var unserved: UInt32
  /// Intervals that passed without the event, for a rule that repeats.
  public var intervalsMissed: Int32

  /// A check that has not been judged.
  public init(rule: Int32, edition: Int32, trigger: Trigger) {
    self.rule = rule
    self.edition = edition
    self.trigger = trigger
    start = .absent
    startEvent = -1
    due = .absent
    satisfied = .absent
    satisfiedBy = -1
    stopped = .absent
    outcome = .notEvaluable
    reasons = []
    flags = []
    tier = -1
    term = -1
    delayedUntil = .absent
    daysOver = 0
    unitsOver = 0
    asOf = .absent
    emptySeats = 0
    unserved = 0
    intervalsMissed = 0
  }
}
