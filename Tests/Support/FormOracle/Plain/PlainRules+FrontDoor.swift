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
      stops: [.death]),
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
