/// A minute of elapsed time, counted from 1970-01-01T00:00Z.
///
/// Limits of hours are elapsed time and are compared as whole minutes.
public struct Instant: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01T00:00Z.
  public var minutes: Int64

  /// The instant so many minutes after 1970-01-01T00:00Z.
  @inlinable
  public init(minutes: Int64) {
    self.minutes = minutes
  }

  /// The instant so many minutes later.
  @inlinable
  public func adding(minutes count: Int64) -> Instant { Instant(minutes: minutes + count) }

  /// Earlier instants are smaller.
  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool { left.minutes < right.minutes }
}
