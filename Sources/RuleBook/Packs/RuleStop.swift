import CaseModel

/// Something that ends a clock without satisfying it, and when.
struct RuleStop: Sendable, Hashable {
  /// The dated fact.
  enum Fact: Sendable, Hashable {
    /// The child died.
    case childDied
    /// The child reached an age.
    case childTurns(Int)
    /// The linked process of a kind closed.
    case closed(ProcessKind)
    /// The linked process of a kind closed for one of these reasons.
    case closedFor(ProcessKind, [String])
    /// A process of a kind opened after the start.
    case opened(ProcessKind)
    /// An event of a type happened after the start.
    case happened(EventType)
  }

  /// The dated fact.
  var fact: Fact
  /// Which of the processes or events; nil for all.
  var filter: Condition?
}
