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
  /// Whether what meets it happens once, and may come late with a reason that nobody recorded.
  var isOnceAndExcusable = false

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
      case .twoEvents, .ofTheEventBefore, .undated, .unreadable: !opens
      case .inTimeAndLate: !opens && !isOnceAndExcusable
      case .beforeFirstEdition: since > FormCase.first
      default: true
      }
    }.map { intention in FormPlan(rule, intention.rawValue) { plant(intention, in: &$0) } }
  }
}

/// The rules that are counted back, as their texts have them.
enum LookBackRules {
  static let all: [LookBackRule] = [
    review("reviewing-officer-consulted", .workingDays(15), "reviewing_officer_consulted"),
    review("consultation-papers", .workingDays(10), "consultation_papers_sent"),
    review("report-before-review", .workingDays(3), "report_submitted"),
    review("child-consulted", .workingDays(20), "child_consulted"),
    LookBackRule(
      rule: FormRule("england/private-fostering-notice", 16), since: .of(2005, 7, 1),
      kind: "private_fostering", trigger: "private_fostering_intended",
      limit: .weeks(6), met: "private_fostering_notified", isOnceAndExcusable: true),
    LookBackRule(
      rule: FormRule("england/practice-review-sent", 16), since: .of(2023, 12, 15),
      kind: "incident", trigger: "practice_review_published", limit: .workingDays(7),
      met: "practice_review_sent"),
    LookBackRule(
      rule: FormRule("local-liverpool/report-before-review", 16), since: .of(2023, 12, 15),
      kind: "cp_plan", trigger: "cp_review_held", limit: .workingDays(5), met: "report_submitted"),
    LookBackRule(
      rule: FormRule("local-sefton/report-to-parents", 16), since: .of(2023, 12, 15),
      kind: "cp_plan", trigger: "cp_review_held", limit: .days(3), met: "report_shared"),
  ]

  private static func review(
    _ name: String, _ limit: PlantedLimit, _ met: String
  ) -> LookBackRule {
    LookBackRule(
      rule: FormRule("england/\(name)", 16), since: .of(2011, 4, 1), kind: "cla_period",
      trigger: "cla_review_held", limit: limit, met: met)
  }
}

extension LookBackRule {
  /// The day of the event that an intention needs.
  private func event(for intention: Intention, in form: inout FormCase) -> CivilDay {
    let asOf = CivilDay.asOf
    switch intention {
    case .plannedOverdue, .plannedLate: return asOf.adding(days: 1)
    case .plannedDueToday, .plannedDueYesterday:
      // The first day whose last day in time is the one that is wanted, or the next such.
      let wanted = asOf.adding(days: intention == .plannedDueToday ? 0 : -1)
      var day = wanted.adding(days: 1)
      while form.arithmetic.due(limit, before: day) < wanted { day = day.adding(days: 1) }
      return day
    case .plannedToCome, .plannedDone: return asOf.adding(days: limit.span + 10)
    case .inFuture: return form.day(1...30, after: asOf)
    case .beforeFirstEdition: return form.day(-200 ... -1, after: since)
    default:
      let first = max(since, FormCase.first).adding(days: 60 + limit.span)
      return form.day(first...asOf.adding(days: -30))
    }
  }

  func plant(_ intention: Intention, in form: inout FormCase) {
    let event = event(for: intention, in: &form)
    let due = form.arithmetic.due(limit, before: event)
    let opened = due.adding(days: -form.random.number(50...90))
    func scene(_ day: CivilDay?, _ form: inout FormCase) -> FormProcess {
      if opens { return day.map { form.open(kind, .on($0)) } ?? FormProcess() }
      let process = form.open(kind, .on(opened))
      if let day { form.add(met, .on(day), in: process) }
      return process
    }
    func expect(_ outcome: FormOutcome, _ day: CivilDay? = nil, _ form: inout FormCase) {
      form.expect(
        outcome, trigger: PlannedMoment(event), start: PlannedMoment(event),
        due: PlannedMoment(due), satisfied: day.map { PlannedMoment($0) })
    }
    func held(_ day: CivilDay?, _ outcome: FormOutcome, state: String = "", _ form: inout FormCase)
    {
      let process = scene(day, &form)
      form.add(trigger, .on(event), in: process, state: state)
      if isOnceAndExcusable, outcome == .metLate {
        form.expect(
          .notEvaluable, trigger: PlannedMoment(event), due: PlannedMoment(due),
          because: .valueMissing)
        return
      }
      expect(outcome, day, &form)
    }
    switch intention {
    case .onLastDay: held(due, .met, &form)
    case .dayAfter: held(due.adding(days: 1), .metLate, &form)
    case .wellBefore: held(form.day(-40 ... -1, after: due), .met, &form)
    case .onTheDay: held(event, .metLate, &form)
    case .never: held(nil, .notMet, &form)
    case .onlyAfter:
      let process = scene(form.day(1...20, after: event), &form)
      form.add(trigger, .on(event), in: process)
      expect(.notMet, nil, &form)
    case .plannedDone: held(form.day(-5...0, after: .asOf), .met, state: "planned", &form)
    case .plannedLate:
      let day = min(CivilDay.asOf, due.adding(days: 1))
      held(day, day <= due ? .met : .metLate, state: "planned", &form)
    case .plannedOverdue, .plannedDueToday, .plannedDueYesterday, .plannedToCome:
      held(nil, due < .asOf ? .overdue : .due, state: "planned", &form)
    case .inTimeAndLate:
      held(due, .met, &form)
      form.add(met, .on(due.adding(days: 1)), in: form.facts.last?.process)
    case .twoEvents:
      let earlier = due.adding(days: -20)
      let process = scene(form.arithmetic.due(limit, before: earlier), &form)
      form.add(trigger, .on(earlier), in: process)
      form.add(met, .on(due), in: process)
      form.add(trigger, .on(event), in: process)
      expect(.met, due, &form)
      expectEarlier(earlier, form.arithmetic.due(limit, before: earlier), &form)
    case .ofTheEventBefore:
      let earlier = due.adding(days: -20)
      let papers = form.arithmetic.due(limit, before: earlier)
      let process = scene(papers, &form)
      form.add(trigger, .on(earlier), in: process)
      form.add(trigger, .on(event), in: process)
      expect(.notMet, nil, &form)
      expectEarlier(earlier, papers, &form)
    case .undated, .unreadable:
      let process = form.open(kind, .on(opened))
      let isMissing = intention == .undated
      form.add(met, isMissing ? .missing : .unreadable, in: process)
      form.add(trigger, .on(event), in: process)
      form.expect(
        .notEvaluable, trigger: PlannedMoment(event), due: PlannedMoment(due),
        because: isMissing ? .dateMissing : .dateUnreadable)
    case .eventUndated:
      let process = scene(due, &form)
      form.add(trigger, .missing, in: process)
      form.expect(.notEvaluable, because: .dateMissing)
    case .inFuture:
      let process = scene(form.random.chance(50) ? min(due, .asOf) : nil, &form)
      form.add(trigger, .on(event), in: process)
      form.expect(.invalid, trigger: PlannedMoment(event))
    case .cancelled:
      let process = scene(nil, &form)
      form.add(trigger, .on(event), in: process, state: "cancelled")
      form.expect(.noCheck)
    case .beforeFirstEdition:
      let process = scene(due, &form)
      form.add(trigger, .on(event), in: process)
      form.expect(.noCheck)
    }
  }

  private func expectEarlier(_ event: CivilDay, _ day: CivilDay, _ form: inout FormCase) {
    guard event >= since else { return }
    form.expect(
      .met, trigger: PlannedMoment(event), start: PlannedMoment(event), due: PlannedMoment(day),
      satisfied: PlannedMoment(day))
  }
}
