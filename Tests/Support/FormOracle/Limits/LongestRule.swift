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
    /// Whether the new time begins with the day of the grant; else it is added to the end.
    var isFromGrant = false

    /// The end that a grant moves an end to; a grant never moves it back.
    func end(moving end: PlannedMoment, by grant: PlannedMoment) -> PlannedMoment {
      PlannedMoment(
        isFromGrant
          ? max(end.day, grant.day.adding(days: days - 1)) : end.day.adding(days: days))
    }
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

extension LongestRule {
  /// A plan for each intention that makes sense for the rule.
  var plans: [FormPlan] {
    Intention.allCases.filter(makesSense).map { intention in
      FormPlan(rule, intention.rawValue) { plant(intention, in: &$0) }
    }
  }

  private var isInForce: Bool { (editions.last?.upperBound ?? .asOf) > .asOf }

  private func makesSense(_ intention: Intention) -> Bool {
    switch intention {
    case .dueYesterday, .dueToday, .toCome, .endInFuture, .inFuture: isInForce
    case .extendedOnLastDay, .extendedDayAfter, .extendedOnTheEnd, .extendedTooLate, .extendedTwice,
      .extendedOverdue, .extensionUndated, .extensionUnneeded:
      extending != nil
    case .diedInTime, .diedLate: endsAtDeath
    case .deathEndsNothing: !endsAtDeath
    case .endedByEvent, .endedByEventLate: endsAt != nil
    case .timeUnknown, .startTimeUnknown: limit.isTimed
    case .otherKind: otherDetail != nil
    case .beforeFirstEdition: isFirst && editions[0].lowerBound > FormCase.first
    default: true
    }
  }

  /// The start that an intention needs.
  private func start(for intention: Intention, in form: inout FormCase) -> PlannedMoment {
    switch intention {
    case .dueYesterday, .dueToday:
      return form.start(
        of: limit, due: .asOf.adding(days: intention == .dueToday ? 0 : -1),
        minute: form.random.number(300...1300))
    case .toCome, .endInFuture:
      let earliest = form.start(of: limit, due: CivilDay.asOf.adding(days: 1), minute: 600).day
      return form.moment(form.day(min(earliest, .asOf)...CivilDay.asOf), for: limit)
    case .inFuture: return form.moment(form.day(1...30, after: .asOf), for: limit)
    case .beforeFirstEdition:
      return form.moment(form.day(-200 ... -1, after: editions[0].lowerBound), for: limit)
    default:
      let more = extending.map { $0.days * 2 } ?? 0
      let latest = CivilDay.asOf.adding(days: -limit.span - more - 60)
      let open = editions.filter { $0.lowerBound <= latest }
      let edition = form.random.pick(open) ?? editions[0]
      let last = max(edition.lowerBound, min(edition.upperBound, latest))
      return form.moment(form.day(edition.lowerBound...last), for: limit)
    }
  }

  private func plant(_ intention: Intention, in form: inout FormCase) {
    let start = self.start(for: intention, in: &form)
    let due = form.arithmetic.due(limit, after: start)
    switch intention {
    case .extendedOnLastDay, .extendedDayAfter, .extendedOnTheEnd, .extendedTooLate,
      .extendedTwice, .extendedOverdue, .extensionUndated, .extensionUnneeded:
      plantExtended(intention, start, due, in: &form)
    case .otherKind:
      let process = form.open(kind, .at(start), otherDetail ?? "")
      form.close(process, .at(form.late(due)))
      form.expect(.noCheck)
    case .beforeFirstEdition:
      let process = form.open(kind, .at(start), detail)
      form.close(process, .at(due))
      form.expect(.noCheck)
    case .startUndated:
      let process = form.open(kind, .missing, detail)
      if form.random.chance(50) { form.close(process, .at(due)) }
      form.expect(.notEvaluable, because: .dateMissing)
    case .startTimeUnknown:
      let process = form.open(kind, .on(start.day), detail)
      form.close(process, .at(due))
      form.expect(.notEvaluable, because: .timeNeeded)
    default: plantPlain(intention, start, due, in: &form)
    }
  }

  private func plantPlain(
    _ intention: Intention, _ start: PlannedMoment, _ due: PlannedMoment, in form: inout FormCase
  ) {
    let process = form.open(kind, .at(start), detail)
    func end(_ at: PlannedMoment, _ form: inout FormCase) {
      form.close(process, .at(at))
      form.expect(
        form.satisfied(at, due: due), trigger: start, start: start, due: due, satisfied: at)
    }
    switch intention {
    case .inTime: end(form.between(start, due), &form)
    case .onStart: end(start, &form)
    case .onLastDay: end(due, &form)
    case .dayAfter: end(form.next(due), &form)
    case .late: end(form.late(due), &form)
    case .endInFuture:
      form.close(process, .on(form.day(1...20, after: .asOf)))
      form.expect(.due, trigger: start, start: start, due: due)
    case .diedInTime, .diedLate, .deathEndsNothing:
      let isLate = intention == .diedLate
      // A day without a time lies in time only where all of it does.
      let last = due.minute == nil ? due.day : due.day.adding(days: -1)
      let day =
        isLate
        ? form.day(1...30, after: due.day) : form.between(start, PlannedMoment(last)).day
      form.add("child_died", .on(day))
      form.expect(
        intention == .diedInTime ? .stopped : .overdue, trigger: start, start: start, due: due)
    case .endedByEvent, .endedByEventLate:
      let isLate = intention == .endedByEventLate
      let day = isLate ? form.late(due) : form.random.chance(50) ? due : form.between(start, due)
      form.add(endsAt ?? "", .at(day), in: process)
      form.expect(isLate ? .overdue : .stopped, trigger: start, start: start, due: due)
    case .endUndated, .endUnreadable:
      let isMissing = intention == .endUndated
      form.close(process, isMissing ? .missing : .unreadable)
      form.expect(
        .notEvaluable, trigger: start, due: due, because: isMissing ? .dateMissing : .dateUnreadable
      )
    case .inFuture: form.expect(.invalid, trigger: start)
    case .closedBeforeOpened:
      form.close(process, .on(form.day(-20 ... -1, after: start.day)))
      form.expect(.invalid, trigger: start)
    case .timeUnknown:
      form.close(process, .on(due.day))
      form.expect(.notEvaluable, trigger: start, due: due, because: .timeNeeded)
    default: form.expectUnsatisfied(trigger: start, start: start, due: due)
    }
  }

  private func plantExtended(
    _ intention: Intention, _ start: PlannedMoment, _ due: PlannedMoment, in form: inout FormCase
  ) {
    guard let extending else { return }
    let process = form.open(kind, .at(start), detail)
    func grant(_ at: PlannedMoment, _ form: inout FormCase) {
      form.add(extending.event, .at(at), in: process)
    }
    let granted =
      intention == .extendedOnTheEnd
      ? due : intention == .extendedTooLate ? form.next(due) : form.between(start, due)
    let once = extending.end(moving: due, by: granted)
    var moved = once
    var ended: PlannedMoment? = once
    switch intention {
    case .extendedOnLastDay, .extendedOnTheEnd: grant(granted, &form)
    case .extendedDayAfter:
      grant(granted, &form)
      ended = form.next(once)
    case .extendedTooLate:
      grant(granted, &form)
      moved = due
      ended =
        form.random.chance(50) ? PlannedMoment(due.day.adding(days: extending.days)) : nil
    case .extendedTwice:
      grant(granted, &form)
      let again = form.random.chance(50) || once == due ? once : form.between(due, once)
      grant(again, &form)
      let twice = extending.end(moving: once, by: again)
      (moved, ended) = (extending.isOnce ? once : twice, twice)
    case .extendedOverdue:
      grant(granted, &form)
      ended = nil
    case .extensionUnneeded:
      form.add(extending.event, .missing, in: process)
      form.close(process, .at(due))
      form.expect(.met, trigger: start, start: start, satisfied: due)
      return
    default:
      form.add(extending.event, .missing, in: process)
      form.close(
        process, .on(due.day.adding(days: extending.days - (extending.isFromGrant ? 1 : 0))))
      form.expect(.notEvaluable, trigger: start, start: start, because: .dateMissing)
      return
    }
    guard let ended else {
      return form.expectUnsatisfied(trigger: start, start: start, due: moved)
    }
    form.close(process, .at(ended))
    form.expect(
      form.satisfied(ended, due: moved), trigger: start, start: start, due: moved, satisfied: ended)
  }
}
