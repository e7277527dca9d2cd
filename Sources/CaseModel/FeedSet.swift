/// The feeds that hold a record, by their places in the run: at most 32.
public struct FeedSet: OptionSet, Hashable, Sendable {
  /// One bit a feed.
  public let rawValue: UInt32

  /// The feeds of these bits.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// One feed.
  @inlinable
  public init(feed: Int) { self.rawValue = 1 << UInt32(feed) }

  /// Whether a feed holds the record.
  @inlinable
  public func has(feed: Int) -> Bool { rawValue & (1 << UInt32(feed)) != 0 }
}
