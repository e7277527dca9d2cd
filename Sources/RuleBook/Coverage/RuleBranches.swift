public import CaseModel
import Clocks

/// The branches of a rule: what follows from its duty and its keys, over all its editions.
///
/// A new kind of duty is connected here, in ``Requirement/outcomes`` and ``Requirement/tierWords(_:)``,
/// and, where it has something of its own to be reached by, in ``ReachedBranches``.
public struct RuleBranches: Sendable {
  /// The branches, each once, in the order in which they are told.
  public private(set) var all: [RuleBranch] = []

  /// The branches of a rule.
  public init(_ compiledRule: CompiledRule, vocabulary: Vocabulary) {
    let words = RuleWords(vocabulary: vocabulary)
    let editions = compiledRule.editions.map(\.body)
    guard compiledRule.rule.checkpoint == nil else {
      // Its trigger, conditions and stops are those of its rule; its own is the clock.
      all = [.met, .metLate, .overdue, .due].map { .outcome($0) }
      return
    }
    let isOrdered = editions.last?.requirement.isAlwaysOrdered ?? false
    for outcome in Outcome.allCases
    where editions.contains(where: { $0.outcomes.contains(outcome) })
      && !(isOrdered && outcome == .invalid)
    {
      add(.outcome(outcome))
    }
    if editions.count > 1 {
      for edition in compiledRule.rule.editions { add(.edition(from: edition.from)) }
    }
    for body in editions {
      for tier in body.requirement.tierWords(words) { add(.tier(tier)) }
      for (key, condition) in body.conditions {
        for holds in [true, false] {
          add(.condition(key: key, words: words.clause(condition), holds: holds))
        }
      }
      guard body.outcomes.contains(.overdue) else { continue }
      for boundary in RuleBranch.Boundary.allCases { add(.boundary(boundary)) }
    }
  }

  private mutating func add(_ branch: RuleBranch) {
    if !all.contains(branch) { all.append(branch) }
  }
}

extension RuleBody {
  /// What a check can come to.
  var outcomes: Set<Outcome> {
    var outcomes = requirement.outcomes.union([.notEvaluable])
    if !requirement.isAlwaysOrdered { outcomes.insert(.invalid) }
    if requirement.canStop, !stops.isEmpty || whileOpen != nil { outcomes.insert(.stopped) }
    if isSilenceAgreement { outcomes.subtract([.overdue, .metLate]) }
    if condition != nil || notRequired != nil { outcomes.insert(.notRequired) }
    return outcomes
  }

  /// The conditions of the keys, tiers aside.
  var conditions: [(key: String, condition: Condition)] {
    var conditions: [(key: String, condition: Condition)] = []
    if let filter = forEach.filter { conditions.append(("for each … where", filter)) }
    if let condition { conditions.append(("if", condition)) }
    if let notRequired { conditions.append(("not required if", notRequired)) }
    if let filter = requirement.satisfier?.filter { conditions.append(("met by … where", filter)) }
    return conditions
  }
}

extension Requirement {
  /// Whether something else can end the clock.
  fileprivate var canStop: Bool {
    switch self {
    case .deadline, .atMost, .atLeast, .repeats, .soft: true
    default: false
    }
  }

  /// Whether no record of it can contradict itself: an interval opens at what was held.
  fileprivate var isAlwaysOrdered: Bool {
    if case .repeats(let first, _, _) = self { return first.isEmpty }
    return false
  }

  /// What a check of the duty alone can come to.
  var outcomes: Set<Outcome> {
    switch self {
    case .deadline, .atMost, .repeats: [.met, .metLate, .overdue, .due]
    case .before: [.met, .metLate, .overdue, .due, .notMet]
    case .atLeast, .atMostInAny: [.met, .notMet, .due]
    case .soft: [.elapsed]
    default: [.met, .notMet]
    }
  }

  /// The tiers in words, where there are several.
  func tierWords(_ words: RuleWords) -> [String] {
    if case .chairedBy(let grades) = self {
      guard grades.count > 1 else { return [] }
      return grades.map { grade in
        let name = words.name(grade.role) + (grade.orAbove ? " or above" : "")
        return grade.condition.map { "\(name) where \(words.clause($0))" } ?? "\(name) otherwise"
      }
    }
    let limits = LimitWords(words: words)
    return tiers.count > 1 ? tiers.map { limits.within([$0]) } : []
  }
}
