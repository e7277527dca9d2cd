public import Faults

/// A measure that a board compares with others: a share of the checks of some rules.
///
/// Targets and published figures stand beside it. It is data of a pack, `measures.yaml`.
public struct MeasureDefinition: Sendable {
  /// Its id: `england/icpc-in-time`.
  public let id: String
  /// Its title.
  public let title: String
  /// What is counted, in a sentence.
  public let counts: String
  /// The ids of the rules whose checks are counted.
  public let rules: [String]
  /// How it is counted.
  public let way: MeasureWay
  /// How whoever publishes it counts it, where that differs; nil where it does not.
  public let otherWay: MeasureWay?
  /// Who counts the other way, and why the two differ, in a sentence; empty without one.
  public let difference: String
  /// The shares that are aimed at.
  public let targets: [MeasureTarget]
  /// What was published elsewhere, the oldest first.
  public let published: [PublishedFigure]
  /// Where it stands.
  public let place: Place

  /// The newest figure for an area; nil where there is none.
  public func newest(area: String) -> PublishedFigure? {
    published.filter { $0.area == area }.max { $0.year < $1.year }
  }
}
