public import Clocks
public import Faults

/// One timescale or duty, in dated editions.
public struct Rule: Sendable {
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
  /// Why it is not to be used yet; nil where it is.
  public let switchedOff: String?
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
