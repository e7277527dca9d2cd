public import Clocks

/// A day between the start of a clock and its end, with its number, or why it has none.
public struct CountedDay: Sendable, Hashable {
  /// The day.
  public let day: CivilDay
  /// Which of the days that are counted it is; nil where it is not counted.
  public let number: Int?
  /// The holiday's name, or the day of the week, of a day that is not counted; empty for the others.
  public let name: String

  /// The longest count that is told day by day.
  public static let longest = 62

  /// Every day from a check's start to its due day.
  ///
  /// - Parameters:
  ///   - check: the check.
  ///   - compiledRule: its rule.
  /// - Returns: the days in order, counted back from the start where due lies before it; none where
  ///   the limit is no count of days, is long, or does not alone decide the due day.
  public static func all(of check: Check, _ compiledRule: CompiledRule) -> [CountedDay] {
    guard let limit = CheckNote.limit(check, of: compiledRule), let start = check.start.day,
      let due = check.due.day, limit.count > 0, abs(due.days(since: start)) <= longest
    else { return [] }
    let calendar = compiledRule.calendar(ofEdition: Int(check.edition))
    let counts: (CivilDay) -> Bool
    let total: Int
    switch limit.unit {
    case .workingDays: (counts, total) = ({ calendar.isWorkingDay($0) == true }, limit.count)
    case .days: (counts, total) = ({ _ in true }, limit.count)
    case .weeks: (counts, total) = ({ _ in true }, limit.count * 7)
    case .hours, .workingHours, .months: return []
    }
    let isBackward = due < start
    var number = limit.countsFirstDay && counts(start) ? 1 : 0
    var days = [CountedDay(day: start, number: number, name: "")]
    var day = start
    while day != due {
      day = day.adding(days: isBackward ? -1 : 1)
      let isCounted = counts(day)
      number += isCounted ? 1 : 0
      days.append(
        CountedDay(
          day: day, number: isCounted ? number : nil,
          name: isCounted ? "" : calendar.holidays[day] ?? Weekday.allCases[day.weekday].name))
    }
    guard number == total else { return [] }
    return isBackward ? days.reversed() : days
  }
}
