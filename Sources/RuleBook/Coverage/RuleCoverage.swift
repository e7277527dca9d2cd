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
  private static func examples(of rule: Rule, _ compiled: CompiledRules) -> [Example] {
    guard let checkpoint = rule.checkpoint else { return rule.examples }
    return compiled.rule(checkpoint.rule).map { compiled.rules[$0].rule.examples } ?? []
  }

  /// What the examples of each rule of a plan reach; an example that cannot be read reaches
  /// nothing.
  public static func all(of compiled: CompiledRules, codes: CodeBook) -> [RuleCoverage] {
    compiled.rules.enumerated().map { index, compiledRule in
      var reached: Set<RuleBranch> = []
      for example in examples(of: compiledRule.rule, compiled) {
        guard let judged = try? JudgedExample(example, rule: index, compiled, codes: codes) else {
          continue
        }
        reached.formUnion(ReachedBranches(judged).all)
      }
      let branches = RuleBranches(compiledRule, vocabulary: compiled.vocabulary).all
      return RuleCoverage(
        rule: index, reachable: branches.count, missing: branches.filter { !reached.contains($0) })
    }
  }
}
