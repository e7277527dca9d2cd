@testable import Clocks

/// London's clocks since 1996 from the rule alone: an hour ahead from 01:00 UTC on the last Sunday
/// of March to 01:00 UTC on the last Sunday of October.
enum ReferenceLondon {
  static let years = 2010...2028

  /// Both changes of a year, in minutes since 1970-01-01T00:00Z.
  static func changes(in year: Int) -> (spring: Int64, autumn: Int64) {
    allChanges[year - years.lowerBound]
  }

  private static let allChanges = years.map {
    (
      spring: minutes(ofLastSundayIn: 3, of: $0) + 60,
      autumn: minutes(ofLastSundayIn: 10, of: $0) + 60
    )
  }

  /// The offset at an instant of a year near one of its changes.
  static func offset(atMinutes minutes: Int64, in year: Int) -> Int64 {
    let (spring, autumn) = changes(in: year)
    return minutes >= spring && minutes < autumn ? 60 : 0
  }

  /// All instants at which clocks on the wall show this, in order.
  static func instants(showing wall: Int64, in year: Int) -> [Instant] {
    [wall - 60, wall].filter { offset(atMinutes: $0, in: year) == wall - $0 }
      .map { Instant(minutes: $0) }
  }

  private static func minutes(ofLastSundayIn month: Int, of year: Int) -> Int64 {
    // 1 January 2010 was a Friday.
    var odometer = Odometer(year: 2010, month: 1, day: 1)
    var (number, weekday, lastSunday) = (Int64(14_610), 4, Int64(0))
    while odometer.year < year || (odometer.year == year && odometer.month <= month) {
      if odometer.year == year, odometer.month == month, weekday == 6 { lastSunday = number }
      odometer.turn()
      number += 1
      weekday = (weekday + 1) % 7
    }
    return lastSunday * 1440
  }
}
