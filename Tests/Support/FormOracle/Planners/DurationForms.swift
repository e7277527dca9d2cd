import Clocks
import Synthesis

/// The shortest time that something is to last, and a ceiling on the sum of several times.
enum DurationForms {
  static let plans: [FormPlan] =
    shortest(
      FormRule("england/plan-length", 37, 40), since: .of(2013, 4, 15), detail: "", .days(1))
    + shortest(
      FormRule("local-derbyshire/plan-after-return", 40), since: .of(2023, 12, 15),
      detail: "to_same_carers=yes", .months(6)) + returned + breaks

  private static let returnRule = FormRule("local-derbyshire/plan-after-return", 40)
  private static let breakRule = FormRule("england/short-breaks-in-a-year", 38)

  // MARK: The shortest time

  private static func shortest(
    _ rule: FormRule, since: CivilDay, detail: String, _ limit: PlantedLimit
  ) -> [FormPlan] {
    func lasted(
      _ intention: String, _ outcome: FormOutcome, _ days: @escaping @Sendable (Int) -> Int?
    ) -> FormPlan {
      FormPlan(rule, intention) { form in
        let start = form.day(since...CivilDay.asOf.adding(days: -limit.span - 60))
        let due = form.arithmetic.due(limit, after: PlannedMoment(start))
        let plan = form.open("cp_plan", .on(start), detail)
        if let days = days(due.day.days(since: start)) {
          form.close(plan, .on(start.adding(days: days)))
        }
        form.expect(outcome, trigger: PlannedMoment(start), start: PlannedMoment(start), due: due)
      }
    }
    return [
      lasted("ended on the first day that is long enough", .met) { $0 },
      lasted("ended a day too soon", .notMet) { $0 - 1 },
      lasted("ended on the day of its start", .notMet) { _ in 0 },
      lasted("ended long after", .met) { $0 + 25 },
      lasted("still open, and long enough", .met) { _ in nil },
      FormPlan(rule, "still open, and not long enough yet") { form in
        let start = form.day(-(limit.span / 2)...0, after: .asOf)
        _ = form.open("cp_plan", .on(start), detail)
        form.expect(
          .due, trigger: PlannedMoment(start), start: PlannedMoment(start),
          due: form.arithmetic.due(limit, after: PlannedMoment(start)))
      },
      FormPlan(rule, "ended on a day that cannot be read") { form in
        let start = form.day(since...CivilDay.asOf.adding(days: -limit.span - 60))
        let plan = form.open("cp_plan", .on(start), detail)
        form.close(plan, .unreadable)
        form.expect(.notEvaluable, trigger: PlannedMoment(start), because: .dateUnreadable)
      },
      FormPlan(rule, "ended before it started") { form in
        let start = form.day(since...CivilDay.asOf.adding(days: -60))
        let plan = form.open("cp_plan", .on(start), detail)
        form.close(plan, .on(start.adding(days: -3)))
        form.expect(.invalid, trigger: PlannedMoment(start))
      },
      FormPlan(rule, "started after the as-of day") { form in
        let start = form.day(1...30, after: .asOf)
        _ = form.open("cp_plan", .on(start), detail)
        form.expect(.invalid, trigger: PlannedMoment(start))
      },
      FormPlan(rule, "before the first edition") { form in
        let plan = form.open("cp_plan", .on(since.adding(days: -300)), detail)
        form.close(plan, .on(since.adding(days: -300)))
        form.expect(.noCheck)
      },
    ]
  }

  private static let returned: [FormPlan] = [
    FormPlan(returnRule, "to other carers") { form in
      let start = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf.adding(days: -60))
      let plan = form.open("cp_plan", .on(start), "to_same_carers=no")
      form.close(plan, .on(start.adding(days: 10)))
      form.expect(.noCheck)
    },
    FormPlan(returnRule, "the child died too soon") { form in
      let start = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf.adding(days: -250))
      _ = form.open("cp_plan", .on(start), "to_same_carers=yes")
      form.add("child_died", .on(form.day(1...150, after: start)))
      form.expect(.stopped, trigger: PlannedMoment(start))
    },
  ]

  // MARK: The sum of several

  private static let breaks: [FormPlan] = [
    spread(
      "seventy-five days in five breaks", [15, 15, 15, 15, 15], [.met, .met, .met, .met, .met]),
    spread("one day more with the last", [15, 15, 15, 15, 16], [.met, .met, .met, .met, .notMet]),
    spread("far more than allowed", [30, 30, 30, 30], [.met, .met, .notMet, .notMet]),
    spread("one alone", [17], [.met]),
    FormPlan(breakRule, "those of more than a year before count no more") { form in
      let start = form.day(FormCase.first...CivilDay.asOf.adding(days: -600))
      plantBreaks([40, 30], from: start, &form)
      let later = start.adding(days: 480)
      plantBreaks([20, 10], from: later, &form)
      expectBreaks([40, 30], from: start, [.met, .met], &form)
      expectBreaks([20, 10], from: later, [.met, .met], &form)
    },
    FormPlan(breakRule, "other breaks do not count") { form in
      let start = form.day(FormCase.first...CivilDay.asOf.adding(days: -400))
      plantBreaks([60], from: start, regular: "no", &form)
      plantBreaks([30, 40], from: start.adding(days: 100), &form)
      expectBreaks([30, 40], from: start.adding(days: 100), [.met, .met], &form)
    },
    FormPlan(breakRule, "still away, and days are left") { form in
      let away = form.random.number(2...20)
      let start = CivilDay.asOf.adding(days: -away)
      plantBreaks([40], from: start.adding(days: -100), &form)
      _ = form.open("short_break", .on(start), "regular=yes")
      expectBreaks([40], from: start.adding(days: -100), [.met], &form)
      form.expect(
        .due, trigger: PlannedMoment(start), start: PlannedMoment(start),
        due: PlannedMoment(start.adding(days: 35)))
    },
    FormPlan(breakRule, "still away, and no day is left") { form in
      let start = CivilDay.asOf.adding(days: -form.random.number(36...60))
      plantBreaks([40], from: start.adding(days: -100), &form)
      _ = form.open("short_break", .on(start), "regular=yes")
      expectBreaks([40], from: start.adding(days: -100), [.met], &form)
      form.expect(.notMet, trigger: PlannedMoment(start), start: PlannedMoment(start))
    },
    FormPlan(breakRule, "the end of one cannot be read") { form in
      let start = form.day(FormCase.first...CivilDay.asOf.adding(days: -400))
      let first = form.open("short_break", .on(start), "regular=yes")
      form.close(first, .unreadable)
      plantBreaks([20], from: start.adding(days: 90), &form)
      form.expect(.notEvaluable, trigger: PlannedMoment(start), because: .dateUnreadable)
      form.expect(
        .notEvaluable, trigger: PlannedMoment(start.adding(days: 90)), because: .dateUnreadable)
    },
    FormPlan(breakRule, "ended before it started") { form in
      let start = form.day(FormCase.first...CivilDay.asOf.adding(days: -40))
      let one = form.open("short_break", .on(start), "regular=yes")
      form.close(one, .on(start.adding(days: -2)))
      form.expect(.invalid, trigger: PlannedMoment(start))
    },
  ]

  private static func spread(
    _ intention: String, _ lengths: [Int], _ outcomes: [FormOutcome]
  ) -> FormPlan {
    FormPlan(breakRule, intention) { form in
      let start = form.day(FormCase.first...CivilDay.asOf.adding(days: -360))
      plantBreaks(lengths, from: start, &form)
      expectBreaks(lengths, from: start, outcomes, &form)
    }
  }

  /// Breaks of some lengths, each fifty days after the start of the one before.
  private static func plantBreaks(
    _ lengths: [Int], from start: CivilDay, regular: String = "yes", _ form: inout FormCase
  ) {
    for (index, length) in lengths.enumerated() {
      let day = start.adding(days: index * 50)
      let one = form.open("short_break", .on(day), "regular=\(regular)")
      form.close(one, .on(day.adding(days: length)))
    }
  }

  private static func expectBreaks(
    _ lengths: [Int], from start: CivilDay, _ outcomes: [FormOutcome], _ form: inout FormCase
  ) {
    for (index, outcome) in outcomes.enumerated() {
      let day = start.adding(days: index * 50)
      form.expect(
        outcome, trigger: PlannedMoment(day), start: PlannedMoment(day),
        satisfied: outcome == .met ? PlannedMoment(day.adding(days: lengths[index])) : nil)
    }
  }
}
