import Clocks
import Synthesis

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
    period("reviewing-officer-told", 1, nil, .workingDays(2), "reviewing_officer_told"),
    period("reviewing-officer-named", 1, nil, .workingDays(5), "reviewing_officer_named"),
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
