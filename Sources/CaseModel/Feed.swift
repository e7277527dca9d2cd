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
  /// The attributes that it carries.
  public var attributes: Set<Attribute>
  /// The kinds of process for which it carries the reason of closing.
  public var closeReasons: Set<ProcessKind>
  /// The types of event for which it says what came of them.
  public var outcomes: Set<EventType>
  /// The kinds of process that its rows name, even where it carries no event that opens them.
  public var processes: Set<ProcessKind>
  /// Whether it says of itself that every child in it is made up.
  public var isSynthetic: Bool

  /// A feed that carries nothing yet.
  public init(name: String, format: String) {
    self.name = name
    self.format = format
    authority = ""
    asOf = .absent
    period = nil
    events = [:]
    attributes = []
    closeReasons = []
    outcomes = []
    processes = []
    isSynthetic = false
  }

  /// Whether it carries a type of event at all.
  public func carries(_ type: EventType) -> Bool { events[type] != nil }
}
