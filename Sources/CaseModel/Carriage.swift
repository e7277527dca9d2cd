/// How a feed carries one type of event.
public struct Carriage: Sendable, Hashable {
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

  /// How fine its times are.
  public var precision: Precision
  /// How many of them it holds.
  public var depth: Depth
  /// Whether a list of participants, where there is one, names everybody.
  public var participantsComplete: Bool

  /// A way of carrying events.
  public init(
    precision: Precision = .day, depth: Depth = .all, participantsComplete: Bool = false
  ) {
    self.precision = precision
    self.depth = depth
    self.participantsComplete = participantsComplete
  }
}
