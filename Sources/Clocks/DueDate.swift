/// When a limit that starts at a known moment runs out.
public enum DueDate {
  /// The last day or minute in time.
  ///
  /// Limits of days and longer give a day; limits of hours give a minute. Months are calendar
  /// months clamped to the month's end and do not roll off a weekend.
  ///
  /// - Parameters:
  ///   - limit: the length of the clock.
  ///   - start: where it starts; its day is day 0.
  ///   - calendar: the working days to count by.
  /// - Returns: nil where the answer needs a year that the calendar does not hold.
  @inlinable
  public static func day(
    _ limit: Limit, after start: CivilDay, calendar: WorkingDayCalendar
  ) -> CivilDay? {
    switch limit.unit {
    case .workingDays: calendar.day(limit.count, workingDaysAfter: start)
    case .days: start.adding(days: limit.count)
    case .weeks: start.adding(days: limit.count * 7)
    case .months: start.adding(months: limit.count)
    case .hours: nil
    }
  }

  /// The last minute in time of a limit of hours: elapsed time, whatever the clocks did.
  public static func instant(_ limit: Limit, after start: Instant) -> Instant {
    start.adding(minutes: Int64(limit.count) * 60)
  }
}
