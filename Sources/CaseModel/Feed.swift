public import Clocks

/// One delivered set of export files from one source: what it is and what it carries.
public struct Feed: Sendable {
  /// The name that the configuration gives it, or the format's.
  public var name: String
  /// The format: `cin census`, `interchange`, or `mapping NAME`.
  public var format: String
  /// The authority's code.
  public var authority: String
  /// The moment that the export describes.
  public var asOf: Moment
  /// The first and last day that it covers; nil where it carries everything whole.
  public var period: ClosedRange<CivilDay>?
  /// The event types that it carries, and how.
  public var events: [EventType: EventCoverage]
  /// The event types of which it says only that they were planned, called off or not required: that
  /// it has none says nothing, and it carries none of them.
  public var stated: Set<EventType>
  /// The attributes that it carries.
  public var attributes: Set<Attribute>
  /// The attributes that may have several values at once, all of which hold.
  public var severalValues: Set<Attribute>
  /// The kinds of process for which it carries the reason of closing.
  public var closeReasons: Set<ProcessKind>
  /// The types of event for which it says what came of them.
  public var outcomes: Set<EventType>
  /// The kinds of process that its rows name, even where it carries no event that opens them.
  public var processes: Set<ProcessKind>
  /// Whether the export states that every child in it is made up.
  public var isSynthetic: Bool
  /// The types of event whose times at 00:00 are days: too many of them are at 00:00 for times.
  public var midnightEvents: Set<EventType>
  /// The attributes whose times at 00:00 are days.
  public var midnightAttributes: Set<Attribute>

  /// A feed that carries nothing yet.
  public init(name: String, format: String) {
    self.name = name
    self.format = format
    authority = ""
    asOf = .absent
    period = nil
    events = [:]
    stated = []
    attributes = []
    severalValues = []
    closeReasons = []
    outcomes = []
    processes = []
    isSynthetic = false
    midnightEvents = []
    midnightAttributes = []
  }

  /// Whether it carries a type of event at all.
  public func carries(_ type: EventType) -> Bool { events[type] != nil }
}

/// The feeds that hold a record, by their index in the run: at most 32.
public struct FeedSet: OptionSet, Hashable, Sendable {
  /// One bit for each feed.
  public let rawValue: UInt32

  /// The feeds of some bits.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// One feed.
  @inlinable
  public init(feed: Int) { self.rawValue = 1 << UInt32(feed) }

  /// Whether a feed holds the record.
  @inlinable
  public func has(feed: Int) -> Bool { rawValue & (1 << UInt32(feed)) != 0 }
}

/// The coverage of one type of event by a feed.
public struct EventCoverage: Sendable, Hashable {
  /// The precision of its times.
  public enum Precision: String, Sendable {
    /// To the day.
    case day
    /// To the minute.
    case minute
  }

  /// Whether it holds all events or the latest.
  public enum Depth: String, Sendable {
    /// All of them.
    case all
    /// Only the latest.
    case latest
  }

  /// What it says of the participants.
  public enum Participants: String, Sendable {
    /// Nothing.
    case none
    /// Some of those who took part; others may have been there.
    case some
    /// Everybody who took part, where there is a list at all.
    case complete
  }

  /// The precision of its times.
  public var precision: Precision
  /// Whether it holds all events or the latest.
  public var depth: Depth
  /// What it says of the participants.
  public var participants: Participants

  /// A way of carrying events.
  public init(
    precision: Precision = .day, depth: Depth = .all, participants: Participants = .none
  ) {
    self.precision = precision
    self.depth = depth
    self.participants = participants
  }
}
