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
  /// The first and last day of each edition, beside the rule so that none of it is copied.
  private let days: [(from: CivilDay, until: CivilDay?)]
  /// Its editions, compiled.
  let editions: [PlannedEdition]

  init(
    rule: Rule, pack: Int, calendar: WorkingDayCalendar, vocabulary: Vocabulary, codes: CodeBook
  ) {
    self.rule = rule
    self.pack = pack
    days = rule.editions.map { ($0.from, $0.until) }
    self.calendar = calendar
    let editions = rule.editions.map {
      PlannedEdition($0.body, vocabulary: vocabulary, codes: codes)
    }
    self.editions = editions
    newest = editions[editions.count - 1]
  }

  /// The newest edition, compiled.
  let newest: PlannedEdition

  /// The first day of an edition.
  public func firstDay(ofEdition index: Int) -> CivilDay { days[index].from }

  /// The place of the edition that is in force on a day; nil where none is.
  func edition(on day: CivilDay) -> Int? {
    var index = days.count - 1
    while index >= 0, days[index].from > day { index -= 1 }
    guard index >= 0 else { return nil }
    if let until = days[index].until, day > until { return nil }
    return index
  }
}
