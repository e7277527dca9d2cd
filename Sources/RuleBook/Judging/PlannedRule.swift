import CaseModel
public import Clocks

/// A rule of a plan: what is written, and what the judge works with.
public final class PlannedRule: Sendable {
  /// The rule as written.
  public let rule: Rule
  /// The place of its pack in the plan.
  public let pack: Int
  /// The calendar that it counts by.
  public let calendar: WorkingDayCalendar
  /// Its editions, compiled.
  let editions: [PlannedEdition]

  init(
    rule: Rule, pack: Int, calendar: WorkingDayCalendar, vocabulary: Vocabulary, codes: CodeBook
  ) {
    self.rule = rule
    self.pack = pack
    self.calendar = calendar
    let editions = rule.editions.map {
      PlannedEdition($0.body, vocabulary: vocabulary, codes: codes)
    }
    self.editions = editions
    newest = editions[editions.count - 1]
  }

  /// The newest edition, compiled.
  let newest: PlannedEdition
}
