public import Faults

extension WorkingDayCalendar {
  /// Reads a calendar file that builds on no other.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - name: the calendar's name, which is its file's name without ending.
  ///   - file: the file's name for messages.
  /// - Throws: ``Fault`` with the line of the first thing that is wrong.
  public convenience init(text: String, name: String, file: String) throws(Fault) {
    try self.init(try CalendarFile(text: text, name: name, file: file), base: nil)
  }

  /// The calendar of a file, with the days and rest days of the one that it builds on.
  ///
  /// A day that both name keeps the title of the base. Rest days that the file says itself stand
  /// in place of the base's.
  ///
  /// - Throws: ``Fault`` where the base is not the one that is named, or does not hold the years.
  public convenience init(_ file: CalendarFile, base: WorkingDayCalendar?) throws(Fault) {
    guard file.basedOn == base?.name else {
      throw Fault(
        .configuration, at: file.basedOnPlace, "a calendar is based on one that is there",
        next: "put \(file.basedOn ?? "").csv beside it")
    }
    var days = file.days
    if let base {
      let years = base.span.lowerBound.civil.year...base.span.upperBound.civil.year
      guard years.contains(file.years.lowerBound), years.contains(file.years.upperBound) else {
        throw Fault(
          .configuration, at: file.basedOnPlace,
          "a calendar lies in the years of the one that it is based on, and \"\(base.name)\" covers \(years.lowerBound) to \(years.upperBound)",
          next: "narrow its years, or add years to \"\(base.name)\"")
      }
      for (day, title) in base.holidays where file.years.contains(day.civil.year) {
        days[day] = title
      }
    }
    self.init(
      name: file.name, years: file.years, holidays: days,
      restDays: file.restDays ?? base?.restDays ?? WorkingDayCalendar.weekend,
      basedOn: base?.name)
  }
}
