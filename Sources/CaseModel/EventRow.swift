public import Clocks

/// Something that happened, is planned, or was recorded as not required.
public struct EventRow: Sendable, Hashable {
  /// What happened.
  public var type: EventType
  /// What became of it.
  public var state: EventState
  /// The row of the process that it lies in; -1 for none.
  public var process: Int32
  /// When.
  public var at: Moment
  /// The due date that the system itself recorded; for comparison only.
  public var dueRecorded: Moment
  /// What came of it.
  public var outcome: Code
  /// The system's own id, in the record's text.
  public var id: TextRange
  /// The date as written, where it cannot be read, in the record's text.
  public var raw: TextRange
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// Where it stands.
  public var source: Source

  /// An event of a type at a moment.
  public init(
    type: EventType, state: EventState = .held, process: Int32 = -1, at: Moment = .absent,
    dueRecorded: Moment = .absent, outcome: Code = .none, id: TextRange = .empty,
    raw: TextRange = .empty, feeds: FeedSet = [], source: Source = .none
  ) {
    self.type = type
    self.state = state
    self.process = process
    self.at = at
    self.dueRecorded = dueRecorded
    self.outcome = outcome
    self.id = id
    self.raw = raw
    self.feeds = feeds
    self.source = source
  }
}
