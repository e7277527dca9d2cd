import Clocks
import Synthesis

extension PlainRules {
  /// Allegations against people who work with children, and deaths.
  static let allegations: [PlainRule] = [
    PlainRule(
      rule: FormRule("england/lado-informed", 1), editions: PlainRule.since(2023, 12, 15),
      kind: "allegation", limit: .workingDays(1), met: ["lado_informed"], isOnce: true),
    PlainRule(
      rule: FormRule("england/suspension-confirmed", 1), editions: PlainRule.since(2025, 9, 1),
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
      rule: FormRule("england/looked-after-death-notified", 1, 14),
      editions: PlainRule.since(2023, 12, 15), kind: "", event: "death_known",
      condition: PlainRule.Condition(
        holds: ["looked_after=yes"], fails: ["looked_after=no"], unknown: [""]),
      limit: .workingDays(5), met: ["death_notified"]),
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
