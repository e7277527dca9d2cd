import Clocks

extension FormCatalogue {
  /// Who takes part, who chairs, who is served.
  static let people: [any FormPlanner] = [
    AttendanceForm(
      forms: ["F19"], rule: "england/strategy-attendance", process: "s47",
      opening: "s47_started", meeting: "strategy_discussion", from: .of(2013, 4, 15),
      lists: [
        ([("social_worker", "attended"), ("police", "attended"), ("health", "attended")], "met"),
        (
          [("social_worker", "attended"), ("police", "attended"), ("health", "apologies")],
          "not met"
        ),
        ([("social_worker", "attended"), ("police", "attended")], "not met"),
        (
          [
            ("social_worker", "attended"), ("police", "report_only"), ("health", "attended"),
          ], "not met"
        ),
      ]),
    AttendanceForm(
      forms: ["F19", "F31"], rule: "england/strategy-attendance", process: "s47",
      opening: "s47_started", meeting: "strategy_discussion", from: .of(2013, 4, 15),
      lists: [
        (
          [
            ("social_worker", "attended"), ("police", "attended"), ("health", "attended"),
            ("education", "attended"),
          ], "met"
        ),
        ([("police", "attended"), ("health", "attended")], "not met"),
      ]),
    AttendanceForm(
      forms: ["F19"], rule: "local-swindon/conference-quorum", process: "cp_plan",
      opening: "cp_plan_started", meeting: "cp_review_held", from: .of(2016, 1, 1),
      lists: [
        ([("team_manager", "attended"), ("police", "attended"), ("school", "report_only")], "met"),
        (
          [("social_worker", "attended"), ("police", "attended"), ("police", "attended")], "not met"
        ),
        ([("police", "attended"), ("health", "attended"), ("school", "attended")], "not met"),
        (
          [("social_worker", "attended"), ("housing", "attended"), ("probation", "attended")], "met"
        ),
      ]),
    WrittenForm(
      forms: ["F20"], rules: ["local-northamptonshire/meeting-chair"],
      written: [
        chaired(by: "team_manager", hours: 30, "met"),
        chaired(by: "team_manager", hours: 80, "not met"),
        chaired(by: "service_manager", hours: 80, "met"),
        chaired(by: "service_manager", hours: 24 * 8, "not met"),
        chaired(by: "head_of_service", hours: 24 * 8, "met"),
        chaired(by: "head_of_service", hours: 24 * 11, "not met"),
        chaired(by: "assistant_director", hours: 24 * 11, "met"),
        chaired(by: "", hours: 30, "not evaluable"),
        chaired(by: "team_manager", hours: 20, ""),
      ]),
    WrittenForm(
      forms: ["F21"], rules: ["england/placement-notices"],
      written: [
        notices(days: [5, 5, 5, 5], "met"), notices(days: [1, 3, 5, 2], "met"),
        notices(days: [1, 3, 6, 2], "met late"), notices(days: [1, 3, 2], "overdue"),
      ]),
    WrittenForm(
      forms: ["F21"], rules: ["local-002/record-circulated"],
      written: [
        circulated(served: [1, 1], "met"), circulated(served: [0, 1], "met"),
        circulated(served: [1, 2], "met late"), circulated(served: [1], "overdue"),
      ]),
  ]

  private static func chaired(
    by chair: String, hours: Int, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      let start = maker.time(maker.day(.of(2022, 11, 1), CivilDay.asOf.adding(days: -20)))
      let at = maker.arithmetic.hours(hours, after: start)
      let place = maker.process("missing_episode")
      maker.add("missing_started", start, in: place)
      maker.add("strategy_meeting", at, in: place, detail: chair.isEmpty ? "" : "chair=\(chair)")
      guard !outcome.isEmpty else { return }
      maker.expect(
        FormAnswer(
          rule: "local-northamptonshire/meeting-chair", trigger: at, outcome: outcome,
          reason: outcome == "not evaluable" ? "value_missing" : ""))
    }
  }

  /// Notices of a placement, each so many working days after its start.
  private static func notices(days: [Int], _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let recipients = ["health_body", "general_practitioner", "education", "area_authority"]
      let start = maker.day(.of(2012, 1, 4), CivilDay.asOf.adding(days: -30))
      let place = maker.process("placement")
      maker.add("placement_started", start, in: place)
      var last = start
      for (recipient, count) in zip(recipients, days) {
        let day = maker.arithmetic.workingDay(count, after: start)
        last = max(last, day)
        maker.add("placement_notified", day, in: place, state: "sent_to", role: recipient)
      }
      maker.expect(
        FormAnswer(
          rule: "england/placement-notices", trigger: PlannedMoment(start),
          start: PlannedMoment(start),
          due: PlannedMoment(maker.arithmetic.workingDay(5, after: start)),
          satisfied: outcome == "overdue" ? nil : PlannedMoment(last), outcome: outcome))
    }
  }

  /// A record sent to those who were at a discussion, each so many working days after it.
  private static func circulated(served: [Int], _ outcome: String) -> WrittenForm.Variant {
    { maker in
      let roles = ["social_worker", "police"]
      let at = maker.time(maker.day(.of(2012, 5, 1), CivilDay.asOf.adding(days: -30)))
      let place = maker.process("s47")
      maker.add("s47_started", at.day, in: place)
      maker.add("strategy_discussion", at, in: place)
      for role in roles {
        maker.add("strategy_discussion", at, in: place, state: "attended", role: role)
      }
      var last = at
      for (role, count) in zip(roles, served) {
        let day = count == 0 ? at.day : maker.arithmetic.workingDay(count, after: at.day)
        last = PlannedMoment(day, minute: 1260)
        maker.add("record_circulated", last, in: place, state: "sent_to", role: role)
      }
      maker.expect(
        FormAnswer(
          rule: "local-002/record-circulated", trigger: at, start: at,
          due: PlannedMoment(maker.arithmetic.workingDay(1, after: at.day)),
          satisfied: outcome == "overdue" ? nil : last, outcome: outcome))
    }
  }
}
