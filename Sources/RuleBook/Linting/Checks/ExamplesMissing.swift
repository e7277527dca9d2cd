import Faults
import YAMLReading

/// Looks for rules in use without an example worked out by hand.
enum ExamplesMissing: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules where !rule.isSwitchedOff {
      if let examples = rule["examples"] {
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
