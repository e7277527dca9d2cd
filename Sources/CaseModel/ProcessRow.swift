public import Clocks

/// Something that opens and closes: an episode, an enquiry, a plan.
public struct ProcessRow: Sendable, Hashable {
  /// What it is.
  public var kind: ProcessKind
  /// Whether its id was made up because the format has none.
  public var isMadeUp: Bool
  /// The row of the process that it lies in; -1 for none.
  public var parent: Int32
  /// When it opened.
  public var opened: Moment
  /// When it closed; absent while it is open.
  public var closed: Moment
  /// Why it closed.
  public var closeReason: Code
  /// The system's own id, in the record's text.
  public var id: TextRange
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// Where its opening stands.
  public var source: Source
  /// Where its closing stands.
  public var closedSource: Source

  /// A process that is open from a moment.
  public init(
    kind: ProcessKind, isMadeUp: Bool = false, parent: Int32 = -1, opened: Moment = .absent,
    closed: Moment = .absent, closeReason: Code = .none, id: TextRange = .empty,
    feeds: FeedSet = [], source: Source = .none, closedSource: Source = .none
  ) {
    self.kind = kind
    self.isMadeUp = isMadeUp
    self.parent = parent
    self.opened = opened
    self.closed = closed
    self.closeReason = closeReason
    self.id = id
    self.feeds = feeds
    self.source = source
    self.closedSource = closedSource
  }
}
