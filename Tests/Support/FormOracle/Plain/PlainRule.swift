import Clocks
import Synthesis

/// A rule of one deadline, counted from one event: what triggers it, what meets it and what ends
/// it, with the words by which a file of the interchange form says so.
struct PlainRule: Sendable {
  /// What ends a clock without meeting it.
  enum Stop: Hashable, Sendable {
    case death
    /// The trigger's own process closes.
    case closing
    /// The trigger's own process closes for this reason and for no other.
    case closingBecause(String)
  }

  /// What the trigger carries for the rule to apply, for it not to apply, and in neither case.
  struct Condition: Sendable {
    var holds: [String]
    var fails: [String]
    /// What is written where nobody recorded it; nil where absence says no.
    var unknown: [String] = []
  }

  /// Why nothing may be required though the condition holds.
  enum Waiver: Sendable {
    /// What is asked for was recorded as not required.
    case recorded
    /// The trigger's own process says so by a detail.
    case detail(String)
  }

  var rule: FormRule
  /// The days on which an edition with this limit was in force.
  var editions: [ClosedRange<CivilDay>]
  /// The kind of process that triggers it or holds the event that does.
  var kind: String
  /// What the process carries.
  var detail = ""
  /// How many years old the child is at the start; nil where it does not matter.
  var age: Int?
  /// What a process carries that the rule is not applied to.
  var otherDetail: String?
  /// The event that triggers it; nil where it is the opening of the process.
  var event: String?
  /// Whether the triggering event closes the process.
  var closesProcess = false
  var condition: Condition?
  var limit: PlantedLimit
  /// What meets it: all of these.
  var met: [String]
  /// Other events of which one meets it just as well as the last of `met`.
  var metElse: [String] = []
  /// What the event that meets it carries, and what one carries that does not count.
  var metDetail = ""
  var wrongDetail: String?
  /// The process inside the trigger's in which the event that meets it lies.
  var metInside: String?
  /// To whom what meets it must go.
  var recipients: [String] = []
  /// Whether what meets it can happen once only.
  var isOnce = false
  /// Whether what came before the start counts too.
  var isAlsoBefore = false
  var stops: Set<Stop> = []
  /// Whether the duty had no number between two editions; else there was none.
  var isSoftBetween = false
  var waiver: Waiver?

  /// The days on which any edition was in force, as far as holidays are known.
  static func since(_ year: Int, _ month: Int, _ day: Int) -> [ClosedRange<CivilDay>] {
    [max(.of(year, month, day), FormCase.first)...CivilDay.of(2026, 12, 31)]
  }

  /// Whether the newest edition is still in force.
  var isInForce: Bool { (editions.last?.upperBound ?? .asOf) > .asOf }

  /// The first day on which an edition was in force, where it lies in the years of the forms.
  var firstDay: CivilDay? {
    editions.first.flatMap { $0.lowerBound > FormCase.first ? $0.lowerBound : nil }
  }
}

/// What a case of a plain deadline is to come to.
enum PlainIntention: String, CaseIterable, Sendable {
  case inTime = "well in time"
  case onStart = "on the day of the start"
  case onLastDay = "on the last day"
  case dayAfter = "the day after"
  case late = "late"
  case overdue = "overdue"
  case dueYesterday = "due the day before the as-of day"
  case dueToday = "due on the as-of day"
  case dueLater = "still to come"
  case metBeforeDue = "met while due is to come"
  case diedInTime = "the child died in time"
  case diedOnLastDay = "the child died on the last day"
  case diedAfterDue = "the child died after the last day"
  case diedOnTheDayItWasMet = "met on the day of the death"
  case diedThenLate = "the child died, and it came late"
  case deathEndsNothing = "the child died, which ends nothing"
  case closedInTime = "closed in time"
  case closedOnLastDay = "closed on the last day"
  case closedAfterDue = "closed after the last day"
  case metAfterClosing = "met in time, after closing"
  case closingEndsNothing = "closed, which ends nothing"
  case closedForAnotherReason = "closed for another reason"
  case conditionFails = "the condition does not hold"
  case conditionFailsThoughMet = "the condition does not hold, and it was done"
  case conditionUnknown = "nobody recorded the condition"
  case waived = "recorded as not required"
  case waivedThoughMet = "recorded as not required, and held"
  case undated = "met on a day that is missing"
  case unreadable = "met on a day that cannot be read"
  case triggerUndated = "the trigger has no day"
  case triggerUnreadable = "the trigger's day cannot be read"
  case triggerInFuture = "the trigger lies after the as-of day"
  case closedBeforeOpened = "closed before opened"
  case onlyBefore = "only before the start"
  case onlyPlanned = "planned and not held"
  case onlyCancelled = "cancelled"
  case wrongDetail = "done in a way that does not count"
  case otherWay = "met in the other way"
  case inTimeAndLate = "in time, and again late"
  case doubledRow = "the same row twice"
  case oneOfAllMissing = "one of those asked for is missing"
  case oneOfAllLate = "one of those asked for is late"
  case oneRecipientMissing = "one recipient was never told"
  case oneRecipientLate = "one recipient was told late"
  case timeUnknown = "no time of day, and it decides"
  case timeUnneeded = "no time of day, and it does not decide"
  case startTimeUnknown = "no time of day of the start, and it decides"
  case beforeFirstEdition = "before the first edition"
  case betweenEditions = "between two editions"
  case firstDayOfEdition = "on the first day of an edition"
  case lastDayOfEdition = "on the last day of an edition"
  case noTrigger = "nothing triggers it"
  case otherKind = "a process of another kind"
}
