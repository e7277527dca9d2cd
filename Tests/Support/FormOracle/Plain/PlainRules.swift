import Clocks
import Synthesis

/// The plain deadlines, topic by topic, as the texts of the rules have them.
enum PlainRules {
  /// All of them.
  static let all = frontDoor + allegations + plans + lookedAfter + reviews + leavers + local

  /// From referral to the end of the assessment, and conferences.
  static let frontDoor: [PlainRule] = [
    PlainRule(
      rule: FormRule("england/referral-response", 1), editions: PlainRule.since(2015, 3, 26),
      kind: "episode", limit: .workingDays(1), met: ["referral_acknowledged", "referral_decided"],
      isOnce: true, stops: [.death]),
    PlainRule(
      rule: FormRule("england/assessment", 1, 14, 28), editions: PlainRule.since(2013, 4, 15),
      kind: "episode", limit: .workingDays(45), met: ["assessment_authorised"],
      metInside: "assessment", isOnce: true, stops: [.death, .closing],
      waiver: .detail("referral_nfa=yes")),
    PlainRule(
      rule: FormRule("england/initial-assessment", 1, 14, 31),
      editions: [FormCase.first...CivilDay.of(2013, 4, 14)], kind: "episode",
      limit: .workingDays(10), met: ["initial_assessment_completed"], stops: [.death, .closing],
      waiver: .detail("referral_nfa=yes")),
    PlainRule(
      rule: FormRule("england/transfer-in-conference", 1, 27),
      editions: PlainRule.since(2023, 12, 15), kind: "transfer", limit: .workingDays(15),
      met: ["transfer_conference_held"], stops: [.death, .closingBecause("withdrawn")]),
    PlainRule(
      rule: FormRule("england/transfer-scheme", 1, 27), editions: PlainRule.since(2025, 6, 1),
      kind: "cla_period", event: "transfer_scheme_referred", limit: .workingDays(10),
      met: ["transfer_scheme_transferred"], stops: [.death]),
    PlainRule(
      rule: FormRule("england/return-interview", 11, 35), editions: PlainRule.since(2014, 1, 1),
      kind: "missing_episode", event: "missing_ended", closesProcess: true, limit: .hours(72),
      met: ["return_interview"], stops: [.death]),
    PlainRule(
      rule: FormRule("england/return-interview-offered", 11, 35),
      editions: PlainRule.since(2014, 1, 1), kind: "missing_episode", event: "missing_ended",
      closesProcess: true, limit: .hours(72), met: ["return_interview_offered"],
      metElse: ["return_interview"], stops: [.death]),
    PlainRule(
      rule: FormRule("local-002/strategy-discussion", 11), editions: PlainRule.since(2012, 5, 1),
      kind: "episode", event: "concern_received", limit: .hours(24), met: ["strategy_discussion"]),
    PlainRule(
      rule: FormRule("local-002/first-meeting", 14, 15), editions: PlainRule.since(2012, 5, 1),
      kind: "s47", event: "strategy_discussion",
      condition: PlainRule.Condition(
        holds: ["meeting_needed=yes"], fails: ["meeting_needed=no"], unknown: [""]),
      limit: .workingDays(5), met: ["strategy_meeting"]),
    PlainRule(
      rule: FormRule("local-004/follow-up", 14, 15), editions: PlainRule.since(2013, 9, 25),
      kind: "s47", event: "strategy_discussion",
      condition: PlainRule.Condition(
        holds: ["follow_up_needed=yes"], fails: ["follow_up_needed=no"], unknown: [""]),
      limit: .days(3), met: ["follow_up_meeting"]),
    PlainRule(
      rule: FormRule("england/child-assessment-order", 1, 12),
      editions: PlainRule.since(1991, 10, 14), kind: "order",
      detail: "order_type=child_assessment", otherDetail: "order_type=interim_care",
      limit: .daysFromFirst(7), met: ["court_assessment_done"],
      stops: [.death, .closingBecause("discharged")]),
    PlainRule(
      rule: FormRule("local-torbay/contact-decision", 1, 34),
      editions: PlainRule.since(2022, 1, 1), kind: "episode", event: "contact_received",
      limit: .workingDays(2), met: ["mash_decided"], stops: [.death]),
  ]
}

extension PlainRules {
  /// The days before and after the relaxed rules of 24 April to 25 September 2020.
  static func aroundRelaxation(since year: Int, _ month: Int, _ day: Int)
    -> [ClosedRange<CivilDay>]
  {
    [
      max(.of(year, month, day), FormCase.first)...CivilDay.of(2020, 4, 23),
      CivilDay.of(2020, 9, 26)...CivilDay.of(2026, 12, 31),
    ]
  }

  /// What follows from the start of a child protection plan.
  static let plans: [PlainRule] = [
    PlainRule(
      rule: FormRule("england/visit-frequency-set", 1), editions: PlainRule.since(2013, 4, 15),
      kind: "cp_plan", limit: .workingDays(10), met: ["frequency_set"], isAlsoBefore: true,
      stops: [.death, .closing])
  ]

  /// What follows from the start of being looked after and of a placement.
  static let lookedAfter: [PlainRule] = [
    period("care-plan", 1, 37, .workingDays(10), "care_plan_prepared", isAlsoBefore: true),
    period(
      "reviewing-officer-told", 1, nil, .workingDays(2), "reviewing_officer_told",
      isAlsoBefore: true),
    period(
      "reviewing-officer-named", 1, nil, .workingDays(5), "reviewing_officer_named",
      isAlsoBefore: true),
    period("initial-health-assessment", 1, nil, .workingDays(20), "health_report_ready"),
    PlainRule(
      rule: FormRule("england/education-plan", 1), editions: PlainRule.since(2018, 2, 26),
      kind: "cla_period", limit: .workingDays(10), met: ["education_plan_ready"],
      stops: [.death, .closing]),
    PlainRule(
      rule: FormRule("england/first-looked-after-review", 1, 31),
      editions: aroundRelaxation(since: 2011, 4, 1), kind: "cla_period", limit: .workingDays(20),
      met: ["cla_review_held"], stops: [.death, .closing], isSoftBetween: true),
    PlainRule(
      rule: FormRule("england/placement-plan", 1, 31, 37),
      editions: aroundRelaxation(since: 2011, 4, 1), kind: "placement", limit: .workingDays(5),
      met: ["placement_plan_prepared"], isAlsoBefore: true, stops: [.death, .closing],
      isSoftBetween: true),
    PlainRule(
      rule: FormRule("england/visit-first-week", 1, 31),
      editions: aroundRelaxation(since: 2011, 4, 1), kind: "placement", limit: .weeks(1),
      met: ["cla_visit"], stops: [.death, .closing], isSoftBetween: true),
    PlainRule(
      rule: FormRule("england/placement-notices", 1, 21), editions: PlainRule.since(2011, 4, 1),
      kind: "placement", limit: .workingDays(5), met: ["placement_notified"],
      recipients: ["health_body", "general_practitioner", "education", "area_authority"],
      stops: [.death, .closing]),
  ]

  private static func period(
    _ name: String, _ form: Int, _ other: Int?, _ limit: PlantedLimit, _ met: String,
    isAlsoBefore: Bool = false
  ) -> PlainRule {
    let rule =
      other.map { FormRule("england/\(name)", form, $0) } ?? FormRule("england/\(name)", form)
    return PlainRule(
      rule: rule, editions: PlainRule.since(2011, 4, 1), kind: "cla_period", limit: limit,
      met: [met], isAlsoBefore: isAlsoBefore, stops: [.death, .closing])
  }
}

extension PlainRules {
  /// What follows from a looked-after child's review, and disputes.
  static let reviews: [PlainRule] = [
    afterReview("review-decisions", .workingDays(5), "review_decisions_sent"),
    afterReview("review-record", .workingDays(15), "review_record_made"),
    afterReview("review-record-distributed", .workingDays(20), "review_record_distributed"),
    afterReview("care-plan-updated", .workingDays(10), "care_plan_updated"),
    PlainRule(
      rule: FormRule("england/dispute-resolved", 1), editions: PlainRule.since(2011, 4, 1),
      kind: "dispute", limit: .workingDays(20), met: ["dispute_resolved"], isOnce: true,
      stops: [.death]),
  ]

  /// Care leavers and young people in custody, and private fostering.
  static let leavers: [PlainRule] = [
    PlainRule(
      rule: FormRule("england/pathway-assessment", 1), editions: PlainRule.since(2011, 4, 1),
      kind: "care_leaver", age: 16, limit: .months(3), met: ["needs_assessed"],
      stops: [.death, .closing]),
    PlainRule(
      rule: FormRule("england/adviser-first-visit", 1), editions: PlainRule.since(2011, 4, 1),
      kind: "leaver_accommodation", limit: .days(7), met: ["adviser_visit"],
      stops: [.death, .closing]),
    PlainRule(
      rule: FormRule("england/custody-visit", 1), editions: PlainRule.since(2022, 1, 1),
      kind: "custody", limit: .workingDays(10), met: ["custody_visit"],
      stops: [.death, .closing]),
    PlainRule(
      rule: FormRule("england/private-fostering-first-visit", 1, 31),
      editions: aroundRelaxation(since: 2005, 7, 1), kind: "private_fostering",
      limit: .workingDays(7), met: ["private_fostering_visit"], stops: [.death, .closing],
      isSoftBetween: true),
  ]

  /// Limits of local packs.
  static let local: [PlainRule] = [
    PlainRule(
      rule: FormRule("local-northamptonshire/minutes", 11, 21),
      editions: PlainRule.since(2022, 11, 1), kind: "missing_episode", event: "strategy_meeting",
      limit: .hours(24), met: ["record_circulated"], stops: [.death])
  ]

  private static func afterReview(
    _ name: String, _ limit: PlantedLimit, _ met: String
  ) -> PlainRule {
    PlainRule(
      rule: FormRule("england/\(name)", 1, 21), editions: PlainRule.since(2011, 4, 1),
      kind: "cla_period", event: "cla_review_held", limit: limit, met: [met], stops: [.death])
  }
}

extension PlainRules {
  /// Allegations against people who work with children, and deaths.
  static let allegations: [PlainRule] = [
    PlainRule(
      rule: FormRule("england/lado-informed", 1), editions: PlainRule.since(2023, 12, 15),
      kind: "allegation", limit: .workingDays(1), met: ["lado_informed"], isOnce: true),
    PlainRule(
      rule: FormRule("england/suspension-confirmed", 1),
      editions: [CivilDay.of(2025, 9, 1)...CivilDay.of(2026, 8, 31)],
      kind: "allegation", event: "suspended",
      condition: PlainRule.Condition(
        holds: ["in_school=yes"], fails: ["in_school=no"], unknown: [""]),
      limit: .workingDays(1), met: ["suspension_confirmed"]),
    PlainRule(
      rule: FormRule("england/lado-decision", 1), editions: PlainRule.since(2017, 1, 1),
      kind: "allegation", event: "lado_informed", limit: .workingDays(1), met: ["lado_decided"]),
    PlainRule(
      rule: FormRule("england/evaluation-meeting", 1, 14), editions: PlainRule.since(2017, 1, 1),
      kind: "allegation", event: "lado_informed", limit: .days(5),
      met: ["evaluation_meeting_held"], waiver: .recorded),
    PlainRule(
      rule: FormRule("england/allegation-concluded", 1), editions: PlainRule.since(2017, 1, 1),
      kind: "allegation", limit: .months(3), met: ["allegation_resolved"], isOnce: true),
    PlainRule(
      rule: FormRule("england/coroner-notice", 1), editions: PlainRule.since(2023, 12, 15),
      kind: "", event: "coroner_decided", limit: .workingDays(3), met: ["coroner_informed"]),
    PlainRule(
      rule: FormRule("england/registrar-notice", 1), editions: PlainRule.since(2023, 12, 15),
      kind: "", event: "death_registered", limit: .days(7), met: ["registrar_informed"]),
    PlainRule(
      rule: FormRule("england/practice-review-published", 1, 31),
      editions: [
        CivilDay.of(2018, 6, 29)...CivilDay.of(2020, 3, 29),
        CivilDay.of(2023, 12, 15)...CivilDay.of(2026, 12, 31),
      ], kind: "incident", event: "practice_review_started", limit: .months(6),
      met: ["practice_review_published"]),
  ]
}
