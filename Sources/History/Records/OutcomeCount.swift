public import RuleBook

/// How many checks of a rule came to an outcome in one night.
public struct OutcomeCount: Hashable, Sendable {
  /// The rule's id.
  public var rule: String
  /// What they came to.
  public var outcome: Outcome
  /// How many; at least 1.
  public var count: Int

  /// A number of checks.
  public init(rule: String, outcome: Outcome, count: Int) {
    self.rule = rule
    self.outcome = outcome
    self.count = count
  }

  /// Counts all checks of a night.
  ///
  /// - Parameter checks: the checks, in any order.
  /// - Returns: one count for each rule and outcome that occurs, by rule in byte order, then in
  ///   the order of outcomes.
  public static func tally(_ checks: some Sequence<TonightCheck>) -> [OutcomeCount] {
    var counts: [String: [Int]] = [:]
    for check in checks {
      counts[
        check.rule, default: [Int](repeating: 0, count: Outcome.allCases.count)
      ][Int(check.outcome.rawValue)] += 1
    }
    let rules = counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return rules.flatMap { rule in
      Outcome.allCases.compactMap { outcome in
        let count = counts[rule]?[Int(outcome.rawValue)] ?? 0
        return count == 0 ? nil : OutcomeCount(rule: rule, outcome: outcome, count: count)
      }
    }
  }
}
