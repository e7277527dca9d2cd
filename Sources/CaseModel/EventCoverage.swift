/// How a feed carries one type of event.
public struct EventCoverage: Sendable, Hashable {
  /// How fine its times are.
  public enum Precision: String, Sendable {
    /// To the day.
    case day
    /// To the minute.
    case minute
  }

  /// How many of them it holds.
  public enum Depth: String, Sendable {
    /// All of them.
    case all
    /// Only the latest.
    case latest
  }

  /// What it says of who took part.
  public enum Participants: String, Sendable {
    /// Nothing.
    case none
    /// Some of those who took part; others may have been there.
    case some
    /// Everybody who took part, where there is a list at all.
    case complete
  }

  /// How fine its times are.
  public var precision: Precision
  /// How many of them it holds.
  public var depth: Depth
  /// What it says of who took part.
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
