package import Clocks

extension CivilDay {
  /// A day written down in a scenario; the scenarios write only days that exist.
  package static func of(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }

  /// The day that every export of the synthetic authority describes.
  package static let asOf = CivilDay.of(2026, 3, 31)
}

/// A day or a minute of a planned case, as London's clocks show it.
package struct PlannedMoment: Hashable, Sendable {
  /// The day.
  package var day: CivilDay
  /// Minutes since midnight; nil where the export has the day only.
  package var minute: Int?

  /// A day, with or without a time.
  package init(_ day: CivilDay, minute: Int? = nil) {
    self.day = day
    self.minute = minute
  }

  /// A time of a day.
  package init(_ day: CivilDay, _ hour: Int, _ minute: Int) {
    self.init(day, minute: hour * 60 + minute)
  }
}

/// Due dates counted the slow way: a day at a time, a month by a table, an hour by the Act.
///
/// It shares nothing with the calendars that the judge counts by, so that the answer key can
/// contradict the judge.
package struct PlantedArithmetic: Sendable {
  /// The bank holidays to leave out.
  package let holidays: Set<CivilDay>

  /// Arithmetic that leaves some bank holidays out.
  package init(holidays: Set<CivilDay>) { self.holidays = holidays }

  /// Whether a day is neither Saturday, Sunday nor a bank holiday (Working Together 2023,
  /// footnote 209).
  package func isWorking(_ day: CivilDay) -> Bool {
    // 1 January 1970 was a Thursday, so day 2 was a Saturday and day 3 a Sunday.
    let dayOfCycle = ((Int(day.number) - 2) % 7 + 7) % 7
    return dayOfCycle > 1 && !holidays.contains(day)
  }

  /// The nth working day strictly after a day.
  package func workingDay(_ count: Int, after day: CivilDay) -> CivilDay {
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  /// The first working day on or after a day.
  func workingDay(from day: CivilDay) -> CivilDay {
    isWorking(day) ? day : workingDay(1, after: day)
  }

  /// The same day of the month so many months later, or the last day of that month.
  package func months(_ count: Int, after day: CivilDay) -> CivilDay {
    var (year, month, dayOfMonth) = day.civil
    for _ in 0..<count {
      month += 1
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    dayOfMonth = min(dayOfMonth, PlantedArithmetic.length(ofMonth: month, year: year))
    return .of(year, month, dayOfMonth)
  }

  /// So many elapsed hours after a minute on London's clocks, as those clocks show it.
  package func hours(_ count: Int, after start: PlannedMoment) -> PlannedMoment {
    minutes(count * 60, after: start)
  }

  /// So many elapsed minutes after a minute on London's clocks, as those clocks show it.
  package func minutes(_ count: Int, after start: PlannedMoment) -> PlannedMoment {
    let wall = Int(start.day.number) * 1440 + (start.minute ?? 0)
    let universal =
      PlantedArithmetic.isSummerTime(universal: wall - 60) ? wall - 60 : wall
    let end = universal + count
    let shown = PlantedArithmetic.isSummerTime(universal: end) ? end + 60 : end
    return PlannedMoment(CivilDay(number: Int32(shown / 1440)), minute: shown % 1440)
  }

  /// Whether clocks are an hour ahead: from 01:00 universal time on the last Sunday of March to
  /// 01:00 universal time on the last Sunday of October (Summer Time Order 2002).
  ///
  /// - Parameter universal: minutes since 1970-01-01 00:00 universal time, after 1970.
  /// - Returns: true in summer time.
  static func isSummerTime(universal: Int) -> Bool {
    let (year, _, _) = CivilDay(number: Int32(universal / 1440)).civil
    let begins = Int(lastSunday(ofMonth: 3, year: year).number) * 1440 + 60
    let ends = Int(lastSunday(ofMonth: 10, year: year).number) * 1440 + 60
    return universal >= begins && universal < ends
  }

  /// The last Sunday of a month that has 31 days.
  package static func lastSunday(ofMonth month: Int, year: Int) -> CivilDay {
    var day = CivilDay.of(year, month, 31)
    while ((Int(day.number) - 3) % 7 + 7) % 7 != 0 { day = day.adding(days: -1) }
    return day
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
  }
}
