import Clocks

extension FormCatalogue {
  /// What an event must be like, what came before it, what came of it, and who kept silent.
  static let records: [any FormPlanner] = [
    WrittenForm(
      forms: ["F22"], rules: ["local-central-bedfordshire/bedroom-seen"],
      written: [
        visits([true, false], ["met"]), visits([false, true], ["met"]),
        visits([false, false, true], ["not met", "met"]),
        visits([true, true, false, false], ["met", "met", "not met"]),
      ]),
    WrittenForm(
      forms: ["F37"], rules: ["england/icpc-date"],
      written: [
        conference(0, "met"), conference(1, "not met"), conference(2, "not met"),
      ]),
    WrittenForm(
      forms: ["F32"], rules: ["local-002/discharge-meeting"],
      written: [
        discharge(meeting: -60, "met"), discharge(meeting: 45, "not met"),
        discharge(meeting: nil, "not met"),
      ]),
    WrittenForm(
      forms: ["F30"], rules: ["england/decisions-answered"],
      written: [
        answered("decisions_agreed", 5, "met"), answered("decisions_disputed", 2, "met"),
        answered("decisions_disputed", 6, "met late"), answered("", 0, "met"),
      ]),
    WrittenForm(
      forms: ["F33"], rules: ["england/immediate-protection"],
      written: [elapsed("immediate_action"), elapsed("strategy_discussion"), elapsed("")]),
    WrittenForm(
      forms: ["F24", "F34"], rules: ["local-liverpool/icpc", "england/icpc"],
      written: [
        twoLimits(15, "met", "met"), twoLimits(16, "met late", "met"),
        twoLimits(60, "met late", "met late"), twoLimits(nil, "overdue", "overdue"),
      ]),
    WrittenForm(
      forms: ["F25"],
      rules: [
        "local-torbay/assessment/manager-looks-in-by-day-10",
        "local-torbay/assessment/manager-looks-in-by-day-20",
        "local-torbay/assessment/manager-looks-in-by-day-45",
      ],
      written: [
        checked([10, 20, 45], ["met", "met", "met"]),
        checked([11, 20, 46], ["met late", "met", "met late"]),
        checked([3], ["met", "overdue", "overdue"]),
        checked([], ["overdue", "overdue", "overdue"]),
      ]),
    WrittenForm(
      forms: ["F15"], rules: ["local-002/reconvened"],
      written: [reconvened(0, "met"), reconvened(1, "met late"), reconvened(nil, "overdue")]),
    WrittenForm(
      forms: ["F29"], rules: ["england/household-considered"],
      written: [
        household(considered: 0, "met"), household(considered: 9, "met late"),
        household(considered: nil, "overdue"), household(hasPlan: true, "not required"),
      ]),
  ]

  private static func visits(_ seen: [Bool], _ outcomes: [String]) -> WrittenForm.Variant {
    { maker in
      var day = maker.day(.of(2023, 12, 15), CivilDay.asOf.adding(days: -120))
      let place = maker.process("cp_plan")
      maker.add("cp_plan_started", day, in: place)
      for (number, isSeen) in seen.enumerated() {
        day = day.adding(days: maker.random.number(5...25))
        maker.add("cp_visit", day, in: place, detail: "bedroom_seen=\(isSeen ? "yes" : "no")")
        maker.expect(
          FormAnswer(
            rule: "local-central-bedfordshire/bedroom-seen", trigger: PlannedMoment(day),
            outcome: number == 0 ? "not required" : outcomes[number - 1]))
      }
    }
  }

  /// A conference on a working day, at a weekend, or on a bank holiday.
  private static func conference(_ kind: Int, _ outcome: String) -> WrittenForm.Variant {
    { maker in
      var day = maker.day(.of(2013, 4, 15), CivilDay.asOf.adding(days: -60))
      let holidays = maker.arithmetic.holidays
      func suits(_ day: CivilDay) -> Bool {
        switch kind {
        case 0: maker.arithmetic.isWorking(day)
        case 1: !maker.arithmetic.isWorking(day) && !holidays.contains(day)
        default: holidays.contains(day)
        }
      }
      while !suits(day) { day = day.adding(days: -1) }
      guard day >= .of(2013, 4, 15) else { return }
      let place = maker.process("s47")
      maker.add("s47_started", day.adding(days: -14), in: place)
      maker.add("icpc_held", day, in: place)
      maker.expect(
        FormAnswer(rule: "england/icpc-date", trigger: PlannedMoment(day), outcome: outcome))
    }
  }

  private static func discharge(meeting minutes: Int?, _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let at = maker.time(maker.day(.of(2012, 5, 10), CivilDay.asOf.adding(days: -5)))
      let enquiry = maker.process("s47")
      let stay = maker.process("hospital_stay", in: enquiry)
      maker.add("s47_started", at.day.adding(days: -7), in: enquiry)
      maker.add("hospital_admitted", at.day.adding(days: -3), in: stay)
      maker.add("hospital_discharged", at, in: stay)
      if let minutes {
        maker.add("discharge_meeting", maker.arithmetic.minutes(minutes, after: at), in: stay)
      }
      maker.expect(
        FormAnswer(rule: "local-002/discharge-meeting", trigger: at, due: at, outcome: outcome))
    }
  }

  private static func answered(
    _ answer: String, _ days: Int, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      let sent = maker.day(.of(2012, 1, 4), CivilDay.asOf.adding(days: -30))
      let place = maker.process("cla_period")
      maker.add("cla_started", sent.adding(days: -90), in: place)
      maker.add("review_decisions_sent", sent, in: place)
      let due = maker.arithmetic.workingDay(5, after: sent)
      var expected = FormAnswer(
        rule: "england/decisions-answered", trigger: PlannedMoment(sent),
        start: PlannedMoment(sent), due: PlannedMoment(due), satisfied: PlannedMoment(due),
        outcome: outcome)
      if !answer.isEmpty {
        let day = maker.arithmetic.workingDay(days, after: sent)
        maker.add(answer, day, in: place)
        expected.satisfied = PlannedMoment(day)
      }
      maker.expect(expected)
    }
  }

  private static func elapsed(_ type: String) -> WrittenForm.Variant {
    { maker in
      let at = maker.time(maker.day(.of(2023, 12, 15), CivilDay.asOf.adding(days: -10)))
      maker.add("concern_received", at)
      var answer = FormAnswer(
        rule: "england/immediate-protection", trigger: at, start: at, outcome: "elapsed")
      if !type.isEmpty {
        let done = maker.arithmetic.minutes(maker.random.number(30...6000), after: at)
        maker.add(type, done)
        answer.satisfied = done
      }
      maker.expect(answer)
    }
  }

  /// One conference under a national limit of 15 working days and a local one of 15 days.
  private static func twoLimits(
    _ days: Int?, _ local: String, _ national: String
  ) -> WrittenForm.Variant {
    { maker in
      let start = maker.day(.of(2023, 12, 15), CivilDay.asOf.adding(days: -70))
      let place = maker.process("s47")
      maker.add("s47_started", start, in: place)
      let held = days.map { PlannedMoment(start.adding(days: $0)) }
      if let held { maker.add("icpc_held", held, in: place) }
      for (rule, due, outcome) in [
        ("local-liverpool/icpc", start.adding(days: 15), local),
        ("england/icpc", maker.arithmetic.workingDay(15, after: start), national),
      ] {
        maker.expect(
          FormAnswer(
            rule: rule, trigger: PlannedMoment(start), start: PlannedMoment(start),
            due: PlannedMoment(due), satisfied: held, outcome: outcome))
      }
    }
  }

  /// A manager's looks at an assessment, each so many working days after the referral.
  private static func checked(_ days: [Int], _ outcomes: [String]) -> WrittenForm.Variant {
    { maker in
      let start = maker.day(.of(2022, 1, 1), CivilDay.asOf.adding(days: -110))
      let place = maker.process("episode")
      maker.add("referral_received", start, in: place)
      let looks = days.map { maker.arithmetic.workingDay($0, after: start) }
      for day in looks { maker.add("manager_check", day, in: place) }
      for (number, limit) in [10, 20, 45].enumerated() {
        maker.expect(
          FormAnswer(
            rule: "local-torbay/assessment/manager-looks-in-by-day-\(limit)",
            trigger: PlannedMoment(start), start: PlannedMoment(start),
            due: PlannedMoment(maker.arithmetic.workingDay(limit, after: start)),
            satisfied: number < looks.count ? PlannedMoment(looks[number]) : nil,
            outcome: outcomes[number]))
      }
    }
  }

  private static func reconvened(_ late: Int?, _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let at = maker.time(maker.day(.of(2012, 5, 1), CivilDay.asOf.adding(days: -40)))
      let fixed = at.day.adding(days: maker.random.number(2...9))
      let place = maker.process("s47")
      maker.add("s47_started", at.day, in: place)
      maker.add(
        "strategy_discussion", at, in: place, outcome: "reconvene",
        detail: "reconvene_on=\(fixed)")
      var answer = FormAnswer(
        rule: "local-002/reconvened", trigger: at, start: at, due: PlannedMoment(fixed),
        outcome: outcome)
      if let late {
        let again = PlannedMoment(fixed.adding(days: late), 10, 0)
        maker.add("strategy_meeting", again, in: place)
        answer.satisfied = again
      }
      maker.expect(answer)
    }
  }

  private static func household(
    considered days: Int? = nil, hasPlan: Bool = false, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      let day = maker.day(.of(2023, 12, 15), CivilDay.asOf.adding(days: -30))
      if hasPlan {
        maker.add("cp_plan_started", day.adding(days: -40), in: maker.process("cp_plan"))
      }
      maker.add("sibling_conference_held", day)
      var answer = FormAnswer(
        rule: "england/household-considered", trigger: PlannedMoment(day),
        start: PlannedMoment(day), due: PlannedMoment(day), outcome: outcome)
      if let days {
        maker.add("household_considered", day.adding(days: days))
        answer.satisfied = PlannedMoment(day.adding(days: days))
      }
      maker.expect(answer)
    }
  }
}
