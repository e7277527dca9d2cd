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
