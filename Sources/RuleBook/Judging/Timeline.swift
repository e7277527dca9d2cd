import CaseModel
import Clocks

/// The scale that one check is judged on: days, or minutes of elapsed time.
///
/// Every time becomes a tick on it, so that the same few comparisons serve both.
struct Timeline {
  /// Whether ticks are minutes since 1970 in UTC; else they are day numbers.
  let isElapsed: Bool
  /// The last tick at which something can have happened.
  let now: Int64
  /// What is due on an earlier tick than this is overdue.
  let overdueBefore: Int64
  /// The as-of itself, which may say more than a day number can.
  private let asOf: Moment

  /// The scale of a check as of a moment.
  init(isElapsed: Bool, asOf: Moment) {
    self.isElapsed = isElapsed
    self.asOf = asOf
    guard isElapsed, let range = asOf.instants else {
      now = Int64(asOf.civilDay.number)
      overdueBefore = now
      return
    }
    now = range.upperBound.minutes
    // A day-only as-of: nothing due that day, at whatever hour, is overdue yet.
    overdueBefore = range.lowerBound.minutes
  }

  /// The first and last tick that a known moment can be; nil where its day is not known.
  func ticks(_ moment: Moment) -> ClosedRange<Int64>? {
    guard let day = moment.day else { return nil }
    guard isElapsed, let range = moment.instants else {
      return Int64(day.number)...Int64(day.number)
    }
    return range.lowerBound.minutes...range.upperBound.minutes
  }

  /// Whether a known moment is certainly after the as-of, to the minute where both have one.
  func isStillToCome(_ moment: Moment) -> Bool {
    guard let first = ticks(moment)?.lowerBound else { return false }
    return first > now || !isElapsed && Judge.isAfter(moment, asOf: asOf)
  }

  /// The due tick of a limit that starts at a tick; nil where the calendar does not reach.
  func due(_ limit: Limit, after start: Int64, calendar: WorkingDayCalendar) -> Int64? {
    if isElapsed { return DueDate.instant(limit, after: Instant(minutes: start)).minutes }
    return DueDate.day(limit, after: CivilDay(number: Int32(start)), calendar: calendar)
      .map { Int64($0.number) }
  }

  /// The moment of a tick.
  func moment(_ tick: Int64) -> Moment {
    isElapsed ? .instant(Instant(minutes: tick)) : .day(CivilDay(number: Int32(tick)))
  }
}

/// The clock of one check in one reading.
struct ClockWindow {
  /// The tick at which it starts.
  var start: Int64
  /// The moment that the start was read from.
  var startMoment: Moment
  /// The last tick in time.
  var due: Int64
  /// Events before this tick do not count.
  var earliest: Int64
}
