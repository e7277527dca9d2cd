import Clocks
import Synthesis

/// A rule of the longest time that a process may last, with the extensions that it allows.
struct LongestRule: Sendable {
  /// An extension that somebody may grant.
  struct Extension: Sendable {
    var event: String
    var days: Int
    /// Whether there may be one alone.
    var isOnce: Bool
  }

  var rule: FormRule
  var editions: [ClosedRange<CivilDay>]
  /// Whether no edition with another limit came before.
  var isFirst = true
  var kind: String
  var detail = ""
  var otherDetail: String?
  var limit: PlantedLimit
  var extending: Extension?
  var endsAtDeath = false
  /// An event in the process that ends the clock.
  var endsAt: String?

  /// What a case is to come to.
  enum Intention: String, CaseIterable, Sendable {
    case inTime = "ended in time"
    case onStart = "ended on the day of the start"
    case onLastDay = "ended on the last day"
    case dayAfter = "ended the day after"
    case late = "ended late"
    case overdue = "going on, and over"
    case dueYesterday = "going on, over since the day before the as-of day"
    case dueToday = "going on, on the last day"
    case toCome = "going on, the end still to come"
    case extendedOnLastDay = "extended, ended on the new last day"
    case extendedDayAfter = "extended, ended the day after"
    case extendedOnTheEnd = "extended on the very last day"
    case extendedTooLate = "extended the day after it had run out"
    case extendedTwice = "extended twice"
    case extendedOverdue = "extended, and going on past it"
    case extensionUndated = "extended on a day that is missing"
    case extensionUnneeded = "extended on a day that is missing, and ended before"
    case diedInTime = "the child died in time"
    case diedLate = "the child died after the last day"
    case deathEndsNothing = "the child died, which ends nothing"
    case endedByEvent = "another event ended the clock"
    case endedByEventLate = "another event came after the last day"
    case endUndated = "ended on a day that is missing"
    case endUnreadable = "ended on a day that cannot be read"
    case startUndated = "started on a day that is missing"
    case endInFuture = "ends after the as-of day"
    case inFuture = "started after the as-of day"
    case closedBeforeOpened = "ended before it started"
    case timeUnknown = "no time of day of the end, and it decides"
    case startTimeUnknown = "no time of day of the start, and it decides"
    case otherKind = "a process of another kind"
    case beforeFirstEdition = "before the first edition"
  }
}
