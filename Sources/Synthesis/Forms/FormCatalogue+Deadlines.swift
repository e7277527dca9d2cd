import Clocks

extension FormCatalogue {
  /// One event within a limit of another.
  static let deadlines: [any FormPlanner] = [
    DeadlineForm(
      forms: ["F01"], rule: "england/lado-informed", process: "allegation",
      trigger: "allegation_received", limit: .workingDays(1), satisfier: "lado_informed",
      stopsAtDeath: false, from: .of(2023, 12, 15)),
    DeadlineForm(
      forms: ["F01", "F02", "F14"], rule: "england/first-core-group", process: "cp_plan",
      trigger: "cp_plan_started", limit: .workingDays(10), satisfier: "core_group_held",
      closing: "cp_plan_ended", from: .of(2013, 4, 15)),
    DeadlineForm(
      forms: ["F01", "F03"], rule: "england/first-review", process: "cp_plan",
      trigger: "cp_plan_started", limit: .months(3), satisfier: "cp_review_held",
      isAfterStartDay: true, closing: "cp_plan_ended", from: .of(2013, 4, 15)),
    DeadlineForm(
      forms: ["F01", "F27"], rule: "england/transfer-in-conference", process: "transfer",
      trigger: "transfer_notified", limit: .workingDays(15),
      satisfier: "transfer_conference_held", closing: "transfer_completed",
      closeReason: "withdrawn", from: .of(2023, 12, 15)),
    DeadlineForm(
      forms: ["F01", "F14", "F31"], rule: "england/initial-assessment", process: "episode",
      trigger: "referral_received", otherDetail: "referral_nfa=yes", otherOutcome: "not required",
      limit: .workingDays(10), satisfier: "initial_assessment_completed",
      closing: "episode_closed", until: .of(2013, 4, 14)),
    DeadlineForm(
      forms: ["F01", "F12"], rule: "england/child-assessment-order", process: "order",
      trigger: "order_made", detail: "order_type=child_assessment",
      otherDetail: "order_type=interim_care", limit: .daysCountingFirst(7),
      satisfier: "court_assessment_done", closing: "order_ended", closeReason: "discharged"),
    DeadlineForm(
      forms: ["F11", "F35"], rule: "england/return-interview", process: "missing_episode",
      trigger: "missing_ended", limit: .hours(72), satisfier: "return_interview",
      from: .of(2014, 1, 1)),
    DeadlineForm(
      forms: ["F11", "F35"], rule: "england/return-interview-offered", process: "missing_episode",
      trigger: "missing_ended", limit: .hours(72), satisfier: "return_interview_offered",
      from: .of(2014, 1, 1)),
    DeadlineForm(
      forms: ["F11"], rule: "local-002/strategy-discussion", trigger: "concern_received",
      limit: .hours(24), satisfier: "strategy_discussion", stopsAtDeath: false,
      from: .of(2012, 5, 1)),
    DeadlineForm(
      forms: ["F10", "F12"], rule: "local-004/strategy-discussion", trigger: "concern_received",
      detail: "category=neglect", limit: .days(0), satisfier: "strategy_discussion",
      stopsAtDeath: false, from: .of(2013, 9, 25)),
    DeadlineForm(
      forms: ["F10"], rule: "local-004/strategy-discussion", trigger: "concern_received",
      detail: "category=emotional_abuse", limit: .workingDays(3),
      satisfier: "strategy_discussion", stopsAtDeath: false, from: .of(2013, 9, 25)),
    DeadlineForm(
      forms: ["F09", "F10", "F11"], rule: "local-northamptonshire/strategy-meeting",
      process: "missing_episode", trigger: "missing_started", detail: "risk=high",
      limit: .hours(48), satisfier: "strategy_meeting", from: .of(2022, 11, 1)),
    DeadlineForm(
      forms: ["F10", "F11", "F26"], rule: "local-lambeth/contact-rating",
      trigger: "contact_received", detail: "harm_rating=red", limit: .hours(4),
      satisfier: "mash_decided", from: .of(2025, 7, 1)),
    DeadlineForm(
      forms: ["F10", "F11", "F26"], rule: "local-lambeth/contact-rating",
      trigger: "contact_received", detail: "harm_rating=green", limit: .hours(72),
      satisfier: "mash_decided", from: .of(2025, 7, 1)),
    DeadlineForm(
      forms: ["F01", "F34"], rule: "local-torbay/contact-decision", trigger: "contact_received",
      limit: .workingDays(2), satisfier: "mash_decided", from: .of(2022, 1, 1)),
    DeadlineForm(
      forms: ["F15"], rule: "local-004/follow-up", process: "s47",
      trigger: "strategy_discussion", detail: "follow_up_needed=yes",
      otherDetail: "follow_up_needed=no", otherOutcome: "not required", limit: .days(3),
      satisfier: "follow_up_meeting", stopsAtDeath: false, from: .of(2013, 9, 25)),
    DeadlineForm(
      forms: ["F01", "F36"], rule: "england/serious-incident-notified", process: "incident",
      trigger: "incident_known", detail: "harm=death; abuse_known_or_suspected=yes",
      otherDetail: "harm=other; abuse_known_or_suspected=yes", otherOutcome: "not required",
      limit: .workingDays(5), satisfier: "incident_notified", stopsAtDeath: false,
      from: .of(2018, 6, 29)),
  ]
}
