public import Faults

extension CalendarFile {
  /// The calendar with another file of its name laid over it.
  ///
  /// The newer file stands for the years that it covers, this one for the others, so that it may
  /// correct a year, add years or replace all of them. What it does not say about rest days and
  /// base stays as it is.
  ///
  /// - Throws: ``Fault`` where the newer file counts otherwise, or leaves years between that
  ///   neither holds.
  public func renewed(by newer: CalendarFile) throws(Fault) -> CalendarFile {
    let sameRest = newer.restDays == nil || newer.restDays == restDays
    let isSameBase = newer.basedOn == nil || newer.basedOn == basedOn
    guard sameRest, isSameBase else {
      throw Fault(
        .configuration, at: Place(file: newer.file),
        "a file that renews the calendar \"\(name)\" counts by the same rest days and base",
        next: "give a calendar that counts otherwise a name of its own")
    }
    guard newer.years.lowerBound <= years.upperBound + 1,
      years.lowerBound <= newer.years.upperBound + 1
    else {
      throw Fault(
        .configuration, at: Place(file: newer.file),
        "years that are added follow on those of the calendar \"\(name)\", \(years.lowerBound) to \(years.upperBound)",
        next: "add the years between")
    }
    var renewed = self
    renewed.file = newer.file
    renewed.years =
      min(
        years.lowerBound, newer.years.lowerBound)...max(
        years.upperBound, newer.years.upperBound)
    renewed.days = days.filter { !newer.years.contains($0.key.civil.year) }
    renewed.days.merge(newer.days) { _, new in new }
    return renewed
  }

  /// How many days of the years that both files cover one names as a holiday and the other not.
  public func differences(from other: CalendarFile) -> Int {
    let shared = years.clamped(to: other.years)
    guard years.overlaps(other.years) else { return 0 }
    func own(_ file: CalendarFile) -> Set<CivilDay> {
      Set(file.days.keys.filter { shared.contains($0.civil.year) })
    }
    return own(self).symmetricDifference(own(other)).count
  }
}
