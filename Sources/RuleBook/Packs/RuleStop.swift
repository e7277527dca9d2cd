import CaseModel

/// Something that ends a clock without satisfying it, and when.
struct RuleStop: Sendable, Hashable {
  /// The dated fact.
  enum Fact: Sendable, Hashable {
    /// The child died.
    case childDied
    /// The linked process of a kind closed.
    case closed(ProcessKind)
    /// The linked process of a kind closed for one of these reasons.
    case closedFor(ProcessKind, [String])
  }

  /// The dated fact.
  var fact: Fact
}
