public import Clocks
public import Faults

/// A case worked out by hand that stands beside its rule: what is given and what must come of it.
public struct Example: Sendable {
  /// What it shows.
  public let name: String
  /// Where it stands.
  public let place: Place
  /// The facts, one a line.
  public let given: [Fact]
  /// The as-of.
  public let asOf: Moment
  /// What must come of it, in the order of the triggers.
  public let expected: [Expectation]

  /// A fact as it is written, with its place.
  public struct Fact: Sendable {
    /// The line.
    public let text: String
    /// Where it stands.
    public let place: Place
  }

  /// What a check must come to; what is nil is not compared.
  public struct Expectation: Sendable {
    /// The label of the checkpoint that it is of; nil for the rule's own check.
    public let check: String?
    /// The due date or minute, as it is printed.
    public let due: String?
    /// The outcome.
    public let outcome: Outcome
    /// The first reason.
    public let because: Reason?
    /// Where it stands.
    public let place: Place
  }
}
