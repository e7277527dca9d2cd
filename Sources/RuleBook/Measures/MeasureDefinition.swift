public import Clocks
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

/// A way of counting a measure: which checks are in it, and which of them count as in time.
public struct MeasureWay: Sendable, Hashable {
  /// What decides which month and year a check belongs to.
  public enum Day: String, Sendable, CaseIterable {
    /// The day on which it was due.
    case due
    /// The day on which it was done.
    case done
    /// The day on which its clock started.
    case start
  }

  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// Each check by itself.
    case check
    /// Each child with something still running at the as-of whose first clock has run out; one late
    /// check since it began keeps the child out of the numerator.
    case child
  }

  /// What is counted.
  public var unit: Unit
  /// The outcomes that are in time.
  public var numerator: Set<Outcome>
  /// The outcomes of which the share is taken.
  public var denominator: Set<Outcome>
  /// What decides month and year.
  public var day: Day
  /// A limit of the measure's own, after the start, instead of the rule's; nil for the rule's.
  public var within: Limit?
  /// Whether what came on a later date is in time where a count of working days says so
  /// (Children in need census guide, section 4.12.2: bands are counts, not dates).
  public var comparesCounts: Bool
}

/// A share that somebody aims at.
public struct MeasureTarget: Sendable, Hashable {
  /// The share in tenths of a percent.
  public var tenths: Int
  /// The first day from which it is aimed at; nil where that is not known.
  public var from: CivilDay?
  /// The last day; nil while it is.
  public var until: CivilDay?
  /// What it rests on.
  public var basis: Basis
  /// Where it stands.
  public var citation: String
}

/// A share that somebody published.
public struct PublishedFigure: Sendable, Hashable {
  /// Where: `England`, `median of authorities`.
  public var area: String
  /// The year to 31 March in which it was counted.
  public var year: Int
  /// The share in tenths of a percent.
  public var tenths: Int
  /// Where it stands.
  public var source: String

  /// `85.7%`.
  public var words: String { "\(tenths / 10).\(tenths % 10)%" }
}
