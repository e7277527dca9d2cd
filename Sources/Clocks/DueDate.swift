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
    // Where the first day counts, the clock runs as from the day before.
    let first = limit.countsFirstDay ? start.adding(days: -1) : start
    switch limit.unit {
    case .workingDays: return calendar.day(limit.count, workingDaysAfter: first)
    case .days: return first.adding(days: limit.count)
    case .weeks: return first.adding(days: limit.count * 7)
    case .months:
      let end = start.adding(months: limit.count)
      return limit.countsFirstDay ? end.adding(days: -1) : end
    case .hours, .workingHours: return nil
    }
  }

  /// The day so long before another: the nth strictly before it.
  ///
  /// - Returns: nil where the answer needs a year that the calendar does not hold, or the limit
  ///   counts hours.
  public static func day(
    _ limit: Limit, before end: CivilDay, calendar: WorkingDayCalendar
  ) -> CivilDay? {
    switch limit.unit {
    case .workingDays: calendar.day(limit.count, workingDaysBefore: end)
    case .days: end.adding(days: -limit.count)
    case .weeks: end.adding(days: -limit.count * 7)
    case .months: end.adding(months: -limit.count)
    case .hours, .workingHours: nil
    }
  }

  /// The last minute in time of a limit of working hours: only the office hours of working days
  /// are counted.
  ///
  /// - Returns: nil where the answer needs a year that the calendar does not hold.
  public static func instant(
    _ limit: Limit, after start: Instant, in hours: OfficeHours, calendar: WorkingDayCalendar
  ) -> Instant? {
    var left = limit.count * 60
    let local = LondonTime.local(of: start)
    var day = local.day
    var minute = max(Int(local.minuteOfDay), hours.opens)
    while true {
      guard let isWorking = calendar.isWorkingDay(day) else { return nil }
      let available = isWorking ? max(0, hours.closes - minute) : 0
      if left <= available, isWorking {
        return Moment.minute(LocalMinute(day: day, minuteOfDay: Int16(minute + left)))
          .instants?.lowerBound
      }
      left -= available
      day = day.adding(days: 1)
      minute = hours.opens
    }
  }

  /// The last minute in time of a limit of hours: elapsed time, whatever the clocks did.
  public static func instant(_ limit: Limit, after start: Instant) -> Instant {
    start.adding(minutes: Int64(limit.count) * 60)
  }
}
