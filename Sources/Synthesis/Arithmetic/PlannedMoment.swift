package import Clocks

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
