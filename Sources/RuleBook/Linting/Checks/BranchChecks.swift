import Faults
import YAMLReading

/// Looks for limits that apply in no example, and for conditions that never hold or never fail in
/// one: either an example is missing, or the words cannot come true.
enum UnreachedBranches: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (pack, rule) in subject.rules {
      guard let read = rule.rule, !rule.isSwitchedOff, rule.hasReadExamples,
        !read.examples.isEmpty, let compiled = pack.compiled(rule, subject),
        let reached = reached(by: read.examples, compiled, subject)
      else { continue }
      look(at: rule, compiled, reached, &report)
    }
  }

  /// What some examples reach; nil where a fact of one of them cannot be read.
  private static func reached(
    by examples: [Example], _ compiled: CompiledRules, _ subject: LintSubject
  ) -> Set<RuleBranch>? {
    var reached: Set<RuleBranch> = []
    for example in examples {
      guard let judged = try? JudgedExample(example, rule: 0, compiled, codes: subject.codes)
      else { return nil }
      reached.formUnion(ReachedBranches(judged).all)
    }
    return reached
  }

  private static func look(
    at rule: ParsedRule, _ compiled: CompiledRules, _ reached: Set<RuleBranch>,
    _ report: inout LintReport
  ) {
    let words = RuleWords(vocabulary: compiled.vocabulary)
    for (index, edition) in compiled.rules[0].editions.enumerated() {
      let requirement = edition.body.requirement
      for (tier, said) in requirement.form.tierWords(words).enumerated()
      where !reached.contains(.tier(said)) {
        report.add(
          (tierNode(requirement, rule, index, tier) ?? rule.key).fault(
            "no example comes to \"\(said)\"",
            next: "add an example in which it applies, or take it out if it never can"))
      }
      for (word, condition) in edition.body.conditions {
        // Filters are part of another key's value.
        guard let key = BodyKey(rawValue: word) else { continue }
        for holds in [true, false] {
          let clause = words.clause(condition)
          guard !reached.contains(.condition(key: word, words: clause, holds: holds)) else {
            continue
          }
          report.add(
            (rule.value(key, inEdition: index) ?? rule.key).fault(
              "\"\(word)\" \(holds ? "holds" : "fails") in no example: \(clause)",
              next:
                "add an example in which it \(holds ? "holds" : "does not"), or take it out if it never can"
            ))
        }
      }
    }
  }

  /// The value that states a tier.
  private static func tierNode(
    _ requirement: Requirement, _ rule: ParsedRule, _ edition: Int, _ tier: Int
  ) -> YAMLNode? {
    guard let node = rule.value(requirement.key, inEdition: edition) else { return nil }
    let nodes = type(of: requirement.form).tierNodes(node)
    return nodes.indices.contains(tier) ? nodes[tier] : node
  }
}

/// Looks for rules that no configured feed can ever show.
enum NeverEvaluable: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    guard let feeds = subject.feeds else { return }
    for (pack, rule) in subject.rules {
      guard !rule.isSwitchedOff, let compiled = pack.compiled(rule, subject) else { continue }
      for compiledRule in compiled.rules {
        let missing = RuleEvaluability(compiledRule, feeds: feeds, vocabulary: compiled.vocabulary)
          .notCarried
        guard !missing.isEmpty else { continue }
        report.add(
          Fault(
            .configuration, at: compiledRule.rule.place,
            "\(compiledRule.rule.id) can never be judged, because no configured feed carries this: \(missing.joined(separator: ", "))",
            next: "add it to an export or a mapping, or leave the rule out"))
      }
    }
  }
}
