import Clocks

/// One event within a limit of another: most forms come down to it, with a condition, a start or a
/// stop of their own.
struct DeadlineForm: FormPlanner {
  var forms: [String]
  var rule: String
  /// The process that the events lie in; empty for events of the child itself.
  var process = ""
  /// The event that starts the clock.
  var trigger: String
  /// What the trigger's row carries.
  var detail = ""
  /// What the trigger's row would carry so that the rule is not applied to it; empty for none.
  var otherDetail = ""
  /// What the rule makes of that: no check, or one that is not required.
  var otherOutcome = ""
  var limit: FormLimit
  var satisfier: String
  /// Whether what happens on the day of the start does not count.
  var isAfterStartDay = false
  /// The event that ends the process and stops the clock; empty for none.
  var closing = ""
  /// What the closing row gives as its outcome.
  var closeReason = ""
  /// Whether a death stops the clock.
  var stopsAtDeath = true
  /// The first day of the rule's first edition.
  var from = CivilDay.of(2012, 1, 4)
  /// The last day on which a clock may start; nil for the as-of day.
  var until: CivilDay?
  /// Rows that every case needs besides, at the day of the start.
  var besides: [String] = []

  var rules: [String] { [rule] }

  private enum Intention: Int, CaseIterable {
    case early, onLastDay, lastMinuteBefore, dayAfter, late, overdue, due, dueToday, dueYesterday
    case closedInTime, closedTooLate, diedInTime, unreadableEvent, unreadableTrigger, stillToCome
    case beforeFirstEdition, notApplied
  }

  /// The intentions that make sense for the form.
  private var intentions: [Intention] {
    Intention.allCases.filter { intention in
      switch intention {
      case .closedInTime, .closedTooLate: !closing.isEmpty
      case .diedInTime: stopsAtDeath && !limit.isElapsed
      case .due, .dueToday, .dueYesterday, .stillToCome: until == nil
      case .beforeFirstEdition: from > .of(2012, 1, 4)
      case .notApplied: !otherDetail.isEmpty
      default: true
      }
    }
  }

  var variants: Int { intentions.count }

  func plan(_ variant: Int, _ maker: inout FormMaker) {
    let intention = intentions[variant % intentions.count]
    let start = start(intention, &maker)
    let due = limit.due(after: start, maker.arithmetic)
    let place = process.isEmpty ? FormFact.Process.none : maker.process(process)
    var answer = FormAnswer(rule: rule, trigger: start, start: start, due: due, outcome: "")
    if intention == .unreadableTrigger {
      maker.addUnreadable(trigger, in: place, detail: detail)
    } else {
      maker.add(
        trigger, start, in: place, detail: intention == .notApplied ? otherDetail : detail)
    }
    for type in besides { maker.add(type, start.day, in: place) }
    let first = isAfterStartDay ? start.day.adding(days: 1) : start.day
    func hold(_ at: PlannedMoment, _ outcome: String) {
      maker.add(satisfier, at, in: place)
      answer.satisfied = at
      answer.outcome = outcome
    }
    switch intention {
    case .early:
      hold(
        limit.isElapsed
          ? maker.arithmetic.minutes(maker.random.number(1...60), after: start)
          : PlannedMoment(maker.day(first, due.day)), "met")
    case .onLastDay: hold(due, "met")
    case .lastMinuteBefore:
      hold(
        limit.isElapsed
          ? maker.arithmetic.minutes(-1, after: due) : PlannedMoment(max(first, due.day)), "met")
    case .dayAfter: hold(after(due, 1, maker), "met late")
    case .late: hold(after(due, maker.random.number(2...30), maker), "met late")
    case .overdue, .dueYesterday: answer.outcome = "overdue"
    case .due, .dueToday: answer.outcome = "due"
    case .closedInTime:
      maker.add(closing, maker.day(first, due.day), in: place, outcome: closeReason)
      answer.outcome = "stopped"
    case .closedTooLate:
      maker.add(closing, after(due, 1, maker).day, in: place, outcome: closeReason)
      answer.outcome = "overdue"
    case .diedInTime:
      maker.add("child_died", maker.random.chance(50) ? due.day : maker.day(start.day, due.day))
      answer.outcome = "stopped"
    case .unreadableEvent:
      maker.addUnreadable(satisfier, in: place)
      answer.outcome = "not evaluable"
      answer.reason = "date_unreadable"
    case .unreadableTrigger:
      maker.add(satisfier, due, in: place)
      (answer.trigger, answer.start, answer.due) = (nil, nil, nil)
      answer.outcome = "not evaluable"
      answer.reason = "date_unreadable"
    case .stillToCome: answer.outcome = "invalid"
    case .beforeFirstEdition:
      maker.add(satisfier, due, in: place)
      return
    case .notApplied:
      guard !otherOutcome.isEmpty else { return }
      answer.outcome = otherOutcome
    }
    maker.expect(answer)
  }

  /// A day, or a minute, after a due.
  private func after(_ due: PlannedMoment, _ count: Int, _ maker: FormMaker) -> PlannedMoment {
    limit.isElapsed
      ? maker.arithmetic.minutes(count, after: due) : PlannedMoment(due.day.adding(days: count))
  }

  /// A start for which the intention comes out as of the as-of day.
  private func start(_ intention: Intention, _ maker: inout FormMaker) -> PlannedMoment {
    let asOf = CivilDay.asOf
    func moment(_ day: CivilDay) -> PlannedMoment {
      limit.isElapsed ? maker.time(day) : PlannedMoment(day)
    }
    /// The first day from which the due day is not before a day.
    func firstDue(onOrAfter day: CivilDay) -> CivilDay {
      var start = day
      while limit.due(after: PlannedMoment(start.adding(days: -1), minute: 720), maker.arithmetic)
        .day >= day
      {
        start = start.adding(days: -1)
      }
      return start
    }
    switch intention {
    case .due: return moment(asOf)
    case .dueToday:
      let day = firstDue(onOrAfter: asOf)
      return limit.isElapsed ? PlannedMoment(day, minute: 720) : PlannedMoment(day)
    case .dueYesterday:
      let day = firstDue(onOrAfter: asOf).adding(days: -1)
      return limit.isElapsed ? PlannedMoment(day, minute: 720) : PlannedMoment(day)
    case .stillToCome: return moment(maker.day(asOf.adding(days: 1), asOf.adding(days: 20)))
    case .beforeFirstEdition:
      return moment(maker.day(from.adding(days: -200), from.adding(days: -1)))
    default:
      // Late enough for the clock to have run out, and what came after it, by the as-of day.
      var last = until ?? asOf
      while limit.due(after: PlannedMoment(last, minute: 720), maker.arithmetic).day
        > asOf.adding(days: -40)
      {
        last = last.adding(days: -30)
      }
      return moment(maker.day(from, last))
    }
  }
}
