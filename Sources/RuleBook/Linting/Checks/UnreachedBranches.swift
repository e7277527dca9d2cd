import Faults
import YAMLReading

/// Looks for limits that apply in no example, and for conditions that never hold or never fail in
/// one: either an example is missing, or the words cannot come true.
enum UnreachedBranches: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (pack, rule) in subject.rules {
      guard let read = rule.rule, !rule.isSwitchedOff, rule.hasSoundExamples,
        !read.examples.isEmpty, let compiled = pack.compiled(rule, subject)
      else { continue }
      var reached: Set<RuleBranch> = []
      for example in read.examples {
        guard let judged = try? JudgedExample(example, rule: 0, compiled, codes: subject.codes)
        else {
          continue
        }
        reached.formUnion(ReachedBranches(judged).all)
      }
      look(at: rule, compiled, reached, &report)
    }
  }

  private static func look(
    at rule: LintedRule, _ compiled: CompiledRules, _ reached: Set<RuleBranch>,
    _ report: inout LintReport
  ) {
    let words = RuleWords(vocabulary: compiled.vocabulary)
    for (index, edition) in compiled.rules[0].editions.enumerated() {
      let tiers = edition.body.requirement.tierWords(words)
      for (place, tier) in tiers.enumerated() where !reached.contains(.tier(tier)) {
        report.add(
          (tierNodes(rule, index, place) ?? rule.key).fault(
            "no example comes to \"\(tier)\"",
            next: "add an example in which it applies, or take it out if it never can"))
      }
      for (key, condition) in edition.body.conditions
      where key == "if" || key == "not required if" {
        for holds in [true, false] {
          let clause = words.clause(condition)
          guard !reached.contains(.condition(key: key, words: clause, holds: holds)) else {
            continue
          }
          report.add(
            (rule.value(key, inEdition: index) ?? rule.key).fault(
              "\"\(key)\" \(holds ? "holds" : "fails") in no example: \(clause)",
              next:
                "add an example in which it \(holds ? "holds" : "does not"), or take it out if it never can"
            ))
        }
      }
    }
  }

  /// The value that states the tier of a place.
  private static func tierNodes(_ rule: LintedRule, _ edition: Int, _ place: Int) -> YAMLNode? {
    for key in ["limit", "at most", "at least", "chaired by", "repeats"] {
      guard let node = rule.value(key, inEdition: edition) else { continue }
      let parts =
        key == "repeats"
        ? ["first", "then"].flatMap { part in
          node.entries?.first { $0.key.says(part) }?.value.oneOrMore ?? []
        } : node.oneOrMore
      return parts.indices.contains(place) ? parts[place] : node
    }
    return nil
  }
}
