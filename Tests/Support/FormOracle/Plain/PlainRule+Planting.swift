import Clocks
import Synthesis

extension PlainRule {
  /// Writes the facts and the answer of one intention.
  func plant(_ intention: PlainIntention, in form: inout FormCase) {
    let start = self.start(for: intention, in: &form)
    let due = form.arithmetic.due(limit, after: start)
    var scene = PlainScene(rule: self, start: start, due: due)
    switch intention {
    case .inTime: scene.meet(form.between(start, due), &form)
    case .onStart: scene.meet(start, &form)
    case .onLastDay, .firstDayOfEdition, .lastDayOfEdition: scene.meet(due, &form)
    case .dayAfter: scene.meet(form.next(due), &form)
    case .late: scene.meet(form.late(due), &form)
    case .overdue, .dueYesterday, .dueToday, .dueLater: scene.leave(&form)
    case .metBeforeDue:
      let met = start.day == .asOf ? start.day : form.day(start.day...CivilDay.asOf)
      scene.meet(limit.isTimed && met == start.day ? start : form.moment(met, for: limit), &form)
    case .diedInTime, .diedOnLastDay, .diedAfterDue, .diedOnTheDayItWasMet, .diedThenLate,
      .deathEndsNothing:
      scene.die(intention, &form)
    case .closedInTime, .closedOnLastDay, .closedAfterDue, .metAfterClosing, .closingEndsNothing,
      .closedForAnotherReason:
      scene.close(intention, &form)
    case .conditionFails, .conditionFailsThoughMet, .conditionUnknown:
      scene.condition(intention, &form)
    case .waived, .waivedThoughMet: scene.waive(intention, &form)
    case .undated: scene.meet(.missing, .notEvaluable, because: .dateMissing, &form)
    case .unreadable: scene.meet(.unreadable, .notEvaluable, because: .dateUnreadable, &form)
    case .triggerUndated: scene.hideTrigger(.missing, because: .dateMissing, &form)
    case .triggerUnreadable: scene.hideTrigger(.unreadable, because: .dateUnreadable, &form)
    case .triggerInFuture:
      scene.trigger(&form)
      form.expect(.invalid, trigger: start)
    case .closedBeforeOpened:
      scene.trigger(&form)
      form.close(scene.process, .on(form.day(-40 ... -1, after: start.day)))
      form.expect(.invalid, trigger: start)
    case .onlyBefore: scene.meetBefore(&form)
    case .onlyPlanned: scene.leave(written: "planned", &form)
    case .onlyCancelled: scene.leave(written: "cancelled", &form)
    case .wrongDetail:
      scene.trigger(&form)
      scene.write(.at(form.between(start, due)), wrongDetail ?? "", &form)
      form.expectUnsatisfied(trigger: start, start: start, due: due)
    case .otherWay:
      scene.met = Array(met.dropLast()) + [form.random.pick(metElse) ?? ""]
      scene.meet(form.random.chance(50) ? due : form.between(start, due), &form)
    case .inTimeAndLate:
      scene.meet(due, &form)
      scene.write(.at(form.late(due)), metDetail, &form)
    case .doubledRow:
      scene.meet(due, &form)
      form.doubleLastRow()
    case .oneOfAllMissing, .oneOfAllLate: scene.one(intention == .oneOfAllLate, &form)
    case .oneRecipientMissing, .oneRecipientLate:
      scene.oneRecipient(intention == .oneRecipientLate, &form)
    case .timeUnknown, .timeUnneeded, .startTimeUnknown: scene.time(intention, &form)
    case .beforeFirstEdition, .betweenEditions:
      scene.trigger(&form)
      scene.write(.at(due), metDetail, &form)
      if intention == .betweenEditions, isSoftBetween {
        form.expect(.elapsed, trigger: start, start: start, satisfied: due)
      } else {
        form.expect(.noCheck)
      }
    case .noTrigger: scene.withoutTrigger(&form)
    case .otherKind:
      scene.detail = otherDetail ?? ""
      scene.trigger(&form)
      if form.random.chance(50) { scene.write(.at(due), metDetail, &form) }
      form.expect(.noCheck)
    }
  }
}

extension PlainRule {
  /// A plan for each intention that makes sense for the rule.
  var plans: [FormPlan] {
    PlainIntention.allCases.filter(makesSense).map { intention in
      FormPlan(rule, intention.rawValue) { plant(intention, in: &$0) }
    }
  }

  private var canClose: Bool {
    let own = FormProcess(kind: kind).closed
    return !closesProcess && !met.contains(own) && kind != "" && event == nil
  }

  private var hasClosing: Bool {
    stops.contains(.closing)
      || stops.contains { if case .closingBecause = $0 { true } else { false } }
  }

  /// Whether an intention makes sense for the rule.
  func makesSense(_ intention: PlainIntention) -> Bool {
    switch intention {
    case .inTime, .late, .dayAfter, .onLastDay, .overdue, .undated, .unreadable, .triggerUndated,
      .triggerUnreadable, .doubledRow, .noTrigger:
      true
    case .onStart: met.count == 1 && metInside == nil
    case .onlyPlanned, .onlyCancelled: metInside == nil && !isOnce
    case .inTimeAndLate: met.count == 1 && !isOnce && recipients.isEmpty && metInside == nil
    case .onlyBefore: metInside == nil && met.count == 1 && recipients.isEmpty && !closesProcess
    case .triggerInFuture: isInForce
    case .dueYesterday, .dueToday, .dueLater, .metBeforeDue: isInForce && limit != .sameDay
    case .diedInTime, .diedOnLastDay, .diedAfterDue, .diedOnTheDayItWasMet, .diedThenLate:
      stops.contains(.death)
    case .deathEndsNothing: !stops.contains(.death)
    case .closedInTime, .closedOnLastDay, .closedAfterDue, .metAfterClosing:
      hasClosing && limit != .sameDay
    case .closingEndsNothing: canClose && !hasClosing
    case .closedForAnotherReason:
      stops.contains { if case .closingBecause = $0 { true } else { false } }
    case .conditionFails, .conditionFailsThoughMet: condition != nil
    case .conditionUnknown: condition.map { !$0.unknown.isEmpty } ?? false
    case .waived, .waivedThoughMet: waiver != nil
    case .closedBeforeOpened: event == nil
    case .wrongDetail: wrongDetail != nil
    case .otherWay: !metElse.isEmpty
    case .oneOfAllMissing, .oneOfAllLate: met.count > 1
    case .oneRecipientMissing, .oneRecipientLate: !recipients.isEmpty
    case .timeUnknown, .timeUnneeded, .startTimeUnknown: limit.isTimed
    case .beforeFirstEdition: firstDay != nil
    case .betweenEditions, .lastDayOfEdition: editions.count > 1
    case .firstDayOfEdition: firstDay != nil || editions.count > 1
    case .otherKind: otherDetail != nil
    }
  }

  // MARK: The day of the start

  /// A day of an edition so early that everything planted after due lies before the as-of day.
  func pastDay(in form: inout FormCase) -> CivilDay {
    let latest = CivilDay.asOf.adding(days: -limit.span - 60)
    let open = editions.filter { $0.lowerBound <= latest }
    let edition = form.random.pick(open) ?? editions[0]
    return form.day(edition.lowerBound...max(edition.lowerBound, min(edition.upperBound, latest)))
  }

  /// The moment of the trigger that an intention needs.
  func start(for intention: PlainIntention, in form: inout FormCase) -> PlannedMoment {
    switch intention {
    case .dueYesterday, .dueToday:
      return form.start(
        of: limit, due: .asOf.adding(days: intention == .dueToday ? 0 : -1),
        minute: form.random.number(300...1300))
    case .dueLater, .metBeforeDue:
      let earliest = form.start(of: limit, due: CivilDay.asOf.adding(days: 1), minute: 600).day
      let start = form.day(min(earliest, .asOf)...CivilDay.asOf)
      // A minute on the as-of day is taken as having happened, whatever it is.
      return form.moment(start, for: limit)
    case .triggerInFuture:
      return form.moment(form.day(1...30, after: .asOf), for: limit)
    case .beforeFirstEdition:
      return form.moment(
        form.day(-200 ... -1, after: firstDay ?? FormCase.first), for: limit)
    case .betweenEditions:
      return form.moment(
        form.day(
          editions[0].upperBound.adding(days: 1)...editions[1].lowerBound.adding(days: -1)),
        for: limit)
    case .firstDayOfEdition:
      let first = editions.filter { $0.lowerBound > FormCase.first }
      return form.moment((form.random.pick(first) ?? editions[0]).lowerBound, for: limit)
    case .lastDayOfEdition: return form.moment(editions[0].upperBound, for: limit)
    default: return form.moment(pastDay(in: &form), for: limit)
    }
  }
}
