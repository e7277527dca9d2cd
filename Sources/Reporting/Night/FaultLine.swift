public import CaseModel

/// A row set aside or a fault in the data, as the data-quality list shows it.
public struct FaultLine: Sendable {
  /// The stable name of the kind of fault: `set-aside`, `review-before-plan`.
  public var identifier: String
  /// How much harm it can do.
  public var severity: DataIssue.Severity
  /// The base name of the file.
  public var file: String
  /// The line; 0 where there is none.
  public var line: Int
  /// The column; 0 where it is not known.
  public var column: Int
  /// The other place of a contradiction, as `file:line`; empty for none.
  public var otherPlace: String
  /// The rule that the data break.
  public var summary: String
  /// What to do about it.
  public var nextStep: String

  /// A fault at a place.
  public init(
    identifier: String, severity: DataIssue.Severity, file: String, line: Int, column: Int,
    otherPlace: String, summary: String, nextStep: String
  ) {
    self.identifier = identifier
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.otherPlace = otherPlace
    self.summary = summary
    self.nextStep = nextStep
  }
}
