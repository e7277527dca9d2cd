public import Clocks
public import Faults

/// One timescale or duty, in dated editions.
public struct Rule: Sendable {
  /// The national rule that a local one stands beside.
  public struct Beside: Sendable, Hashable {
    /// How the two stand to each other.
    public enum Relation: String, Sendable, CaseIterable {
      /// The local limit is the shorter.
      case stricter
      /// The local limit is a target of its own, and may be the longer.
      case target
    }

    /// The national rule's id.
    public let rule: String
    /// How the two stand to each other.
    public let relation: Relation
    /// Where it is said.
    public let place: Place
  }

  /// A clock on the way to what a rule asks for.
  public struct Checkpoint: Sendable, Hashable {
    /// The id of the rule that it belongs to.
    public let rule: String
    /// Its label.
    public let label: String
  }

  /// The stable id, pack and name: `england/icpc`.
  public let id: String
  /// Its title.
  public let title: String
  /// The question that a board may ask; empty for none.
  public let ask: String
  /// What a reader should know besides; empty for none.
  public let note: String
  /// The forms that it is an instance of.
  public let forms: [String]
  /// The rows of the reference that it holds.
  public let rows: [String]
  /// Its former name; nil for none.
  public let was: String?
  /// Why it is not to be used yet; nil where it is.
  public let switchedOff: String?
  /// The national rule that it stands beside; nil for none.
  public let beside: Beside?
  /// The rule and label that it is a checkpoint of; nil for a rule of its own.
  public let checkpoint: Checkpoint?
  /// Whether a process that several children share is judged once and listed under each.
  public let isPerIncident: Bool
  /// Whether the edition is the one in force on the due day, not on the day of the start.
  public let isJudgedByDue: Bool
  /// Where it stands.
  public let place: Place
  /// Its editions, the oldest first; at least one.
  public let editions: [Edition]
  /// Its examples, in the order written.
  public let examples: [Example]

  /// The place of the edition that is in force on a day; nil where none is.
  public func edition(on day: CivilDay) -> Int? {
    for (index, edition) in editions.enumerated().reversed() where edition.from <= day {
      if let until = edition.until, day > until { return nil }
      return index
    }
    return nil
  }

  /// The newest edition.
  public var newest: Edition { editions[editions.count - 1] }
}
