/// Something wrong in an export that changes no outcome by itself: a contradiction, a date out of
/// order.
public struct DataIssue: Sendable, Hashable {
  /// How much harm it can do, most first.
  public enum Severity: Int, Sendable, Comparable {
    /// It can hide a breach or make one up.
    case harmful
    /// It makes something not evaluable.
    case hindering
    /// Somebody should look.
    case worthALook

    /// More harmful is smaller.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The stable name of the kind of issue: `review-before-plan`.
  public var identifier: String
  /// How much harm it can do.
  public var severity: Severity
  /// Its position; of a contradiction, the first of the two positions.
  public var source: Source
  /// The second position of a contradiction; ``Source/none`` for other issues.
  public var otherSource: Source
  /// The rule that the data break, as one sentence without any value.
  public var summary: String
  /// What a person does about it, as one clause.
  public var nextStep: String

  /// An issue at a position.
  public init(
    _ identifier: String, _ severity: Severity, at source: Source, and otherSource: Source = .none,
    _ summary: String, next nextStep: String
  ) {
    self.identifier = identifier
    self.severity = severity
    self.source = source
    self.otherSource = otherSource
    self.summary = summary
    self.nextStep = nextStep
  }
}

/// A row that cannot be used: its position, the rule that refused it, and the next step.
///
/// It holds no value from the export: a person who reads the list looks the position up.
public struct QuarantinedRow: Sendable, Hashable {
  /// Its position.
  public var source: Source
  /// The rule that refused it, as one clause; the same for every row of one cause.
  public var rule: String
  /// What a person does about it, as one clause.
  public var nextStep: String
  /// How much harm its absence can do; a row that holds no data does none.
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
