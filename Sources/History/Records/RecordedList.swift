/// How many rows of one list a night used.
public struct RecordedList: Hashable, Sendable {
  /// The name that the configuration gives the feed.
  public var feed: String
  /// The list's name in the mapping; empty for a feed that is no set of lists.
  public var list: String
  /// Rows that went into a record; 0 where the list did not come, or had none.
  public var rows: Int

  /// The rows of a list.
  public init(feed: String, list: String, rows: Int) {
    self.feed = feed
    self.list = list
    self.rows = rows
  }
}
