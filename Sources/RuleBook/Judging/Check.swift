public import Clocks

/// One rule applied to one trigger of one child: facts with indexes into the record's columns.
///
/// Words are made from it at the edge, by ``Explainer``.
public struct Check: Sendable, Hashable {
  /// What triggered it.
  public enum Trigger: Sendable, Hashable {
    /// A row of the record's processes.
    case process(Int32)
    /// A row of the record's events.
    case event(Int32)
  }

  /// What is to be said beside the outcome.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// One bit a flag.
    public let rawValue: UInt16

    /// The flags of these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Not satisfied yet, and due within the rule's warning window.
    public static let dueSoon = Flags(rawValue: 1)
    /// Overdue when what it belongs to ended: the lateness is fixed.
    public static let ended = Flags(rawValue: 2)
    /// At least so late: the record leaves open how much later.
    public static let atLeast = Flags(rawValue: 4)
    /// A breach by date that a count of working days would not show, or the reverse.
    public static let countDisagrees = Flags(rawValue: 8)
    /// The clock started at the rule's fallback, because no event is marked as its start.
    public static let startFellBack = Flags(rawValue: 16)
    /// A feed says that the satisfying event was not required, and it was held all the same.
    public static let heldThoughNotRequired = Flags(rawValue: 32)
    /// The event that satisfied it came after its process was closed.
    public static let heldAfterClosing = Flags(rawValue: 64)
    /// A local time that never happened was taken as its day only.
    public static let impossibleTime = Flags(rawValue: 128)
    /// Nobody answered within the time, which counts as agreed.
    public static let bySilence = Flags(rawValue: 256)
    /// The end was moved by an extension that was granted in time.
    public static let extended = Flags(rawValue: 512)
    /// The clock ran on to an hour of a later day, because its last day is a holiday.
    public static let ranOn = Flags(rawValue: 1024)
    /// A delay was agreed by all who must, with a reason, on or before due.
    public static let delayAgreed = Flags(rawValue: 2048)
    /// A delay is recorded, but not agreed by all who must, or without a reason, or too late.
    public static let delayNotAgreed = Flags(rawValue: 4096)
    /// It happened by the day until which a delay was agreed.
    public static let delayKept = Flags(rawValue: 8192)
    /// No id ties the event that satisfied it to its trigger; it was taken by its date.
    public static let linkedByDate = Flags(rawValue: 16384)
  }

  /// The rule's place in the plan.
  public var rule: Int32
  /// The edition's place in the rule.
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
  public var flags: Flags
  /// The limit that applied; the rule's place of it among the edition's tiers, -1 for none.
  public var tier: Int32
  /// Which of the limit's terms decided; -1 for none.
  public var term: Int8
  /// The day until which a delay was agreed; absent for none.
  public var delayedUntil: Moment
  /// Calendar days between due and what it is late against; 0 unless late.
  public var daysOver: Int32
  /// How late in the rule's own unit: working days, calendar days, or minutes for hours.
  public var unitsOver: Int32
  /// The as-of that it was judged by.
  public var asOf: Moment
  /// Places that stayed empty, or recipients that were not served: bits by place in the rule.
  public var missing: UInt32
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
    missing = 0
    intervalsMissed = 0
  }
}
