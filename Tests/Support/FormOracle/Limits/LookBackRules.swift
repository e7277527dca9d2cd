import Clocks
import Synthesis

/// The rules that are counted back, as their texts have them.
enum LookBackRules {
  static let all: [LookBackRule] = [
    review("reviewing-officer-consulted", .workingDays(15), "reviewing_officer_consulted"),
    review("consultation-papers", .workingDays(10), "consultation_papers_sent"),
    review("report-before-review", .workingDays(3), "report_submitted"),
    review("child-consulted", .workingDays(20), "child_consulted"),
    LookBackRule(
      rule: FormRule("england/private-fostering-notice", 16), since: .of(2005, 7, 1),
      kind: "private_fostering", trigger: "private_fostering_intended",
      limit: .weeks(6), met: "private_fostering_notified"),
    LookBackRule(
      rule: FormRule("england/practice-review-sent", 16), since: .of(2023, 12, 15),
      kind: "incident", trigger: "practice_review_published", limit: .workingDays(7),
      met: "practice_review_sent"),
    LookBackRule(
      rule: FormRule("local-liverpool/report-before-review", 16), since: .of(2023, 12, 15),
      kind: "cp_plan", trigger: "cp_review_held", limit: .workingDays(5), met: "report_submitted"),
    LookBackRule(
      rule: FormRule("local-sefton/report-to-parents", 16), since: .of(2023, 12, 15),
      kind: "cp_plan", trigger: "cp_review_held", limit: .days(3), met: "report_shared"),
  ]

  private static func review(
    _ name: String, _ limit: PlantedLimit, _ met: String
  ) -> LookBackRule {
    LookBackRule(
      rule: FormRule("england/\(name)", 16), since: .of(2011, 4, 1), kind: "cla_period",
      trigger: "cla_review_held", limit: limit, met: met)
  }
}
