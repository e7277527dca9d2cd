/// When something happened, as far as a record says it: to the minute, to the day, or not.
///
/// Eight bytes; compared by what is known, never by a guess.
public struct Moment: Hashable, Sendable {
  /// How much of the time is known.
  public enum Precision: UInt8, Sendable {
    /// The record has no such time.
    case absent
    /// The record says that it happened and leaves the date empty.
    case missing
    /// The record has a date that cannot be read; the raw text is kept beside the record.
    case unreadable
    /// Known to the day.
    case day
    /// Known to the minute.
    case minute
  }

  /// Which of two instants a repeated local time is.
  public enum Fold: UInt8, Sendable {
    /// The record does not say.
    case unknown
    /// The first of the two: clocks still on summer time.
    case first
    /// The second of the two: clocks back on winter time.
    case second
  }

  /// How much is known.
  public var precision: Precision
  /// Which of the two instants it is, where a local time occurs twice.
  public var fold: Fold
  /// Minutes since midnight on London's clocks; 0 unless known to the minute.
  public var minuteOfDay: Int16
  /// The day; meaningless unless ``isKnown``.
  public var civilDay: CivilDay

  @inlinable
  init(precision: Precision, fold: Fold, minuteOfDay: Int16, civilDay: CivilDay) {
    self.precision = precision
    self.fold = fold
    self.minuteOfDay = minuteOfDay
    self.civilDay = civilDay
  }

  /// No such time in the record.
  public static let absent = Moment(
    precision: .absent, fold: .unknown, minuteOfDay: 0, civilDay: CivilDay(number: 0))
  /// It happened, on a date that was left empty.
  public static let missing = Moment(
    precision: .missing, fold: .unknown, minuteOfDay: 0, civilDay: CivilDay(number: 0))
  /// It happened, on a date that cannot be read.
  public static let unreadable = Moment(
    precision: .unreadable, fold: .unknown, minuteOfDay: 0, civilDay: CivilDay(number: 0))

  /// Some time on a day.
  @inlinable
  public static func day(_ day: CivilDay) -> Moment {
    Moment(precision: .day, fold: .unknown, minuteOfDay: 0, civilDay: day)
  }

  /// A minute on London's clocks.
  public static func minute(_ local: LocalMinute, fold: Fold = .unknown) -> Moment {
    Moment(
      precision: .minute, fold: fold, minuteOfDay: local.minuteOfDay, civilDay: local.day)
  }

  /// An instant, as London's clocks show it.
  public static func instant(_ instant: Instant) -> Moment {
    let local = LondonTime.local(of: instant)
    guard case .twice(let first, _) = LondonTime.reading(of: local) else {
      return .minute(local)
    }
    return .minute(local, fold: instant == first ? .first : .second)
  }

  /// Whether the day is known.
  @inlinable
  public var isKnown: Bool { precision.rawValue >= Precision.day.rawValue }

  /// The day, where it is known.
  @inlinable
  public var day: CivilDay? { isKnown ? civilDay : nil }

  /// The minute on the wall, where it is known.
  public var localMinute: LocalMinute? {
    precision == .minute ? LocalMinute(day: civilDay, minuteOfDay: minuteOfDay) : nil
  }
}
