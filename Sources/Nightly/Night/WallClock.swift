import Clocks
import Glibc

/// The clock on the wall: it decides whether exports are old, and nothing that is published.
enum WallClock {
  /// The day in London.
  static var today: CivilDay { LondonTime.local(of: now).day }

  /// The minute.
  static var now: Instant { Instant(minutes: Int64(time(nil)) / 60) }

  /// Seconds since 1970, for measuring how long a night took.
  static var seconds: Int { time(nil) }
}
