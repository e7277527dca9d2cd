/// The working days of one part of the United Kingdom, one court or one council over whole years.
///
/// A working day is any day but the calendar's rest days and holidays. Unless a calendar says
/// otherwise its rest days are Saturday and Sunday (Working Together 2023, footnote 209). The
/// trigger day is day 0; the nth working day is the nth strictly after it, also when it falls on
/// a rest day or a holiday.
public final class WorkingDayCalendar: Sendable {
  /// The name that rules and commands use: `england-and-wales`.
  public let name: String
  /// The first and the last day that the calendar knows: whole years.
  public let span: ClosedRange<CivilDay>
  /// The bank holidays and other days on which nobody works, with their names.
  public let holidays: [CivilDay: String]
  /// The days of the week on which nobody works.
  public let restDays: Set<Weekday>
  /// The name of the calendar that it builds on; nil for none.
  public let basedOn: String?

  /// Whether each day of the week is a rest day, Monday first.
  private let rests: [Bool]
  /// For each day of the span, how many working days lie in the span up to and including it.
  private let upTo: [Int32]
  /// The working days of the span, in order.
  private let workingDays: [Int32]

  /// A calendar over whole years with these bank holidays.
  ///
  /// - Parameters:
  ///   - name: the name that rules use.
  ///   - years: the first and last year, both whole.
  ///   - holidays: the bank holidays and their names.
  ///   - restDays: the days of the week on which nobody works.
  ///   - basedOn: the name of the calendar that it builds on.
  public init(
    name: String, years: ClosedRange<Int>, holidays: [CivilDay: String],
    restDays: Set<Weekday> = WorkingDayCalendar.weekend, basedOn: String? = nil
  ) {
    self.name = name
    self.holidays = holidays
    self.restDays = restDays
    self.basedOn = basedOn
    let rests = Weekday.allCases.map(restDays.contains)
    self.rests = rests
    let first = CivilDay(year: years.lowerBound, month: 1, day: 1) ?? CivilDay(number: 0)
    let last = CivilDay(year: years.upperBound, month: 12, day: 31) ?? first
    span = first...last
    var upTo: [Int32] = []
    var workingDays: [Int32] = []
    upTo.reserveCapacity(last.days(since: first) + 1)
    for number in first.number...last.number {
      let day = CivilDay(number: number)
      if !rests[day.weekday], holidays[day] == nil { workingDays.append(number) }
      upTo.append(Int32(workingDays.count))
    }
    self.upTo = upTo
    self.workingDays = workingDays
  }

  /// Whether a day is a working day; nil outside the calendar's years.
  public func isWorkingDay(_ day: CivilDay) -> Bool? {
    guard span.contains(day) else { return nil }
    return !rests[day.weekday] && holidays[day] == nil
  }

  /// Whether a day is one of the week's rest days.
  public func isRestDay(_ day: CivilDay) -> Bool { rests[day.weekday] }

  /// The names of the rest days, in the order of the week.
  public var restDayNames: [String] { restDays.sorted().map(\.name) }

  /// Saturday and Sunday.
  public static let weekend: Set<Weekday> = [.saturday, .sunday]

  /// The nth working day strictly after a day; the day itself for 0.
  ///
  /// - Returns: nil where the answer needs a year that the calendar does not hold.
  @inlinable
  public func day(_ count: Int, workingDaysAfter day: CivilDay) -> CivilDay? {
    count == 0 ? (span.contains(day) ? day : nil) : nthWorkingDay(count, after: day)
  }

  @usableFromInline
  func nthWorkingDay(_ count: Int, after day: CivilDay) -> CivilDay? {
    guard let before = workingDays(upTo: day), count > 0 else { return nil }
    let index = before + count - 1
    return index < workingDays.count ? CivilDay(number: workingDays[index]) : nil
  }

  /// The nth working day strictly before a day; the day itself for 0.
  ///
  /// - Returns: nil where the answer needs a year that the calendar does not hold.
  public func day(_ count: Int, workingDaysBefore day: CivilDay) -> CivilDay? {
    if count == 0 { return span.contains(day) ? day : nil }
    guard count > 0, let before = workingDays(upTo: day.adding(days: -1)) else { return nil }
    let index = before - count
    return index >= 0 ? CivilDay(number: workingDays[index]) : nil
  }

  /// How many working days lie strictly after the first day, up to and including the second.
  ///
  /// - Returns: nil where the answer needs a year that the calendar does not hold; negative where
  ///   the second is earlier.
  public func workingDays(from first: CivilDay, to second: CivilDay) -> Int? {
    guard let start = workingDays(upTo: first), let end = workingDays(upTo: second) else {
      return nil
    }
    return end - start
  }

  /// How many working days of the span lie on or before a day; the eve of the span has none.
  private func workingDays(upTo day: CivilDay) -> Int? {
    let index = day.days(since: span.lowerBound)
    if index == -1 { return 0 }
    return upTo.indices.contains(index) ? Int(upTo[index]) : nil
  }
}
