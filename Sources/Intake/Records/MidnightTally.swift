import CaseModel

/// The times of a column that promises minutes, counted to see whether its midnights are times.
///
/// A database writes 00:00 behind a day of which it knows no time. Where all values say 00:00, or more
/// than one in twenty, each 00:00 is a day; the other values keep their minutes. Which it is can be
/// said only at the end of the feed, so that records keep 00:00 until they are joined.
struct MidnightTally {
  /// The share of midnights up to which they are times: one in so many.
  static let share = 20

  /// Values with a time of day.
  private(set) var times = 0
  /// Those of them that say 00:00.
  private(set) var midnights = 0
  /// The position of the first midnight.
  private(set) var first: Source = .none

  /// Counts a time.
  mutating func add(isMidnight: Bool, at source: @autoclosure () -> Source) {
    times += 1
    guard isMidnight else { return }
    if midnights == 0 { first = source() }
    midnights += 1
  }

  /// Adds the times of another file.
  mutating func add(_ other: MidnightTally) {
    if midnights == 0 { first = other.first }
    times += other.times
    midnights += other.midnights
  }

  /// Whether each midnight is a day.
  var areDays: Bool { midnights * Self.share > times }

  /// What is said of the times of a place, as `the column "START"`; nil where midnights are times.
  func issue(of place: String) -> DataIssue? {
    guard areDays else { return nil }
    let share =
      midnights == times
      ? times == 1 ? "the one time is 00:00" : "all \(times) times are 00:00"
      : "\(midnights) of \(times) times are 00:00"
    return DataIssue(
      "midnight-times", .hindering, at: first,
      "A time of day is known to the minute, and in \(place) \(share): each 00:00 is read as its day.",
      next: "export the time of day as it was recorded, or a date alone")
  }
}
