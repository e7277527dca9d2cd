import Clocks
import Synthesis

/// Before birth, a day that a meeting fixes, records that must reach everybody, checkpoints on the
/// way, agreed delays and the children of a household.
enum ChainForms {
  static let plans: [FormPlan] = unborn + sooner + fixed + again + sent + checked + delayed + home

  private static let since2023 = CivilDay.of(2023, 12, 15)

  private static func expect(
    _ form: inout FormCase, _ start: CivilDay, due: CivilDay, _ day: CivilDay?,
    from clock: CivilDay? = nil
  ) {
    form.expect(
      day.map { $0 <= due ? .met : .metLate } ?? (due < .asOf ? .overdue : .due),
      trigger: PlannedMoment(start), start: PlannedMoment(clock ?? start),
      due: PlannedMoment(due), satisfied: day.map { PlannedMoment($0) })
  }

  // MARK: Before birth

  private static let birthRule = FormRule("local-sefton/conference-before-birth", 18)
  private static let soonerRule = FormRule("local-liverpool/first-review-before-birth", 13, 39)

  private static let unborn: [FormPlan] =
    [
      ("in the 34th week, on its last day", 0), ("the day after", 1), ("weeks before", -20),
      ("never", nil),
    ].map { words, days in
      FormPlan(birthRule, words) { form in
        let expected = form.day(CivilDay.of(2024, 6, 1)...CivilDay.asOf)
        let due = expected.adding(days: -42)
        let start = due.adding(days: -30)
        form.add("child_expected", .on(expected))
        let enquiry = form.open("s47", .on(start))
        let held = days.map { due.adding(days: $0) }
        if let held { form.add("icpc_held", .on(held), in: enquiry) }
        expect(&form, start, due: due, held)
      }
    } + [
      FormPlan(birthRule, "recorded as not required") { form in
        let expected = form.day(CivilDay.of(2024, 6, 1)...CivilDay.asOf)
        let start = expected.adding(days: -90)
        form.add("child_expected", .on(expected))
        let enquiry = form.open("s47", .on(start))
        form.add("icpc_held", .on(start), in: enquiry, state: "not_required")
        form.expect(.notRequired, trigger: PlannedMoment(start))
      },
      FormPlan(birthRule, "the enquiry passed to another authority first") { form in
        let expected = form.day(CivilDay.of(2024, 6, 1)...CivilDay.asOf)
        let start = expected.adding(days: -90)
        form.add("child_expected", .on(expected))
        let enquiry = form.open("s47", .on(start))
        form.close(enquiry, .on(start.adding(days: 12)), because: "transferred")
        form.expect(.stopped, trigger: PlannedMoment(start))
      },
      FormPlan(birthRule, "a child who is born") { form in
        let start = form.day(since2023...CivilDay.asOf)
        form.add("child_born", .on(start.adding(days: -300)))
        _ = form.open("s47", .on(start))
        form.expect(.noCheck)
      },
      FormPlan(birthRule, "the enquiry began after the 34th week") { form in
        let expected = form.day(CivilDay.of(2024, 6, 1)...CivilDay.asOf)
        let start = expected.adding(days: -form.random.number(5...41))
        form.add("child_expected", .on(expected))
        _ = form.open("s47", .on(start))
        form.expect(.invalid, trigger: PlannedMoment(start))
      },
    ]

  private static let sooner: [FormPlan] =
    [("the birth comes first", 10), ("the three months come first", 85), ("not born yet", nil)]
    .flatMap { words, born in
      [("on the last day", 0), ("the day after", 1), ("never", nil)].map { when, late in
        FormPlan(soonerRule, "\(words), \(when)") { form in
          let start = form.day(since2023...CivilDay.asOf.adding(days: -150))
          let birth = start.adding(days: born ?? 160)
          form.add("child_expected", .on(birth.adding(days: 3)))
          if born != nil { form.add("child_born", .on(birth)) }
          let plan = form.open("cp_plan", .on(start))
          let months = form.arithmetic.months(3, after: start)
          let due =
            born == nil ? months : min(months, form.arithmetic.workingDay(20, after: birth))
          let held = late.map { due.adding(days: $0) }
          if let held { form.add("cp_review_held", .on(held), in: plan) }
          expect(&form, start, due: due, held)
        }
      }
    } + [
      FormPlan(soonerRule, "from the conference days before the plan") { form in
        let start = form.day(since2023.adding(days: 10)...CivilDay.asOf.adding(days: -150))
        form.add("child_expected", .on(start.adding(days: 140)))
        let enquiry = form.open("s47", .on(start.adding(days: -30)))
        let conference = start.adding(days: -6)
        form.add("icpc_held", .on(conference), in: enquiry)
        let plan = form.open("cp_plan", .on(start), in: enquiry)
        let due = form.arithmetic.months(3, after: conference)
        form.add("cp_review_held", .on(due), in: plan)
        expect(&form, start, due: due, due, from: conference)
      },
      FormPlan(soonerRule, "a plan made after the birth") { form in
        let start = form.day(since2023...CivilDay.asOf.adding(days: -10))
        form.add("child_born", .on(start.adding(days: -30)))
        _ = form.open("cp_plan", .on(start))
        form.expect(.noCheck)
      },
    ]

  // MARK: A day that a meeting fixes, and a meeting that must be held again

  private static let fixedRule = FormRule("local-002/reconvened", 13, 15)
  private static let againRule = FormRule("local-swindon/inquorate-conference-again", 14, 15, 19)

  private static let fixed: [FormPlan] =
    [("on the day", 0), ("the day after", 1), ("sooner", -3), ("never", nil)].map { words, late in
      FormPlan(fixedRule, words) { form in
        let day = form.day(CivilDay.of(2012, 5, 1)...CivilDay.asOf.adding(days: -40))
        let due = form.day(5...20, after: day)
        let enquiry = form.open("s47", .on(day))
        form.add(
          "strategy_discussion", .on(day), in: enquiry, "reconvene_on=\(due)",
          outcome: "reconvene")
        let met = late.map { due.adding(days: $0) }
        if let met { form.add("strategy_meeting", .on(met), in: enquiry) }
        expect(&form, day, due: due, met)
      }
    } + [
      FormPlan(fixedRule, "nothing is to be held again") { form in
        let day = form.day(CivilDay.of(2012, 5, 1)...CivilDay.asOf)
        let enquiry = form.open("s47", .on(day))
        form.add("strategy_discussion", .on(day), in: enquiry, outcome: "enquiry")
        form.expect(.notRequired, trigger: PlannedMoment(day))
      },
      FormPlan(fixedRule, "nobody recorded the day") { form in
        let day = form.day(CivilDay.of(2012, 5, 1)...CivilDay.asOf.adding(days: -40))
        let enquiry = form.open("s47", .on(day))
        form.add("strategy_discussion", .on(day), in: enquiry, outcome: "reconvene")
        form.expect(.notEvaluable, trigger: PlannedMoment(day), because: .valueMissing)
      },
    ]

  private static let again: [FormPlan] = [
    ("held again on the last day", 0), ("held again the day after", 1), ("not held again", nil),
  ].map { words, late in
    FormPlan(againRule, words) { form in
      let day = form.day(CivilDay.of(2016, 1, 1)...CivilDay.asOf.adding(days: -50))
      let plan = form.open("cp_plan", .on(day.adding(days: -60)))
      form.add("cp_review_held", .on(day), in: plan, "quorate=no")
      let due = form.arithmetic.workingDay(10, after: day)
      let met = late.map { due.adding(days: $0) }
      if let met {
        form.add("cp_review_held", .on(met), in: plan, "quorate=yes")
        form.expect(.notRequired, trigger: PlannedMoment(met))
      }
      expect(&form, day, due: due, met)
    }
  }

  // MARK: To everybody who was there

  private static let recordRule = FormRule("local-002/record-circulated", 21)

  private static let sent: [FormPlan] =
    [
      ("all on the last day", 0, true), ("the last of them a day late", 1, true),
      ("one of them never", 0, false),
    ]
    .map { words, late, isWhole in
      FormPlan(recordRule, words) { form in
        let day = form.day(CivilDay.of(2012, 5, 1)...CivilDay.asOf.adding(days: -30))
        let enquiry = form.open("s47", .on(day))
        form.add(
          parts: ["social_worker", "police", "health"], "attended", of: "strategy_discussion",
          .on(day), in: enquiry)
        let due = form.arithmetic.workingDay(1, after: day)
        form.add(
          parts: ["social_worker", "police"], "sent_to", of: "record_circulated", .on(due),
          in: enquiry)
        guard isWhole else { return expect(&form, day, due: due, nil) }
        let last = due.adding(days: late)
        form.add(parts: ["health"], "sent_to", of: "record_circulated", .on(last), in: enquiry)
        expect(&form, day, due: due, last)
      }
    }

  // MARK: Checkpoints

  private static let checkedRule = FormRule("local-torbay/assessment", 25, 34)

  /// How late the looks after 10, 20 and 45 working days are; nil for none from there on.
  private static let checked: [FormPlan] = [
    looked("all looks on their last days", [0, 0, 0]),
    looked("the first a day late", [1, 0, 0]), looked("the second a day late", [0, 1, 0]),
    looked("the third a day late", [0, 0, 1]), looked("the third never", [0, 0]),
    looked("the second and third never", [0]), looked("never", []),
  ]

  private static func looked(_ intention: String, _ late: [Int]) -> FormPlan {
    FormPlan(checkedRule, intention) { form in
      let start = form.day(CivilDay.of(2022, 1, 1)...CivilDay.asOf.adding(days: -120))
      let episode = form.open("episode", .on(start))
      let one = form.open("assessment", .on(start), in: episode)
      let due = form.arithmetic.workingDay(45, after: start)
      form.close(one, .on(due))
      expect(&form, start, due: due, due)
      for (index, count) in [10, 20, 45].enumerated() {
        let last = form.arithmetic.workingDay(count, after: start)
        let look = index < late.count ? last.adding(days: late[index]) : nil
        if let look { form.add("manager_check", .on(look), in: episode) }
        form.expect(
          look.map { $0 <= last ? .met : .metLate } ?? .overdue, trigger: PlannedMoment(start),
          start: PlannedMoment(start), due: PlannedMoment(last),
          satisfied: look.map { PlannedMoment($0) },
          of: FormRule("\(checkedRule.id)/manager-looks-in-by-day-\(count)", 25))
      }
    }
  }

  // MARK: An agreed delay changes no outcome

  private static let delayedRule = FormRule("local-liverpool/icpc", 11, 24, 34)

  private static let delayed: [FormPlan] = [
    agreed("agreed by both in time, held within it", ["team_manager", "conference_chair"], -2, 10),
    agreed("agreed by one alone", ["team_manager"], -2, 10),
    agreed("agreed too late", ["service_manager", "conference_chair"], 2, 10),
    agreed("no delay, on the last day", [], nil, 0), agreed("no delay, the day after", [], nil, 1),
    agreed("agreed, and never held", ["head_of_service", "conference_chair"], -1, nil),
  ]

  private static func agreed(
    _ intention: String, _ people: [String], _ days: Int?, _ late: Int?
  ) -> FormPlan {
    FormPlan(delayedRule, intention) { form in
      let start = form.day(since2023...CivilDay.asOf.adding(days: -60))
      let enquiry = form.open("s47", .on(start))
      let due = start.adding(days: 15)
      if let days {
        let at = FormTime.on(due.adding(days: days))
        form.add(
          "delay_authorised", at, in: enquiry,
          "reason=chair_ill; agreed_until=\(due.adding(days: 14))")
        form.add(parts: people, "attended", of: "delay_authorised", at, in: enquiry)
      }
      let held = late.map { due.adding(days: $0) }
      if let held { form.add("icpc_held", .on(held), in: enquiry) }
      expect(&form, start, due: due, held)
    }
  }

  // MARK: The household

  private static let homeRule = FormRule("england/household-considered", 29)

  private static let home: [FormPlan] = [
    sibling("considered at the conference", 0), sibling("considered the day after", 1),
    sibling("never considered", nil),
    FormPlan(homeRule, "the child has a plan already") { form in
      let day = form.day(since2023...CivilDay.asOf)
      _ = form.open("cp_plan", .on(day.adding(days: -50)))
      form.add("sibling_conference_held", .on(day))
      form.expect(.notRequired, trigger: PlannedMoment(day))
    },
    FormPlan(homeRule, "the child's own conference on that day") { form in
      let day = form.day(since2023...CivilDay.asOf)
      form.add("sibling_conference_held", .on(day))
      let enquiry = form.open("s47", .on(day.adding(days: -10)))
      form.add("icpc_held", .on(day), in: enquiry)
      form.expect(.notRequired, trigger: PlannedMoment(day))
    },
    FormPlan(homeRule, "considered on a day that cannot be read") { form in
      let day = form.day(since2023...CivilDay.asOf.adding(days: -3))
      form.add("sibling_conference_held", .on(day))
      form.add("household_considered", .unreadable)
      form.expect(.notEvaluable, trigger: PlannedMoment(day), because: .dateUnreadable)
    },
    FormPlan(homeRule, "the child died on that day") { form in
      let day = form.day(since2023...CivilDay.asOf.adding(days: -3))
      form.add("sibling_conference_held", .on(day))
      form.add("child_died", .on(day))
      form.expect(.stopped, trigger: PlannedMoment(day))
    },
    FormPlan(homeRule, "a conference after the as-of day") { form in
      let day = form.day(1...20, after: .asOf)
      form.add("sibling_conference_held", .on(day))
      form.expect(.invalid, trigger: PlannedMoment(day))
    },
  ]

  private static func sibling(_ intention: String, _ days: Int?) -> FormPlan {
    FormPlan(homeRule, intention) { form in
      let day = form.day(since2023...CivilDay.asOf.adding(days: -3))
      form.add("sibling_conference_held", .on(day))
      let considered = days.map { day.adding(days: $0) }
      if let considered { form.add("household_considered", .on(considered)) }
      expect(&form, day, due: day, considered)
    }
  }
}
