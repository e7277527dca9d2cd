import Foundation

/// London's clock: the only file that asks Foundation, for the offset of Europe/London.
public enum LondonTime {
  /// What a time on the wall can mean.
  public enum Reading: Equatable, Sendable {
    /// It happened once.
    case once(Instant)
    /// It happened twice, in the hour that is repeated in October; the earlier comes first.
    case twice(Instant, Instant)
    /// It never happened: it lies in the hour that is left out in March.
    case never
  }

  /// Whether this machine knows the time zone at all.
  public static var isKnown: Bool { zone != nil }

  /// Reads all that is needed of the time zone from the system's files now and not later.
  ///
  /// For a process that will not be allowed to open files.
  public static func prepare() {
    _ = reading(of: LocalMinute(wallMinutes: 0))
  }

  /// The offset of London's clocks from UTC at an instant, in minutes.
  public static func offset(at instant: Instant) -> Int64 {
    guard let zone else { return 0 }
    let date = Date(timeIntervalSince1970: Double(instant.minutes) * 60)
    return Int64(zone.secondsFromGMT(for: date) / 60)
  }

  /// The instants that a time on the wall can mean.
  public static func reading(of local: LocalMinute) -> Reading {
    let wall = local.wallMinutes
    // The offsets a day before and a day after are the only two that can apply.
    let before = offset(at: Instant(minutes: wall - 1440))
    let after = offset(at: Instant(minutes: wall + 1440))
    let first = Instant(minutes: wall - max(before, after))
    let second = Instant(minutes: wall - min(before, after))
    let firstHolds = offset(at: first) == max(before, after)
    let secondHolds = offset(at: second) == min(before, after)
    switch (firstHolds, secondHolds) {
    case (true, true): return first == second ? .once(first) : .twice(first, second)
    case (true, false): return .once(first)
    case (false, true): return .once(second)
    case (false, false): return .never
    }
  }

  /// What a clock on the wall shows at an instant.
  public static func local(of instant: Instant) -> LocalMinute {
    LocalMinute(wallMinutes: instant.minutes + offset(at: instant))
  }

  private static let zone = TimeZone(identifier: "Europe/London")
}
