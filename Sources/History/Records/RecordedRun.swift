public import Clocks

/// One night of one authority as the history keeps it.
public struct RecordedRun: Hashable, Sendable {
  /// How far a night has come.
  public enum State: String, Sendable, CaseIterable {
    /// Written, but its run folder is not published yet: nothing is built on it.
    case staged
    /// Its run folder is published: the next night is compared with it.
    case published
  }

  /// The run's name, which is its folder's: `2026-03-31`, `2026-03-31-2`.
  public var name: String
  /// The hash that identifies the run.
  public var runID: String
  /// The as-of of the night: that of its newest feed.
  public var asOf: Moment
  /// The as-of of its oldest feed: what is dated later may not have been seen.
  public var oldestAsOf: Moment
  /// The authority's code.
  public var authority: String
  /// The version of Duly that made it.
  public var duly: String
  /// The hash of the rule packs.
  public var packs: String
  /// The hash of the calendars.
  public var calendars: String
  /// The hash of all that the night was made from, the history before it left out: a night of the
  /// same content has nothing new to say.
  public var content: String
  /// How far it has come.
  public var state: State

  /// A night that is not published yet.
  public init(
    name: String, runID: String, asOf: Moment, authority: String, duly: String, packs: String,
    calendars: String, content: String = "", oldestAsOf: Moment? = nil, state: State = .staged
  ) {
    self.name = name
    self.runID = runID
    self.asOf = asOf
    self.oldestAsOf = oldestAsOf ?? asOf
    self.authority = authority
    self.duly = duly
    self.packs = packs
    self.calendars = calendars
    self.content = content
    self.state = state
  }
}
