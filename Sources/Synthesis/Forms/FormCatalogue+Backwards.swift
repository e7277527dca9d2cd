import Clocks

extension FormCatalogue {
  /// Counted back from a later event, or bound to a birth.
  static let backwards: [any FormPlanner] = [
    LookBackForm(
      forms: ["F16"], rule: "england/consultation-papers", process: "cla_period",
      opening: "cla_started", trigger: "cla_review_held", before: .workingDays(10),
      event: "consultation_papers_sent", from: .of(2012, 6, 1)),
    LookBackForm(
      forms: ["F16"], rule: "england/private-fostering-notice",
      trigger: "private_fostering_intended", before: .weeks(6),
      event: "private_fostering_notified", from: .of(2012, 6, 1)),
    WrittenForm(
      forms: ["F17", "F37"], rules: ["england/review-after-start"],
      written: [review(after: 0, "not met"), review(after: 1, "met"), review(after: 40, "met")]),
    WrittenForm(
      forms: ["F18"], rules: ["local-sefton/conference-before-birth"],
      written: [
        unborn(weeksBefore: 6, 0, "met"), unborn(weeksBefore: 6, 1, "met late"),
        unborn(weeksBefore: 6, -20, "met"), unborn(weeksBefore: 6, nil, "overdue"),
      ]),
    WrittenForm(
      forms: ["F13", "F39"], rules: ["local-liverpool/first-review-before-birth"],
      written: [
        // Born early, so that 20 working days after the birth come first.
        sooner(bornAfter: 10, byBirth: true, 0, "met"),
        sooner(bornAfter: 10, byBirth: true, 1, "met late"),
        // Born late, so that 3 months of the conference come first.
        sooner(bornAfter: 85, byBirth: false, 0, "met"),
        sooner(bornAfter: 85, byBirth: false, 1, "met late"),
      ]),
    WrittenForm(
      forms: ["F06", "F28", "F39"], rules: ["england/plan-ends-at-eighteen"],
      written: [
        eighteen(endedAfter: 0, "met"), eighteen(endedAfter: 1, "met late"),
        eighteen(endedAfter: -50, "met"), eighteen(endedAfter: nil, "overdue"),
      ]),
    WrittenForm(
      forms: ["F40"], rules: ["local-derbyshire/plan-after-return"],
      written: [
        lasted(0, "met"), lasted(-1, "not met"), lasted(30, "met"), lasted(nil, "met"),
      ]),
  ]

  private static func review(after days: Int, _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let start = maker.day(.of(2013, 4, 15), CivilDay.asOf.adding(days: -50))
      let place = maker.process("cp_plan")
      maker.add("cp_plan_started", start, in: place)
      let day = start.adding(days: days)
      maker.add("cp_review_held", day, in: place)
      maker.expect(
        FormAnswer(
          rule: "england/review-after-start", trigger: PlannedMoment(day), outcome: outcome))
    }
  }

  /// A conference so many days after the day that lies some weeks before the expected birth.
  private static func unborn(
    weeksBefore weeks: Int, _ days: Int?, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      let expected = maker.day(.of(2024, 6, 1), CivilDay.asOf.adding(days: -60))
      let due = expected.adding(days: -7 * weeks)
      let start = due.adding(days: -30)
      let place = maker.process("s47")
      maker.add("child_expected", expected)
      maker.add("s47_started", start, in: place)
      var answer = FormAnswer(
        rule: "local-sefton/conference-before-birth", trigger: PlannedMoment(start),
        start: PlannedMoment(start), due: PlannedMoment(due), outcome: outcome)
      if let days {
        let held = due.adding(days: days)
        maker.add("icpc_held", held, in: place)
        answer.satisfied = PlannedMoment(held)
      }
      maker.expect(answer)
    }
  }

  private static func sooner(
    bornAfter days: Int, byBirth: Bool, _ late: Int, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      let start = maker.day(.of(2023, 12, 15), CivilDay.asOf.adding(days: -150))
      let born = start.adding(days: days)
      let due =
        byBirth
        ? maker.arithmetic.workingDay(20, after: born) : maker.arithmetic.months(3, after: start)
      let place = maker.process("cp_plan")
      maker.add("child_expected", born.adding(days: 3))
      maker.add("child_born", born)
      maker.add("cp_plan_started", start, in: place)
      let held = due.adding(days: late)
      maker.add("cp_review_held", held, in: place)
      maker.expect(
        FormAnswer(
          rule: "local-liverpool/first-review-before-birth", trigger: PlannedMoment(start),
          start: PlannedMoment(start), due: PlannedMoment(due), satisfied: PlannedMoment(held),
          outcome: outcome))
    }
  }

  private static func eighteen(endedAfter days: Int?, _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let birthday = maker.day(.of(2025, 1, 1), CivilDay.asOf.adding(days: -5))
      let born = CivilDay.of(birthday.civil.year - 18, birthday.civil.month, birthday.civil.day)
      let start = maker.day(
        max(.of(2023, 12, 15), birthday.adding(days: -380)), birthday.adding(days: -60))
      let place = maker.process("cp_plan")
      maker.add("child_born", born)
      maker.add("cp_plan_started", start, in: place)
      var answer = FormAnswer(
        rule: "england/plan-ends-at-eighteen", trigger: PlannedMoment(start),
        due: PlannedMoment(birthday), outcome: outcome)
      if let days {
        let ended = birthday.adding(days: days)
        maker.add("cp_plan_ended", ended, in: place)
        answer.satisfied = PlannedMoment(ended)
      }
      maker.expect(answer)
    }
  }

  private static func lasted(_ days: Int?, _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let start = maker.day(.of(2023, 12, 15), CivilDay.asOf.adding(days: -230))
      let due = maker.arithmetic.months(6, after: start)
      let place = maker.process("cp_plan")
      maker.add("cp_plan_started", start, in: place, detail: "to_same_carers=yes")
      if let days { maker.add("cp_plan_ended", due.adding(days: days), in: place) }
      maker.expect(
        FormAnswer(
          rule: "local-derbyshire/plan-after-return", trigger: PlannedMoment(start),
          start: PlannedMoment(start), due: PlannedMoment(due), outcome: outcome))
    }
  }
}
