import Clocks
import Synthesis

/// Emergency protection orders: days that count the first, an end that moves to noon, a start that
/// is dated back, one extension; and interim orders whose end the court states.
enum ProtectionOrderForms {
  static let plans: [FormPlan] = ordinary + noon + backDated + interim

  private static let rule = FormRule("england/emergency-protection-order", 6, 7, 8, 9, 12)
  private static let interimRule = FormRule("england/interim-order", 6, 10)
  private static let kept = "order_type=emergency_protection; on_police_application=no"

  /// Whether a day is neither Sunday nor a holiday (Children Act 1989, section 45(2)): Christmas Day
  /// is one on a Saturday too, and so is 26 December, whatever day is given in its place.
  private static func isCourtDay(_ day: CivilDay, _ form: FormCase) -> Bool {
    let (_, month, dayOfMonth) = day.civil
    return !(month == 12 && (25...26).contains(dayOfMonth))
      && !form.arithmetic.holidays.contains(day) && ((Int(day.number) - 3) % 7 + 7) % 7 != 0
  }

  /// A first day whose eighth is a court day, or is none.
  private static func firstDay(endsAtNoon: Bool, _ form: inout FormCase) -> CivilDay {
    var day = form.day(FormCase.first...CivilDay.asOf.adding(days: -50))
    while isCourtDay(day.adding(days: 7), form) == endsAtNoon { day = day.adding(days: 1) }
    return day
  }

  private static func due(_ first: CivilDay, _ form: FormCase) -> PlannedMoment {
    var day = first.adding(days: 7)
    guard !isCourtDay(day, form) else { return PlannedMoment(day) }
    while !isCourtDay(day, form) { day = day.adding(days: 1) }
    return PlannedMoment(day, 12, 0)
  }

  // MARK: Eight days

  private static let ordinary: [FormPlan] = [
    order("ended before the eighth day", extended: [], endsAfter: 3, lasts: 7),
    order("ended on the eighth day", extended: [], endsAfter: 7, lasts: 7),
    order("ended on the ninth day", extended: [], endsAfter: 8, lasts: 7),
    order("still in force", extended: [], endsAfter: nil, lasts: 7),
    order("extended, ended on the fifteenth day", extended: [5], endsAfter: 14, lasts: 14),
    order("extended on the eighth day", extended: [7], endsAfter: 14, lasts: 14),
    order("extended, ended on the sixteenth day", extended: [5], endsAfter: 15, lasts: 14),
    order(
      "extended on the ninth day, which extends nothing", extended: [8], endsAfter: 14, lasts: 7),
    order("extended twice, and once counts", extended: [5, 12], endsAfter: 20, lasts: 14),
    FormPlan(rule, "in force on the eighth day") { form in
      // The as-of day is a Tuesday and no holiday.
      let first = CivilDay.asOf.adding(days: -7)
      _ = form.open("order", .on(first), kept)
      form.expect(
        .due, trigger: PlannedMoment(first), start: PlannedMoment(first),
        due: PlannedMoment(.asOf))
    },
    FormPlan(rule, "in force since the day before") { form in
      let first = CivilDay.asOf.adding(days: -8)
      _ = form.open("order", .on(first), kept)
      form.expect(
        .overdue, trigger: PlannedMoment(first), start: PlannedMoment(first),
        due: PlannedMoment(CivilDay.asOf.adding(days: -1)))
    },
    FormPlan(rule, "ended on a day that cannot be read") { form in
      let first = firstDay(endsAtNoon: false, &form)
      let order = form.open("order", .on(first), kept)
      form.close(order, .unreadable)
      form.expect(.notEvaluable, trigger: PlannedMoment(first), because: .dateUnreadable)
    },
    FormPlan(rule, "ended before it was made") { form in
      let first = firstDay(endsAtNoon: false, &form)
      let order = form.open("order", .on(first), kept)
      form.close(order, .on(first.adding(days: -2)))
      form.expect(.invalid, trigger: PlannedMoment(first))
    },
    FormPlan(rule, "an order of another kind") { form in
      let first = firstDay(endsAtNoon: false, &form)
      _ = form.open("order", .on(first), "order_type=supervision")
      form.expect(.noCheck)
    },
  ]

  private static func order(
    _ intention: String, extended: [Int], endsAfter: Int?, lasts: Int
  ) -> FormPlan {
    FormPlan(rule, intention) { form in
      let first = firstDay(endsAtNoon: false, &form)
      let order = form.open("order", .on(first), kept)
      for days in extended { form.add("order_extended", .on(first.adding(days: days)), in: order) }
      let due = PlannedMoment(first.adding(days: lasts))
      guard let endsAfter else {
        return form.expectUnsatisfied(
          trigger: PlannedMoment(first), start: PlannedMoment(first), due: due)
      }
      let ended = PlannedMoment(first.adding(days: endsAfter))
      form.close(order, .at(ended))
      form.expect(
        form.satisfied(ended, due: due), trigger: PlannedMoment(first),
        start: PlannedMoment(first), due: due, satisfied: ended)
    }
  }

  // MARK: Noon

  private static let noon: [FormPlan] = [
    atNoon("the eighth day is a holiday, ended at noon on the next court day") { due, _ in
      (.at(due), .met, nil)
    },
    atNoon("the eighth day is a holiday, ended a minute after noon") { due, form in
      (.at(form.next(due)), .metLate, nil)
    },
    atNoon("the eighth day is a holiday, ended that morning") { due, form in
      (.at(PlannedMoment(due.day, form.random.number(5...11), 30)), .met, nil)
    },
    atNoon("the eighth day is a holiday, ended before it") { due, form in
      (.on(form.day(-8 ... -1, after: due.day)), .met, nil)
    },
    atNoon("the eighth day is a holiday, ended on the next court day at no time") { due, _ in
      (.on(due.day), .notEvaluable, .timeNeeded)
    },
    atNoon("the eighth day is a holiday, ended the day after") { due, _ in
      (.on(due.day.adding(days: 1)), .metLate, nil)
    },
  ]

  private static func atNoon(
    _ intention: String,
    _ pick:
      @escaping @Sendable (PlannedMoment, inout FormCase) -> (
        ended: FormTime, outcome: FormOutcome, reason: FormReason?
      )
  ) -> FormPlan {
    FormPlan(rule, intention) { form in
      let first = firstDay(endsAtNoon: true, &form)
      let due = due(first, form)
      let (ended, outcome, reason) = pick(due, &form)
      // Never before it was made: the first court day lies eight or more days after it.
      let order = form.open("order", .on(first), kept)
      form.close(order, ended)
      form.expect(
        outcome, trigger: PlannedMoment(first), start: PlannedMoment(first), due: due,
        satisfied: reason == nil ? ended.moment : nil, because: reason)
    }
  }

  // MARK: Dated back to police protection

  private static let backDated: [FormPlan] = [
    afterPolice("from the first day of police protection, on the eighth", "yes", 7, .met),
    afterPolice("from the first day of police protection, on the ninth", "yes", 8, .metLate),
    afterPolice("on the authority's application, from the order's own day", "no", 9, .met),
    afterPolice("nobody recorded who applied, and it decides", nil, 9, .notEvaluable),
    afterPolice("nobody recorded who applied, and it does not decide", nil, 6, .met),
  ]

  private static func afterPolice(
    _ intention: String, _ application: String?, _ days: Int, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(rule, intention) { form in
      var first = firstDay(endsAtNoon: false, &form)
      // Both possible last days are court days.
      while !isCourtDay(first.adding(days: 7), form) || !isCourtDay(first.adding(days: 9), form) {
        first = first.adding(days: 1)
      }
      let made = first.adding(days: 2)
      let police = form.open("police_protection", .at(form.time(on: first)))
      form.close(police, .at(PlannedMoment(made, 3, 0)))
      let said = application.map { "; on_police_application=\($0)" } ?? ""
      let order = form.open("order", .on(made), "order_type=emergency_protection\(said)")
      let ended = PlannedMoment(first.adding(days: days))
      form.close(order, .at(ended))
      let due = application.map { first.adding(days: $0 == "yes" ? 7 : 9) }
      form.expect(
        outcome, trigger: PlannedMoment(made), due: due.map { PlannedMoment($0) },
        satisfied: outcome == .notEvaluable ? nil : ended,
        because: outcome == .notEvaluable ? .valueMissing : nil)
    }
  }

  // MARK: An end that the court states

  private static let interim: [FormPlan] = [
    stated("before the stated end", "no", 90, ended: 60, .met),
    stated("on the stated end", "no", 90, ended: 90, .met),
    stated("the day after the stated end", "no", 90, ended: 91, .metLate),
    stated("past the stated end", "no", 90, ended: nil, .overdue),
    stated("with a direction under section 37, on the last day", "yes", 120, ended: 55, .met),
    stated("with a direction under section 37, the day after", "yes", 120, ended: 56, .metLate),
    stated("nobody recorded the direction, and it decides", nil, 120, ended: 80, .notEvaluable),
    stated("nobody recorded the direction, and it does not decide", nil, 120, ended: 40, .met),
    stated("nobody recorded the stated end", "no", nil, ended: 40, .notEvaluable),
  ]

  private static func stated(
    _ intention: String, _ direction: String?, _ end: Int?, ended: Int?, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(interimRule, intention) { form in
      let made = form.day(CivilDay.of(2014, 4, 22)...CivilDay.asOf.adding(days: -150))
      var detail = "order_type=\(form.random.chance(50) ? "interim_care" : "interim_supervision")"
      if let direction { detail += "; section37=\(direction)" }
      if let end { detail += "; stated_end=\(made.adding(days: end))" }
      let order = form.open("order", .on(made), detail)
      let days = direction == "yes" ? 55 : direction == nil ? nil : end
      let due = days.map { PlannedMoment(made.adding(days: $0)) }
      if let ended { form.close(order, .on(made.adding(days: ended))) }
      let isOpen = outcome == .notEvaluable
      form.expect(
        outcome, trigger: PlannedMoment(made), start: PlannedMoment(made), due: due,
        satisfied: isOpen ? nil : ended.map { PlannedMoment(made.adding(days: $0)) },
        because: isOpen ? .valueMissing : nil)
    }
  }
}
