/// A fault in the data that changes no outcome by itself: a contradiction, a date out of order.
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

  /// The stable name of the kind of fault: `review-before-plan`.
  public var identifier: String
  /// How much harm it can do.
  public var severity: Severity
  /// Where it stands; the first of the two places of a contradiction.
  public var source: Source
  /// The other place of a contradiction.
  public var otherSource: Source
  /// The rule that the data break, in one sentence without any value.
  public var summary: String
  /// What to do about it, as one clause.
  public var nextStep: String

  /// A fault at a place.
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
