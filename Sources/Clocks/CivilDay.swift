/// A day of the Gregorian calendar, as the number of days since 1 January 1970.
public struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before it.
  public var number: Int32

  /// The day with this number.
  @inlinable
  public init(number: Int32) {
    self.number = number
  }

  /// The day of a year, month and day of the month.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  ///
  /// - Returns: nil where the month has no such day or the year is not in 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, the month from 1 to 12 and the day of the month from 1.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  @inlinable
  public var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  /// Whether it is a Saturday or a Sunday.
  @inlinable
  public var isWeekend: Bool { weekday >= 5 }

  /// The day so many days later, or earlier for a negative count.
  @inlinable
  public func adding(days: Int) -> CivilDay {
    CivilDay(number: number + Int32(days))
  }

  /// The same day of the month so many calendar months later, clamped to the month's end.
  ///
  /// 30 November plus 3 months is 28 or 29 February. Beyond the years 1 to 9999 it is the last
  /// day on that side.
  public func adding(months: Int) -> CivilDay {
    let from = civil
    let count = from.year * 12 + from.month - 1 + months
    let year = count >= 0 ? count / 12 : (count - 11) / 12
    let month = count - year * 12 + 1
    let day = min(from.day, CivilDay.length(ofMonth: month, year: year))
    return CivilDay(year: year, month: month, day: day)
      ?? (months < 0 ? CivilDay.span.lowerBound : CivilDay.span.upperBound)
  }

  /// The number of days from another day to this one.
  @inlinable
  public func days(since other: CivilDay) -> Int { Int(number) - Int(other.number) }

  /// Earlier days are smaller.
  @inlinable
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  /// The days that ten bytes can write: 1 January of the year 1 to 31 December 9999.
  public static let span = CivilDay(number: -719_162)...CivilDay(number: 2_932_896)

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
