import Clocks

extension FormCatalogue {
  /// What is counted over a time, and which of several starts counts.
  static let counts: [any FormPlanner] = [
    WrittenForm(
      forms: ["F23"], rules: ["local-northamptonshire/review-after-three-in-28-days"],
      written: [
        missing(gaps: [9, 10], review: 5, "met"), missing(gaps: [9, 10], review: 6, "met late"),
        missing(gaps: [14, 14], review: nil, "overdue"), missing(gaps: [14, 15], review: nil, ""),
        missing(gaps: [3, 3, 3], review: 4, "met"), missing(gaps: [12], review: nil, ""),
      ]),
    WrittenForm(
      forms: ["F38"], rules: ["england/short-breaks-in-a-year"],
      written: [
        breaks([15, 15, 15, 15, 15], ["met", "met", "met", "met", "met"]),
        breaks([15, 15, 15, 15, 16], ["met", "met", "met", "met", "not met"]),
        breaks([16, 17, 17, 17], ["met", "met", "met", "met"]),
        breaks([17, 17, 17, 17, 8], ["met", "met", "met", "met", "not met"]),
      ]),
    WrittenForm(
      forms: ["F02"], rules: ["england/icpc"],
      written: [
        started(marked: 4, held: 0, "met"), started(marked: 4, held: 1, "met late"),
        started(marked: nil, held: 0, "met"), started(marked: nil, held: 1, "met late"),
      ]),
  ]

  private static func missing(
    gaps: [Int], review: Int?, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      var day = maker.day(.of(2022, 11, 1), CivilDay.asOf.adding(days: -90))
      var days = [day]
      for gap in gaps {
        day = day.adding(days: gap)
        days.append(day)
      }
      for (number, day) in days.enumerated() {
        let place = maker.process("missing_episode", number + 1)
        maker.add("missing_started", PlannedMoment(day, 14, 0), in: place)
        maker.add("missing_ended", PlannedMoment(day, 23, 0), in: place)
      }
      guard !outcome.isEmpty else { return }
      let full = PlannedMoment(days[2], 14, 0)
      var answer = FormAnswer(
        rule: "local-northamptonshire/review-after-three-in-28-days", trigger: full, start: full,
        due: PlannedMoment(maker.arithmetic.workingDay(5, after: full.day)), outcome: outcome)
      if let review {
        // Behind the last of the episodes, whichever fills the count.
        let held = maker.arithmetic.workingDay(review, after: full.day)
        maker.add("missing_review_held", max(held, days[days.count - 1]))
        answer.satisfied = PlannedMoment(max(held, days[days.count - 1]))
      }
      maker.expect(answer)
    }
  }

  private static func breaks(_ lengths: [Int], _ outcomes: [String]) -> WrittenForm.Variant {
    { maker in
      var day = maker.day(.of(2012, 1, 4), CivilDay.asOf.adding(days: -260))
      for (number, length) in lengths.enumerated() {
        let place = maker.process("short_break", number + 1)
        maker.add("short_break_started", day, in: place, detail: "regular=yes")
        maker.add("short_break_ended", day.adding(days: length), in: place)
        maker.expect(
          FormAnswer(
            rule: "england/short-breaks-in-a-year", trigger: PlannedMoment(day),
            outcome: outcomes[number]))
        day = day.adding(days: length + maker.random.number(3...25))
      }
    }
  }

  /// A conference counted from the discussion that is marked as the start, else from the enquiry.
  private static func started(
    marked days: Int?, held late: Int, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      let opened = maker.day(.of(2013, 4, 15), CivilDay.asOf.adding(days: -70))
      let place = maker.process("s47")
      maker.add("s47_started", opened, in: place)
      var start = PlannedMoment(opened)
      if let days {
        maker.add("strategy_discussion", PlannedMoment(opened, 9, 0), in: place)
        start = PlannedMoment(opened.adding(days: days), 14, 15)
        maker.add("strategy_discussion", start, in: place, detail: "initiated_s47=yes")
      }
      let due = maker.arithmetic.workingDay(15, after: start.day)
      let held = due.adding(days: late)
      maker.add("icpc_held", held, in: place)
      maker.expect(
        FormAnswer(
          rule: "england/icpc", trigger: PlannedMoment(opened), start: start,
          due: PlannedMoment(due), satisfied: PlannedMoment(held), outcome: outcome))
    }
  }
}
