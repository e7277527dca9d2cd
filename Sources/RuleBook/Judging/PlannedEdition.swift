import CaseModel
import Clocks

/// What one edition of a rule says, in the codes of a run.
final class PlannedEdition: Sendable {
  /// The words that it is written in.
  let vocabulary: Vocabulary
  /// The edition as read.
  let body: RuleBody
  /// Which triggers it is applied to.
  let filter: CompiledCondition?
  /// False means not required.
  let condition: CompiledCondition?
  /// True, with nothing held, means not required.
  let notRequired: CompiledCondition?
  /// The limits, each with its condition; empty for a duty without a limit.
  let tiers: [(limit: Limit, condition: CompiledCondition?)]
  /// The grades of a chair, each with its condition; empty for every other duty.
  let chairTiers: [(role: Role, orAbove: Bool, condition: CompiledCondition?)]
  /// What satisfies it; nil for a duty that no event satisfies.
  let satisfier: RuleSatisfier?
  /// Which satisfying events count.
  let satisfierFilter: CompiledCondition?
  /// The close reasons that stop the clock, in codes, by place among the stops.
  let stopReasons: [[Code]]
  /// Whether the satisfying event happens at most once in its process.
  let isSatisfierOnce: Bool

  init(_ body: RuleBody, vocabulary: Vocabulary, codes: CodeBook) {
    func compile(_ condition: Condition?) -> CompiledCondition? {
      condition.map { CompiledCondition($0, vocabulary: vocabulary, codes: codes) }
    }
    self.vocabulary = vocabulary
    self.body = body
    filter = compile(body.forEach.filter)
    condition = compile(body.condition)
    notRequired = compile(body.notRequired)
    var tiers: [(limit: Limit, condition: CompiledCondition?)] = []
    var chairTiers: [(role: Role, orAbove: Bool, condition: CompiledCondition?)] = []
    var satisfier: RuleSatisfier?
    switch body.duty {
    case .deadline(let limits, let event):
      tiers = limits.map { ($0.limit, compile($0.condition)) }
      satisfier = event
    case .atMost(let limits): tiers = limits.map { ($0.limit, compile($0.condition)) }
    case .repeats(_, _, let event): satisfier = event
    case .chairedBy(let grades):
      chairTiers = grades.map { ($0.role, $0.orAbove, compile($0.condition)) }
    case .attendedBy, .preceded: break
    }
    self.tiers = tiers
    self.chairTiers = chairTiers
    self.satisfier = satisfier
    satisfierFilter = compile(satisfier?.filter)
    stopReasons = body.stops.map { stop in
      guard case .closedFor(_, let words) = stop.fact else { return [] }
      return words.map { codes.code($0) }
    }
    isSatisfierOnce = satisfier?.types.allSatisfy { vocabulary[$0].isOnce } ?? false
  }

  /// Whether times are compared to the minute.
  var isElapsed: Bool { tiers.first?.limit.isElapsed ?? false }
}
