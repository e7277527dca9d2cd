import Clocks
import Synthesis

/// A rule of what is to have happened so long before an event, held or planned.
struct LookBackRule: Sendable {
  var rule: FormRule
  var since: CivilDay
  /// The process that both lie in; what meets it opens it where `opens` is true.
  var kind: String
  var opens = false
  var trigger: String
  var limit: PlantedLimit
  var met: String

  /// What a case is to come to.
  enum Intention: String, CaseIterable, Sendable {
    case onLastDay = "on the last day"
    case dayAfter = "the day after"
    case wellBefore = "well before"
    case onTheDay = "on the day of the event itself"
    case never = "never, and the event is over"
    case onlyAfter = "only after the event"
    case plannedDone = "planned, and done in time"
    case plannedLate = "planned, and done late"
    case plannedOverdue = "planned, and overdue"
    case plannedDueToday = "planned, and due on the as-of day"
    case plannedDueYesterday = "planned, and due the day before the as-of day"
    case plannedToCome = "planned, and still to come"
    case inTimeAndLate = "in time, and again late"
    case twoEvents = "one for each of two events"
    case ofTheEventBefore = "only before the event before"
    case undated = "on a day that is missing"
    case unreadable = "on a day that cannot be read"
    case eventUndated = "the event has no day"
    case inFuture = "the event is held, and lies after the as-of day"
    case cancelled = "the event was cancelled"
    case beforeFirstEdition = "before the first edition"
  }

  /// A plan for each intention that makes sense for the rule.
  var plans: [FormPlan] {
    Intention.allCases.filter { intention in
      switch intention {
      case .twoEvents, .ofTheEventBefore, .undated, .unreadable, .inTimeAndLate: !opens
      case .beforeFirstEdition: since > FormCase.first
      default: true
      }
    }.map { intention in FormPlan(rule, intention.rawValue) { plant(intention, in: &$0) } }
  }
}
