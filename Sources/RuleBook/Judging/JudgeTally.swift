/// What one run counted of a rule beside its checks.
public struct JudgeTally: Sendable, Hashable {
  /// Triggers met, those without a check included.
  public var triggers = 0
  /// Triggers that lie before the first edition and made no check.
  public var beforeFirstEdition = 0

  /// Nothing counted yet.
  public init() {}
}
