import Clocks
import Synthesis

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
      kind: "care_leaver", limit: .months(3), met: ["needs_assessed"], stops: [.death, .closing]),
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
