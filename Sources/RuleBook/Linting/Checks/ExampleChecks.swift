import Clocks
import Faults
import YAMLReading

/// Looks for rules in use without an example worked out by hand.
enum ExamplesMissing: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules where !rule.isSwitchedOff {
      if let examples = rule[RuleKey.examples] {
        // What is no list is told by the reader.
        guard examples.isList, examples.oneOrMore.isEmpty else { continue }
      }
      report.add(
        rule.key.fault(
          "a rule in use has examples, and \(rule.id) has none",
          next: "add one for each outcome, for the last day and for the day after"))
    }
  }
}

/// Looks for examples that expect what nothing could come to: a due that is no day, a checkpoint
/// that the rule does not have.
enum ExpectedWords: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules {
      let labels = rule.rules.compactMap { $0.checkpoint?.label }
      for example in rule[RuleKey.examples]?.oneOrMore ?? [] {
        let expected = example[ExampleKey.expect]?.oneOrMore ?? []
        for node in expected {
          if let due = node[ExpectationKey.due], let text = due.words, MomentText.read(text) == nil
          {
            report.add(
              due.fault(
                "due is a day or a minute, as 2025-01-31 or 2025-01-31T18:00", next: "correct it"))
          }
          if let check = node[ExpectationKey.check], let text = check.words, !rule.rules.isEmpty,
            !labels.contains(text)
          {
            report.add(
              check.fault(
                "the rule has no checkpoint \"\(text)\"",
                next: labels.isEmpty
                  ? "remove the key" : suggestion(for: text, in: labels)))
          }
        }
      }
    }
  }
}

/// Looks for facts of examples that cannot be read.
enum ExampleFacts: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for example in subject.rules.flatMap(\.rule.examples) {
      do throws(Fault) {
        _ = try ExampleRecord(example, vocabulary: subject.vocabulary, codes: subject.codes)
      } catch {
        report.add(error)
      }
    }
  }
}
