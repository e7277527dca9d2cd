public import Clocks

/// One dated edition of a rule.
public struct Edition: Sendable {
  /// The first day on which it is in force.
  public let from: CivilDay
  /// The last day on which it is in force; nil while it is.
  public let until: CivilDay?
  /// What it rests on.
  public let basis: Basis
  /// Where it is written.
  public let citation: String
  /// What it says.
  let body: RuleBody
}
