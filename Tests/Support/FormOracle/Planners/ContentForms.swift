import Clocks
import Synthesis

/// What is to be found in an event, which dates are valid for it, and what must come first.
enum ContentForms {
  static let plans: [FormPlan] = dates + orders + patterns + reasons

  private static func expect(
    _ outcome: FormOutcome, _ day: CivilDay, _ form: inout FormCase,
    because reason: FormReason = .valueMissing
  ) {
    form.expect(
      outcome, trigger: PlannedMoment(day), because: outcome == .notEvaluable ? reason : nil)
  }

  // MARK: Valid dates

  private static let dateRule = FormRule("england/icpc-date", 37)
  private static let startRule = FormRule("england/review-after-start", 17, 37)
  private static let since2013 = CivilDay.of(2013, 4, 15)

  private static let dates: [FormPlan] = [
    FormPlan(dateRule, "on some day, working or not") { form in
      let day = form.day(since2013...CivilDay.asOf)
      let enquiry = form.open("s47", .on(day.adding(days: -9)))
      form.add("icpc_held", .on(day), in: enquiry)
      expect(form.arithmetic.isWorking(day) ? .met : .notMet, day, &form)
    },
    FormPlan(dateRule, "on a bank holiday") { form in
      let days = form.holidays.filter { $0 > since2013 && $0 < .asOf }
      let day = form.random.pick(days) ?? since2013
      let enquiry = form.open("s47", .on(day.adding(days: -9)))
      form.add("icpc_held", .on(day), in: enquiry)
      expect(.notMet, day, &form)
    },
    FormPlan(dateRule, "on a day that is missing") { form in
      let enquiry = form.open("s47", .on(form.day(since2013...CivilDay.asOf)))
      form.add("icpc_held", .missing, in: enquiry)
      form.expect(.notEvaluable, because: .dateMissing)
    },
    FormPlan(dateRule, "after the as-of day") { form in
      let day = form.day(1...30, after: .asOf)
      let enquiry = form.open("s47", .on(.asOf))
      form.add("icpc_held", .on(day), in: enquiry)
      expect(.invalid, day, &form)
    },
    review("on the day of the start", 0, .notMet), review("the day after the start", 1, .met),
    review("months after the start", 90, .met), review("before the start", -1, .notMet),
    FormPlan(startRule, "the start of the plan cannot be read") { form in
      let day = form.day(since2013...CivilDay.asOf)
      let plan = form.open("cp_plan", .unreadable)
      form.add("cp_review_held", .on(day), in: plan)
      expect(.notEvaluable, day, &form, because: .dateUnreadable)
    },
  ]

  private static func review(_ intention: String, _ days: Int, _ outcome: FormOutcome) -> FormPlan {
    FormPlan(startRule, intention) { form in
      let start = form.day(since2013.adding(days: 1)...CivilDay.asOf.adding(days: -100))
      let plan = form.open("cp_plan", .on(start))
      form.add("cp_review_held", .on(start.adding(days: days)), in: plan)
      expect(outcome, start.adding(days: days), &form)
    }
  }

  // MARK: What comes first

  private static let openRule = FormRule("england/visit-under-plan", 32, 37)
  private static let enquiryRule = FormRule("england/conference-after-enquiry", 32, 37)
  private static let dischargeRule = FormRule("local-002/discharge-meeting", 32)
  private static let discussionRule = FormRule("england/enquiry-after-discussion", 32, 37)
  private static let planRule = FormRule("england/plan-after-conference", 32)

  private static let orders: [FormPlan] =
    [
      visit("while the plan is open", 20, .met), visit("on its first day", 0, .met),
      visit("on its last day", 60, .met), visit("before it started", -3, .notMet),
      visit("after it ended", 63, .notMet),
    ]
    + [
      conference("the enquiry is open", nil, .met),
      conference("the enquiry ended a month before", 30, .met),
      conference("the enquiry ended on that day", 0, .met),
      conference("the enquiry ended nine months before", 270, .notMet),
    ]
    + [
      discharged("the meeting came first", -90, .met),
      discharged("the meeting came a minute before", -1, .met),
      discharged("the meeting came after", 60, .notMet), discharged("no meeting", nil, .notMet),
      discharged("no enquiry was open", -90, .notRequired),
      discharged("the same day, and no time of the meeting", 0, .notEvaluable),
    ]
    + [
      first(discussionRule, "on the same day", 0), first(discussionRule, "the day before", -1),
      first(discussionRule, "weeks before", -20), first(discussionRule, "the day after", 1),
      first(discussionRule, "never", nil),
      first(planRule, "on the same day", 0), first(planRule, "two months before", -60),
      first(planRule, "two years before", -730), first(planRule, "the day after", 1),
      first(planRule, "never", nil),
    ]

  private static func visit(_ intention: String, _ days: Int, _ outcome: FormOutcome) -> FormPlan {
    FormPlan(openRule, intention) { form in
      let start = form.day(since2013.adding(days: 4)...CivilDay.asOf.adding(days: -70))
      let plan = form.open("cp_plan", .on(start))
      form.close(plan, .on(start.adding(days: 60)))
      form.add("cp_visit", .on(start.adding(days: days)), in: plan)
      expect(outcome, start.adding(days: days), &form)
    }
  }

  private static func conference(
    _ intention: String, _ ended: Int?, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(enquiryRule, intention) { form in
      let day = form.day(since2013...CivilDay.asOf)
      let episode = form.open("episode", .on(day.adding(days: -400)))
      let enquiry = form.open("s47", .on(day.adding(days: -(ended ?? 0) - 20)), in: episode)
      if let ended { form.close(enquiry, .on(day.adding(days: -ended))) }
      form.add("icpc_held", .on(day), in: form.random.chance(50) ? enquiry : episode)
      expect(outcome, day, &form)
    }
  }

  private static func discharged(
    _ intention: String, _ minutes: Int?, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(dischargeRule, intention) { form in
      let day = form.day(CivilDay.of(2012, 5, 1)...CivilDay.asOf.adding(days: -1))
      let at = PlannedMoment(day, form.random.number(8...19), 15)
      let enquiry = form.open("s47", .on(day.adding(days: -8)))
      if outcome == .notRequired { form.close(enquiry, .on(day.adding(days: -4))) }
      let stay = form.open("hospital_stay", .on(day.adding(days: -5)), in: enquiry)
      if let minutes {
        let met = form.arithmetic.minutes(minutes, after: at)
        form.add(
          "discharge_meeting", outcome == .notEvaluable ? .on(day) : .at(met), in: stay)
      }
      form.close(stay, .at(at))
      form.expect(
        outcome, trigger: at, due: at, because: outcome == .notEvaluable ? .timeNeeded : nil)
    }
  }

  /// What is to have come on the day or before it, at most three months before a plan.
  private static func first(_ rule: FormRule, _ intention: String, _ days: Int?) -> FormPlan {
    FormPlan(rule, intention) { form in
      let day = form.day(since2013...CivilDay.asOf.adding(days: -10))
      let episode = form.open("episode", .on(day.adding(days: -800)))
      let isPlan = rule == planRule
      _ = form.open(isPlan ? "cp_plan" : "s47", .on(day), in: episode)
      let met = days.map { day.adding(days: $0) }
      if let met { form.add(isPlan ? "icpc_held" : "strategy_discussion", .on(met), in: episode) }
      let due = PlannedMoment(day)
      guard let met, !isPlan || met >= form.arithmetic.months(3, before: day) else {
        return form.expect(.overdue, trigger: due, start: due, due: due)
      }
      form.expect(
        met <= day ? .met : .metLate, trigger: due, start: due, due: due,
        satisfied: PlannedMoment(met))
    }
  }

  // MARK: So many of the last ones

  private static let bedroomRule = FormRule("local-central-bedfordshire/bedroom-seen", 22)
  private static let aloneRule = FormRule("local-southwark/seen-alone", 22)
  private static let quorateRule = FormRule("local-swindon/no-two-inquorate", 19, 22, 31)
  private static let aloneInEnquiry = FormRule("england/child-seen-alone", 22, 33)

  private static let patterns: [FormPlan] =
    [
      (bedroomRule, "bedroom_seen", "cp_visit"), (aloneRule, "seen_alone", "cp_visit"),
      (quorateRule, "quorate", "cp_review_held"),
    ]
    .flatMap { rule, field, event in
      [
        pattern(rule, event, field, "every second time", ["yes", "no", "yes"], [.met, .met]),
        pattern(rule, event, field, "twice running not", ["yes", "no", "no"], [.met, .notMet]),
        pattern(rule, event, field, "each time", ["yes", "yes"], [.met]),
        pattern(rule, event, field, "never", ["no", "no", "no"], [.notMet, .notMet]),
        pattern(rule, event, field, "nobody recorded the last", ["no", nil], [.notEvaluable]),
        pattern(
          rule, event, field, "nobody recorded the last, and the one before had it", ["yes", nil],
          [.met]),
      ]
    }

  private static func pattern(
    _ rule: FormRule, _ event: String, _ field: String, _ intention: String, _ said: [String?],
    _ outcomes: [FormOutcome]
  ) -> FormPlan {
    FormPlan(rule, intention) { form in
      let start = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf.adding(days: -120))
      let plan = form.open("cp_plan", .on(start), "pre_birth=no")
      for (index, value) in said.enumerated() {
        let day = start.adding(days: 15 + index * 20)
        form.add(event, .on(day), in: plan, value.map { "\(field)=\($0)" } ?? "")
        // The first is judged with the second.
        expect(index == 0 ? .notRequired : outcomes[index - 1], day, &form)
      }
    }
  }

  // MARK: Reasons for taking longer

  private static let assessmentRule = FormRule("england/assessment-reasons", 24)
  private static let allegationRule = FormRule("england/allegation-delay-reasons", 24)
  private static let publishedRule = FormRule("england/practice-review-reasons", 24)

  private static let reasons: [FormPlan] = [assessmentRule, allegationRule, publishedRule]
    .flatMap { rule in
      [
        reason(rule, "in time, no reason needed", isLate: false, "yes", .notRequired),
        reason(rule, "on the last day, no reason needed", isLate: false, "no", .notRequired),
        reason(rule, "late, with a reason", isLate: true, "yes", .met),
        reason(rule, "late, without a reason", isLate: true, "no", .notMet),
        reason(rule, "late, and nobody recorded whether", isLate: true, nil, .notEvaluable),
      ]
    }

  private static func reason(
    _ rule: FormRule, _ intention: String, isLate: Bool, _ said: String?, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(rule, intention) { form in
      let detail = said.map { "reasons_recorded=\($0)" } ?? ""
      let since = rule == publishedRule ? CivilDay.of(2023, 12, 15) : .of(2017, 1, 1)
      let start = form.day(since...CivilDay.asOf.adding(days: -250))
      let limit: PlantedLimit =
        rule == assessmentRule ? .workingDays(45) : .months(rule == publishedRule ? 6 : 3)
      let due = form.arithmetic.due(limit, after: PlannedMoment(start)).day
      let day = isLate ? due.adding(days: form.random.number(1...30)) : due
      switch rule {
      case assessmentRule:
        let episode = form.open("episode", .on(start))
        let one = form.open("assessment", .on(start), in: episode)
        form.add("assessment_authorised", .on(day), in: one, detail)
      case allegationRule:
        let allegation = form.open("allegation", .on(start))
        form.add("allegation_reviewed", .on(day), in: allegation, detail)
      default:
        let incident = form.open("incident", .on(start))
        form.add("practice_review_started", .on(start), in: incident)
        form.add("practice_review_published", .on(day), in: incident, detail)
      }
      expect(outcome, day, &form)
    }
  }
}
