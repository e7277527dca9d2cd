/// A row that cannot be used: where it stands, which rule refused it, and what to do.
///
/// It holds no value from the export: a reader of the list looks the place up.
public struct QuarantinedRow: Sendable, Hashable {
  /// Where it stands.
  public var source: Source
  /// The rule that refused it, as one clause; the same for every row of one cause.
  public var rule: String
  /// What to do about it, as one clause.
  public var nextStep: String

  /// A row set aside.
  public init(source: Source, rule: String, nextStep: String) {
    self.source = source
    self.rule = rule
    self.nextStep = nextStep
  }
}
