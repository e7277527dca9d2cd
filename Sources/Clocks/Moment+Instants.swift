extension Moment {
  /// The first and the last instant that this moment can be; nil unless the day is known.
  ///
  /// A local time that never happened is known to the day only.
  public var instants: ClosedRange<Instant>? {
    guard isKnown else { return nil }
    if let local = localMinute {
      switch LondonTime.reading(of: local) {
      case .once(let instant): return instant...instant
      case .twice(let first, let second):
        switch fold {
        case .unknown: return first...second
        case .first: return first...first
        case .second: return second...second
        }
      case .never: break
      }
    }
    return Moment.instants(of: civilDay)
  }

  /// Whether it is a time on the wall that never happened, in the hour left out in March.
  public var isImpossible: Bool {
    guard let local = localMinute, case .never = LondonTime.reading(of: local) else { return false }
    return true
  }

  /// Whether it says at what time of its day it happened.
  public var hasTime: Bool { precision == .minute && !isImpossible }

  /// The instants to try: both of a repeated time, the first and last minute of a day.
  public var instantReadings: [Instant] {
    guard let range = instants else { return [] }
    return range.lowerBound == range.upperBound
      ? [range.lowerBound] : [range.lowerBound, range.upperBound]
  }

  /// The first and the last minute of a day in London.
  public static func instants(of day: CivilDay) -> ClosedRange<Instant> {
    start(of: day)...start(of: day.adding(days: 1)).adding(minutes: -1)
  }

  private static func start(of day: CivilDay) -> Instant {
    // London's clocks have never changed at midnight since 1972.
    switch LondonTime.reading(of: LocalMinute(day: day, minuteOfDay: 0)) {
    case .once(let instant), .twice(let instant, _): instant
    case .never: Instant(minutes: Int64(day.number) * 1440)
    }
  }
}
