public import Faults

extension WorkingDayCalendar {
  /// How many months before its end a calendar is warned of.
  public static let warningMonths = 12

  /// What to say of a calendar that is about to end, as one clause.
  ///
  /// - Parameter day: the as-of.
  /// - Returns: nil while the end is more than ``warningMonths`` away.
  public func warning(on day: CivilDay) -> String? {
    guard span.upperBound <= day.adding(months: WorkingDayCalendar.warningMonths) else {
      return nil
    }
    return
      "the calendar \"\(name)\" ends on \(span.upperBound.shortWords), and a date after that day cannot be worked out"
  }

  /// What to do about a calendar that ends, as one clause.
  public var renewal: String {
    let next = span.upperBound.civil.year + 1
    return
      "put a file \(name).csv that covers \(next) into the folder that the configuration names as calendars"
  }

  /// Refuses an as-of after the calendar's last day: nothing could be worked out.
  ///
  /// - Throws: ``Fault`` with 78 that says what to do.
  public func checkCovers(asOf day: CivilDay) throws(Fault) {
    guard day > span.upperBound else { return }
    throw Fault(
      .configuration,
      "the exports are as of \(day), and the calendar \"\(name)\" ended on \(span.upperBound)",
      next: renewal)
  }
}
