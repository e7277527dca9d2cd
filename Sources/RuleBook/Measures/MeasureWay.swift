public import Clocks

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
