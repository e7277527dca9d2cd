import Clocks
import Synthesis

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
