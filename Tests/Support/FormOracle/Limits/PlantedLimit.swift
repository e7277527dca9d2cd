import Clocks
import Synthesis

/// A limit of a planted case, counted by the slow arithmetic alone.
enum PlantedLimit: Hashable, Sendable {
  case hours(Int)
  case sameDay
  case days(Int)
  case weeks(Int)
  case months(Int)
  case workingDays(Int)
  /// So many days with the first day as day 1 ("beginning with").
  case daysFromFirst(Int)
  /// A day that the case itself names.
  case until(CivilDay)

  /// Whether the limit is counted in minutes.
  var isTimed: Bool { if case .hours = self { true } else { false } }

  /// Roughly how many days it is at most, to keep a case before the as-of day.
  var span: Int {
    switch self {
    case .hours(let count): count / 24 + 1
    case .sameDay, .until: 1
    case .days(let count), .daysFromFirst(let count): count
    case .weeks(let count): count * 7
    case .months(let count): count * 31
    case .workingDays(let count): count * 7 / 5 + 12
    }
  }
}

extension PlantedArithmetic {
  /// The last moment in time of a limit that starts at a moment: a minute where it is counted in
  /// hours, else a day.
  func due(_ limit: PlantedLimit, after start: PlannedMoment) -> PlannedMoment {
    switch limit {
    case .hours(let count): hours(count, after: start)
    case .sameDay: PlannedMoment(start.day)
    case .days(let count): PlannedMoment(start.day.adding(days: count))
    case .weeks(let count): PlannedMoment(start.day.adding(days: count * 7))
    case .months(let count): PlannedMoment(months(count, after: start.day))
    case .workingDays(let count): PlannedMoment(workingDay(count, after: start.day))
    case .daysFromFirst(let count): PlannedMoment(start.day.adding(days: count - 1))
    case .until(let day): PlannedMoment(day)
    }
  }

  /// The last day in time of a limit that is counted back from a day.
  func due(_ limit: PlantedLimit, before day: CivilDay) -> CivilDay {
    switch limit {
    case .hours, .sameDay, .until, .daysFromFirst: day
    case .days(let count): day.adding(days: -count)
    case .weeks(let count): day.adding(days: -count * 7)
    case .months(let count): months(count, before: day)
    case .workingDays(let count): workingDay(count, before: day)
    }
  }

  /// The nth working day strictly before a day.
  func workingDay(_ count: Int, before day: CivilDay) -> CivilDay {
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: -1)
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  /// The same day of the month so many months earlier, or the last day of that month.
  func months(_ count: Int, before day: CivilDay) -> CivilDay {
    let (year, month, dayOfMonth) = day.civil
    let (before, monthIndex) = (year * 12 + month - 1 - count).quotientAndRemainder(dividingBy: 12)
    // The first of that month and as many days as it has, counted one by one.
    var found = CivilDay.of(before, monthIndex + 1, 1)
    while found.civil.day < dayOfMonth {
      let next = found.adding(days: 1)
      if next.civil.month != monthIndex + 1 { break }
      found = next
    }
    return found
  }

  /// The day on which somebody reaches an age; who was born on 29 February, on 1 March in common
  /// years.
  func birthday(_ age: Int, of born: CivilDay) -> CivilDay {
    let (year, month, day) = born.civil
    return CivilDay(year: year + age, month: month, day: day) ?? .of(year + age, 3, 1)
  }
}

extension PlantedArithmetic {
  /// So many hours of an office that is open from 09:00 to 17:00 on working days, a minute at a time.
  func officeHours(_ count: Int, after start: PlannedMoment) -> PlannedMoment {
    var (day, minute) = (start.day, start.minute ?? 0)
    var left = count * 60
    while left > 0 {
      if minute >= 17 * 60 || !isWorking(day) {
        (day, minute) = (day.adding(days: 1), 0)
        continue
      }
      if minute >= 9 * 60 { left -= 1 }
      minute += 1
    }
    return PlannedMoment(day, minute: minute)
  }
}
