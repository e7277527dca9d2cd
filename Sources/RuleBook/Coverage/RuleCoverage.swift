public import CaseModel

/// How much of a rule its examples reach.
public struct RuleCoverage: Sendable {
  /// The place of the rule in the plan.
  public let rule: Int
  /// How many branches it has.
  public let reachable: Int
  /// Those that no example reached.
  public let missing: [RuleBranch]

  /// The examples of a rule; those of a checkpoint stand with the rule that it belongs to.
  private static func examples(of rule: Rule, _ plan: Plan) -> [Example] {
    guard let checkpoint = rule.checkpoint else { return rule.examples }
    return plan.rule(checkpoint.rule).map { plan.rules[$0].rule.examples } ?? []
  }

  /// What the examples of each rule of a plan reach; an example that cannot be read reaches
  /// nothing.
  public static func all(of plan: Plan, codes: CodeBook) -> [RuleCoverage] {
    plan.rules.enumerated().map { index, planned in
      var reached: Set<RuleBranch> = []
      for example in examples(of: planned.rule, plan) {
        guard let judged = try? JudgedExample(example, rule: index, plan, codes: codes) else {
          continue
        }
        reached.formUnion(ReachedBranches(judged).all)
      }
      let branches = RuleBranches(planned, vocabulary: plan.vocabulary).all
      return RuleCoverage(
        rule: index, reachable: branches.count, missing: branches.filter { !reached.contains($0) })
    }
  }
}
