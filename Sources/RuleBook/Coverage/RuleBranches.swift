public import CaseModel
public import Clocks

/// The branches of a rule: what follows from its requirement and its keys, over all its editions.
///
/// What follows from a form of requirement is in ``RequirementForm``; what an example reaches is in
/// ``ReachedBranches``.
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
    let isOrdered = editions.last?.requirement.form.isAlwaysOrdered ?? false
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
      for tier in body.requirement.form.tierWords(words) { add(.tier(tier)) }
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
    let form = requirement.form
    var outcomes = form.outcomes.union([.notEvaluable])
    if !form.isAlwaysOrdered { outcomes.insert(.invalid) }
    if form.canStop, !stops.isEmpty || whileOpen != nil { outcomes.insert(.stopped) }
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

/// One way that a rule can go, for which it should have an example.
public enum RuleBranch: Hashable, Sendable {
  /// What a check comes to.
  case outcome(Outcome)
  /// The edition that begins on a day.
  case edition(from: CivilDay)
  /// One of several limits or grades, in words.
  case tier(String)
  /// A condition of a key, in words, that holds or does not.
  case condition(key: String, words: String, holds: Bool)
  /// A day on which the answer turns.
  case boundary(Boundary)

  /// The days on which the answer of a rule with a limit turns.
  public enum Boundary: String, Sendable, CaseIterable {
    /// It happened on the last day in time.
    case doneOnLastDay = "done on the last day"
    /// It happened on the day after.
    case doneTheDayAfter = "done the day after"
    /// It has not happened, on the last day in time.
    case waitingOnLastDay = "still waited for on the last day"
    /// It has not happened, on the day after.
    case waitingTheDayAfter = "still waited for the day after"
  }

  /// The branch in words.
  public var words: String {
    switch self {
    case .outcome(let outcome): "the outcome \"\(outcome.word)\""
    case .edition(let day): "the edition from \(day)"
    case .tier(let words): "the tier \"\(words)\""
    case .condition(let key, let words, let holds):
      "\"\(key)\" \(holds ? "" : "not ")holding (\(words))"
    case .boundary(let boundary): "\(boundary.rawValue)"
    }
  }
}
