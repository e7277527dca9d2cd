import CaseModel
public import Clocks
import Faults

/// A rule in use: as it is written, and as the judge works with it.
public final class CompiledRule: Sendable {
  /// The rule as written.
  public let rule: Rule
  /// The index of its pack.
  public let pack: Int
  /// The calendar that its newest edition counts by.
  public let calendar: WorkingDayCalendar
  /// Whether the edition is the one in force on the due day.
  let isJudgedByDue: Bool
  /// The first and last day of each edition, beside the rule so that none of it is copied.
  private let days: [(from: CivilDay, until: CivilDay?)]
  /// Its editions, compiled.
  let editions: [CompiledEdition]
  /// The newest edition, compiled.
  let newest: CompiledEdition
  /// Whether an older edition starts its clock elsewhere than the newest.
  let startsVary: Bool

  init(
    rule: Rule, pack: Pack, place: Int, calendars: [String: WorkingDayCalendar],
    vocabulary: Vocabulary, codes: CodeBook
  ) throws(Fault) {
    func calendar(_ name: String) throws(Fault) -> WorkingDayCalendar {
      guard let calendar = calendars[name] else {
        throw Fault(
          .configuration, at: rule.place, "\"\(name)\" is no calendar",
          next: suggestion(for: name, in: calendars.keys))
      }
      return calendar
    }
    self.rule = rule
    self.pack = place
    isJudgedByDue = rule.isJudgedByDue
    days = rule.editions.map { ($0.from, $0.until) }
    var editions: [CompiledEdition] = []
    for edition in rule.editions {
      let body = edition.body
      if body.officeHoursAreNeeded, pack.officeHours == nil {
        throw Fault(
          .configuration, at: rule.place,
          "a rule that counts working hours, or rolls what came out of hours, needs office hours",
          next: "add \"office hours: 09:00 to 17:00\" to \(pack.name)/pack.yaml")
      }
      editions.append(
        CompiledEdition(
          body, vocabulary: vocabulary, codes: codes,
          calendar: try calendar(body.calendar ?? pack.calendar),
          endingCalendar: try body.endsAt.map { (ending) throws(Fault) in
            try calendar(ending.calendar)
          }, officeHours: pack.officeHours))
    }
    self.editions = editions
    let newest = editions[editions.count - 1]
    self.newest = newest
    startsVary = editions.contains { $0.body.starts != newest.body.starts }
    self.calendar = newest.calendar
  }

  /// The first day of an edition.
  public func firstDay(ofEdition index: Int) -> CivilDay { days[index].from }

  /// The calendar that an edition counts by.
  public func calendar(ofEdition index: Int) -> WorkingDayCalendar { editions[index].calendar }

  /// The index of the edition that is in force on a day; nil if none is.
  func edition(on day: CivilDay) -> Int? {
    var index = days.count - 1
    while index >= 0, days[index].from > day { index -= 1 }
    guard index >= 0 else { return nil }
    if let until = days[index].until, day > until { return nil }
    return index
  }
}

extension RuleBody {
  /// Whether it cannot be judged without the hours of a working day.
  var officeHoursAreNeeded: Bool {
    rollsToWorkingDay
      || requirement.tiers.contains { $0.limit.terms.contains { $0.limit?.unit == .workingHours } }
  }
}
