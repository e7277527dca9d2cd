import Clocks

extension FormCatalogue {
  /// What comes again while a process is open.
  static let intervals: [any FormPlanner] = [
    RepeatForm(
      forms: ["F03"], rule: "england/later-review", process: "cp_plan",
      trigger: "cp_plan_started", closing: "cp_plan_ended", event: "cp_review_held",
      then: { _, _, _ in .months(6) }, from: .of(2013, 4, 15)),
    RepeatForm(
      forms: ["F03", "F17"], rule: "england/allegation-monitored", process: "allegation",
      trigger: "allegation_received", closing: "allegation_resolved", event: "allegation_reviewed",
      first: .months(4), then: { _, _, _ in .months(1) }, notBefore: .months(3),
      from: .of(2017, 1, 1)),
    RepeatForm(
      forms: ["F04", "F39"], rule: "england/review-health-assessment", process: "cla_period",
      trigger: "cla_started", closing: "cla_ended", event: "health_assessed",
      then: { _, last, known in
        // Six months where the child is under five on the day on which they are over.
        guard let born = known.born else { return .months(12) }
        let five = CivilDay.of(born.civil.year + 5, born.civil.month, born.civil.day)
        return sixMonths(after: last) < five ? .months(6) : .months(12)
      }, from: .of(2011, 4, 1),
      prepare: { start, maker in
        // Born between three and seven years before, never on 29 February.
        var born = maker.day(start.adding(days: -2555), start.adding(days: -1100))
        if born.civil.month == 2, born.civil.day == 29 { born = born.adding(days: 1) }
        maker.add("child_born", born)
        return RepeatForm.Known(born: born)
      }),
    RepeatForm(
      forms: ["F03", "F05"], rule: "england/visit-relative-or-parent", process: "placement",
      trigger: "placement_started", detail: "placement_type=relative_temporary",
      closing: "placement_ended", event: "cla_visit",
      then: { _, last, known in
        // Weekly until the first review has been held.
        guard let review = known.review, review <= last.adding(days: 7) else { return .weeks(1) }
        return .weeks(4)
      }, from: .of(2020, 9, 26),
      prepare: { start, maker in
        let review = maker.day(start.adding(days: 5), start.adding(days: 60))
        let period = maker.process("cla_period")
        maker.add("cla_started", start, in: period)
        if review <= .asOf { maker.add("cla_review_held", review, in: period) }
        return RepeatForm.Known(review: review <= .asOf ? review : nil)
      }),
    RepeatForm(
      forms: ["F03", "F04", "F09"], rule: "england/private-fostering-visits",
      process: "private_fostering", trigger: "private_fostering_started",
      closing: "private_fostering_ended", event: "private_fostering_visit", first: .weeks(6),
      then: { _, last, known in
        last <= yearLater(known.start) ? .weeks(6) : .weeks(12)
      }, from: .of(2005, 7, 1)),
  ]

  private static func sixMonths(after day: CivilDay) -> CivilDay {
    PlantedArithmetic(holidays: []).months(6, after: day)
  }

  private static func yearLater(_ day: CivilDay) -> CivilDay {
    PlantedArithmetic(holidays: []).months(12, after: day)
  }

  /// How long a process may last.
  static let longest: [any FormPlanner] = [
    LongestForm(
      forms: ["F06", "F11"], rule: "england/police-protection", process: "police_protection",
      trigger: "police_protection_started", closing: "police_protection_ended",
      limit: .hours(72), from: .of(2012, 1, 4)),
    LongestForm(
      forms: ["F07"], rule: "england/temporary-approval", process: "placement",
      trigger: "placement_started", detail: "placement_type=relative_temporary",
      closing: "placement_ended", limit: .weeks(16), extensionBy: "time_extended",
      extensionLimit: .weeks(8), from: .of(2020, 9, 26), stopsAtDeath: true),
    LongestForm(
      forms: ["F07", "F31"], rule: "england/temporary-approval", process: "placement",
      trigger: "placement_started", detail: "placement_type=relative_temporary",
      closing: "placement_ended", limit: .weeks(24), from: .of(2020, 4, 24),
      until: .of(2020, 9, 25), stopsAtDeath: true),
    LongestForm(
      forms: ["F06", "F38"], rule: "england/short-break-length", process: "short_break",
      trigger: "short_break_started", detail: "regular=yes", closing: "short_break_ended",
      limit: .days(17), from: .of(2012, 1, 4), stopsAtDeath: true),
  ]
}
