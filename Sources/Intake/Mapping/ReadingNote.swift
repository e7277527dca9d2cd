public import CaseModel

/// Something in an export that is odd and was read all the same, counted over its rows.
///
/// It names columns at most, never a value of a row.
public struct ReadingNote: Sendable, Hashable {
  /// What is odd, as one clause.
  public var rule: String
  /// What to do about it, as one clause.
  public var nextStep: String
  /// How often it was met.
  public var count: Int
  /// Where it was met first.
  public var first: Source
  /// Whether each place of it is a fault of its record too, so that a list of faults has it already.
  public var isFault: Bool

  /// A note of something that was met once.
  public init(
    _ rule: String, next nextStep: String, count: Int = 1, first: Source, isFault: Bool = false
  ) {
    self.rule = rule
    self.nextStep = nextStep
    self.count = count
    self.first = first
    self.isFault = isFault
  }
}
