public import Clocks

/// Who took part in an event.
public struct Participation: Sendable, Hashable {
  /// The row of the event.
  public var event: Int32
  /// In what role.
  public var role: Role
  /// For which agency, where the export names it.
  public var agency: Code
  /// In what part.
  public var part: Part
  /// When: for a record sent, when it was sent; else absent.
  public var at: Moment
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// Where it stands.
  public var source: Source

  /// A part taken in an event.
  public init(
    event: Int32, role: Role, agency: Code = .none, part: Part, at: Moment = .absent,
    feeds: FeedSet = [], source: Source = .none
  ) {
    self.event = event
    self.role = role
    self.agency = agency
    self.part = part
    self.at = at
    self.feeds = feeds
    self.source = source
  }
}
