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
  /// How much harm its absence can do: a row that holds no data does none.
  public var severity: DataIssue.Severity

  /// A row set aside.
  public init(
    source: Source, rule: String, nextStep: String, severity: DataIssue.Severity = .harmful
  ) {
    self.source = source
    self.rule = rule
    self.nextStep = nextStep
    self.severity = severity
  }
}
