import CaseModel
public import Clocks
import Output

/// Shows how a due date was worked out: each day that is not counted, by name.
enum WorkingOut {
  /// The sentences that lead from a start to a due date.
  static func sentences(
    _ limit: Limit, from start: Moment, to due: Moment, calendar: WorkingDayCalendar
  ) -> [String] {
    guard let first = start.day, let last = due.day else { return [] }
    switch limit.unit {
    case .workingDays: return workingDays(limit, first, last, calendar)
    case .hours: return hours(limit, start, due)
    case .workingHours:
      return [
        "\(limit.description) after \(start.words) end at \(due.words); only the office hours of working days are counted."
      ]
    case .months: return months(limit, first, last)
    case .days, .weeks:
      if limit == .sameDay { return ["It is due on the same day, \(last.words)."] }
      return ["\(limit.description) after \(first.words) is \(last.words); weekends count."]
    }
  }

  private static func workingDays(
    _ limit: Limit, _ first: CivilDay, _ last: CivilDay, _ calendar: WorkingDayCalendar
  ) -> [String] {
    var weekendDays = 0
    var holidays: [String] = []
    var day = first.adding(days: 1)
    while day <= last {
      if let name = calendar.holidays[day], !day.isWeekend {
        holidays.append("\(name) (\(day.words))")
      } else if day.isWeekend {
        weekendDays += 1
      }
      day = day.adding(days: 1)
    }
    var skipped: [String] = []
    if weekendDays > 0 {
      skipped.append(
        English.counted(weekendDays, "Saturday or Sunday", "Saturdays and Sundays"))
    }
    skipped += holidays
    let counted =
      skipped.isEmpty
      ? "Every day in between is counted" : "Not counted: \(English.list(skipped))"
    let isFirstDay = limit.countsFirstDay && calendar.isWorkingDay(first) == true
    return [
      "\(first.words) is day \(isFirstDay ? 1 : 0). \(counted).",
      "The \(English.ordinal(limit.count)) working day is \(last.words).",
    ]
  }

  private static func hours(_ limit: Limit, _ start: Moment, _ due: Moment) -> [String] {
    guard start.precision == .minute, due.precision == .minute else {
      return ["\(limit.description) run to the minute, and the time of the start is not recorded."]
    }
    var sentence = "\(limit.description) of elapsed time after \(start.words) end at \(due.words)"
    if let from = start.instants?.lowerBound, let to = due.instants?.lowerBound {
      let change = LondonTime.offset(at: to) - LondonTime.offset(at: from)
      if change > 0 { sentence += "; the clocks went forward in between" }
      if change < 0 { sentence += "; the clocks went back in between" }
    }
    return [sentence + "."]
  }

  private static func months(_ limit: Limit, _ first: CivilDay, _ last: CivilDay) -> [String] {
    let isClamped = first.civil.day != last.civil.day
    return [
      "\(limit.description) after \(first.words) is \(last.words)"
        + (isClamped ? ", the last day of that month." : ".")
    ]
  }
}

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
