import CaseModel

/// Something that ends a clock without satisfying it, in the codes of a run.
///
/// A class, so that none of its lists is copied where a check looks at it.
final class CompiledStop: Sendable {
  /// The dated fact.
  enum Fact: Sendable {
    case childDied
    case childTurns(Int)
    case closed(ProcessKind)
    case closedForReason(ProcessKind)
    case opened(ProcessKind)
    case happened(EventType)
  }

  /// The dated fact.
  let fact: Fact
  /// The close reasons that count, for a process that closed for one of them.
  let reasons: [Code]
  /// Which of the processes or events; nil for all.
  let filter: CompiledCondition?

  init(_ stop: RuleStop, filter: CompiledCondition?, codes: CodeBook) {
    var reasons: [Code] = []
    switch stop.fact {
    case .childDied: fact = .childDied
    case .childTurns(let age): fact = .childTurns(age)
    case .closed(let kind): fact = .closed(kind)
    case .closedFor(let kind, let words):
      fact = .closedForReason(kind)
      reasons = words.map { codes.code($0) }
    case .opened(let kind): fact = .opened(kind)
    case .happened(let type): fact = .happened(type)
    }
    self.reasons = reasons
    self.filter = filter
  }
}
