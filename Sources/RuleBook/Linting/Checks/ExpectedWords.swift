import Clocks
import Faults
import YAMLReading

/// Looks for examples that expect what nothing could come to: a due that is no day, a checkpoint
/// that the rule does not have.
enum ExpectedWords: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules {
      let labels = rule.rules.compactMap { $0.checkpoint?.label }
      for example in rule["examples"]?.oneOrMore ?? [] {
        let expected = example.entries?.first { $0.key.says("expect") }?.value.oneOrMore ?? []
        for entry in expected.flatMap({ $0.entries ?? [] }) {
          guard let text = entry.value.words else { continue }
          if entry.key.says("due"), MomentText.read(text) == nil {
            report.add(
              entry.value.fault(
                "due is a day or a minute, as 2025-01-31 or 2025-01-31T18:00", next: "correct it"))
          }
          if entry.key.says("check"), !rule.rules.isEmpty, !labels.contains(text) {
            report.add(
              entry.value.fault(
                "the rule has no checkpoint \"\(text)\"",
                next: labels.isEmpty
                  ? "remove the key" : suggestion(for: text, in: labels)))
          }
        }
      }
    }
  }
}
