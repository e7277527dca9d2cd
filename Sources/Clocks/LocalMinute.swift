/// A minute as a clock on the wall in London shows it: a day and a time of day.
public struct LocalMinute: Hashable, Comparable, Sendable {
  /// The day on the wall.
  public var day: CivilDay
  /// Minutes since midnight on the wall, 0 to 1439.
  public var minuteOfDay: Int16

  /// A minute of a day.
  public init(day: CivilDay, minuteOfDay: Int16) {
    self.day = day
    self.minuteOfDay = minuteOfDay
  }

  /// Minutes since 1970-01-01 00:00 on the wall.
  var wallMinutes: Int64 { Int64(day.number) * 1440 + Int64(minuteOfDay) }

  /// The minute so many minutes after 1970-01-01 00:00 on the wall.
  init(wallMinutes: Int64) {
    let day = wallMinutes >= 0 ? wallMinutes / 1440 : (wallMinutes - 1439) / 1440
    self.day = CivilDay(number: Int32(day))
    self.minuteOfDay = Int16(wallMinutes - day * 1440)
  }

  /// Earlier minutes are smaller.
  public static func < (left: LocalMinute, right: LocalMinute) -> Bool {
    (left.day, left.minuteOfDay) < (right.day, right.minuteOfDay)
  }
}
