import Clocks
import Synthesis

extension RepeatRule {
  /// A plan for each intention that makes sense for the rule.
  var plans: [FormPlan] {
    RepeatIntention.allCases.filter(makesSense).map { intention in
      FormPlan(rule, intention.rawValue) { plant(intention, in: &$0) }
    }
  }

  private func makesSense(_ intention: RepeatIntention) -> Bool {
    switch intention {
    case .onStartDay: isAfterStartDay
    case .tooEarly: monthsBefore > 0
    case .wrongDetail: wrongDetail != nil
    case .unknownDetail: unknownDetail != nil && first != nil
    case .relaxed: isRelaxed
    case .openedInFuture, .openedUndated, .closedBeforeOpened: first != nil
    case .acrossFirstEdition: since > FormCase.first
    case .otherKind: otherDetail != nil
    default: true
    }
  }

  private func plant(_ intention: RepeatIntention, in form: inout FormCase) {
    switch intention {
    case .kept, .lastDays, .dueYesterday: plantUpToNow(intention, in: &form)
    case .openedInFuture:
      let opened = form.day(1...60, after: .asOf)
      _ = open(.on(opened), in: &form)
      form.expect(.invalid, trigger: PlannedMoment(opened), of: firstRule)
    case .openedUndated:
      _ = open(form.random.chance(50) ? .missing : .unreadable, in: &form)
      let isUnreadable = form.facts.last?.at == .unreadable
      form.expect(
        .notEvaluable, because: isUnreadable ? .dateUnreadable : .dateMissing, of: firstRule)
    case .closedBeforeOpened:
      let opened = pastDay(steps: 1, in: &form)
      let process = open(.on(opened), in: &form)
      form.close(process, .on(form.day(-30 ... -1, after: opened)))
      form.expect(.invalid, trigger: PlannedMoment(opened), of: firstRule)
    case .otherKind:
      let opened = pastDay(steps: 1, in: &form)
      let process = form.open(kind, .on(opened), otherDetail ?? "")
      form.add(met, .on(form.day(1...20, after: opened)), in: process, metDetail)
      form.expect(.noCheck)
    case .undated, .unreadable: plantUnknownDay(intention == .undated, in: &form)
    default: plantPast(intention, in: &form)
    }
  }

  /// Opens the process that the chain runs in.
  private func open(_ time: FormTime, in form: inout FormCase) -> FormProcess {
    form.open(kind, time, detail)
  }

  /// A day so early that so many intervals and a late end lie before the as-of day.
  private func pastDay(steps: Int, in form: inout FormCase) -> CivilDay {
    let latest = CivilDay.asOf.adding(days: -(steps + 1) * (span + 50) - 60)
    let first = max(since, FormCase.first)
    for _ in 0..<12 {
      let day = form.day(first...max(first, latest))
      // No interval of these may begin in the relaxed edition; that is an intention of its own.
      let last = day.adding(days: (steps + 1) * (span + 50))
      if !isRelaxed || last < RepeatRule.relaxation.lowerBound
        || day > RepeatRule.relaxation.upperBound
      {
        return day
      }
    }
    let after = RepeatRule.relaxation.upperBound.adding(days: 1)
    return form.day(after...max(after, latest))
  }

  private func write(_ chain: RepeatChain, in form: inout FormCase) -> FormProcess {
    let parent = note?(chain.other, chain.opened, &form)
    let process = form.open(kind, .on(chain.opened), in: parent, detail)
    if let ownEvent, let other = chain.other { form.add(ownEvent, .on(other), in: process) }
    for day in chain.days { form.add(met, .on(day), in: process, metDetail) }
    if let closed = chain.closed { form.close(process, .on(closed)) }
    if let died = chain.died { form.add("child_died", .on(died)) }
    return process
  }

  // MARK: Chains that reach the as-of day

  private func plantUpToNow(_ intention: RepeatIntention, in form: inout FormCase) {
    let steps = form.random.number(first == nil ? 1...3 : 0...3)
    var chain = RepeatChain(self, opened: .asOf)
    chain.other = draw?(CivilDay.asOf.adding(days: -(steps + 1) * span), &form)
    // The last interval's start is found from the day on which it is to be due.
    let due = CivilDay.asOf.adding(
      days: intention == .dueYesterday
        ? -1 : intention == .lastDays ? 0 : form.random.number(1...20))
    var last = CivilDay.asOf.adding(days: -20)
    for _ in 0..<3 {
      chain.opened = steps == 0 ? last : last.adding(days: -steps * span)
      chain.days = Array(repeating: last, count: steps)
      guard let limit = chain.limit(in: form) else { break }
      last = min(.asOf, form.start(of: limit, due: due).day)
    }
    chain.days = []
    chain.opened = last
    if steps > 0 {
      // The earlier ones lie before it at some distance, in time or late.
      var days = [last]
      while days.count < steps {
        days.append(days[days.count - 1].adding(days: -form.random.number(2...(span + 5))))
      }
      chain.opened =
        days[days.count - 1].adding(
          days: -form.random.number(monthsBefore * 31 + 1...max(monthsBefore * 31, span) + 20))
      chain.days = days.reversed()
    }
    _ = write(chain, in: &form)
    chain.expect(in: &form)
  }

  // MARK: Chains of the past

  private func plantPast(_ intention: RepeatIntention, in form: inout FormCase) {
    let least = first == nil ? 1 : 0
    var steps = form.random.number(least...2)
    if [.dayAfter, .longMissed, .twiceOnOneDay, .endedOnEvent].contains(intention) {
      steps = max(steps, 1)
    }
    if intention == .never || intention == .unknownDetail { steps = 0 }
    var chain = RepeatChain(self, opened: openingDay(intention, steps: steps, in: &form))
    chain.other = draw?(chain.opened, &form)
    for _ in 0..<steps { step(in: &chain, late: 0, &form) }
    finish(intention, &chain, &form)
    let process = write(chain, in: &form)
    let last = chain.days.last ?? chain.opened
    switch intention {
    case .eventAfterEnd:
      if let end = chain.closed {
        form.add(met, .on(form.day(1...20, after: end)), in: process, metDetail)
      }
    case .twiceOnOneDay: form.add(met, .on(last), in: process, metDetail)
    case .onStartDay: form.add(met, .on(chain.opened), in: process, metDetail)
    case .tooEarly:
      let limit = form.arithmetic.months(monthsBefore, after: chain.opened)
      let day = chain.opened.adding(
        days: form.random.number(1...limit.days(since: chain.opened) - 1))
      form.add(met, .on(day), in: process, metDetail)
    case .wrongDetail:
      form.add(met, .on(form.day(1...5, after: last)), in: process, wrongDetail ?? "")
    case .unknownDetail:
      form.add(met, .on(form.day(1...5, after: last)), in: process, unknownDetail ?? "")
      // It may have been the one that was asked for.
      form.expect(
        .notEvaluable, trigger: PlannedMoment(chain.opened), because: .valueMissing)
      return
    default: break
    }
    chain.expect(in: &form)
  }

  private func openingDay(
    _ intention: RepeatIntention, steps: Int, in form: inout FormCase
  ) -> CivilDay {
    switch intention {
    case .acrossFirstEdition: form.day(-150 ... -1, after: since)
    case .relaxed: form.day(RepeatRule.relaxation)
    default: pastDay(steps: steps + 1, in: &form)
    }
  }

  /// Adds an event: so many days late, or in time where that is 0.
  private func step(in chain: inout RepeatChain, late: Int, _ form: inout FormCase) {
    let start = chain.days.last ?? chain.opened
    guard let due = chain.due(in: form) else {
      // No interval, or none yet: it comes some days after.
      chain.days.append(form.day(1...min(span, 30), after: start))
      return
    }
    let length = due.days(since: start)
    var earliest = 1
    if chain.days.isEmpty, monthsBefore > 0 {
      earliest = form.arithmetic.months(monthsBefore, after: start).days(since: start)
    }
    let day: CivilDay
    if late > 0 {
      day = due.adding(days: late)
    } else {
      let isLast = form.random.chance(40)
      day = isLast ? due : form.day(min(earliest, length)...length, after: start)
    }
    chain.days.append(day)
  }

  private func finish(
    _ intention: RepeatIntention, _ chain: inout RepeatChain, _ form: inout FormCase
  ) {
    switch intention {
    case .dayAfter: step(in: &chain, late: 1, &form)
    case .longMissed: step(in: &chain, late: span / 2 + 2, &form)
    case .relaxed: step(in: &chain, late: form.random.number(0...1) * 30, &form)
    default: break
    }
    guard let due = chain.due(in: form) else { return }
    let start = chain.days.last ?? chain.opened
    let length = due.days(since: start)
    switch intention {
    case .endedInTime, .eventAfterEnd: chain.closed = form.day(1...length, after: start)
    case .endedOnLastDay: chain.closed = due
    case .endedLate: chain.closed = form.day(1...40, after: due)
    case .endedOnEvent: chain.closed = start
    case .diedInTime: chain.died = form.day(1...length, after: start)
    case .diedOnLastDay: chain.died = due
    case .diedLate: chain.died = form.day(1...40, after: due)
    default: break
    }
  }

  // MARK: Days that are not known

  private func plantUnknownDay(_ isMissing: Bool, in form: inout FormCase) {
    let opened = pastDay(steps: 2, in: &form)
    var chain = RepeatChain(self, opened: opened, other: draw?(opened, &form))
    if first == nil { step(in: &chain, late: 0, &form) }
    let process = write(chain, in: &form)
    form.add(met, isMissing ? .missing : .unreadable, in: process, metDetail)
    let reason: FormReason = isMissing ? .dateMissing : .dateUnreadable
    let asked = first != nil ? firstRule ?? rule : rule
    let trigger = PlannedMoment(chain.days.last ?? opened)
    if chain.due(in: form) == nil, first == nil {
      form.expect(.notRequired, trigger: trigger)
    } else {
      form.expect(.notEvaluable, trigger: trigger, because: reason, of: asked)
    }
    // The interval that it opened, whenever that was.
    form.expect(.notEvaluable, because: reason)
  }
}
