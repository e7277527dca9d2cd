import Faults

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
