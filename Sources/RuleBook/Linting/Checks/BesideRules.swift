import Faults

/// Looks for rules that stand beside one that does not exist.
enum BesideRules: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    let known = (subject.packs + subject.others).flatMap { $0.rules.map(\.id) }
    for (_, rule) in subject.rules {
      guard let beside = rule.rule?.beside else { continue }
      if beside.rule == rule.id {
        report.add(
          Fault(
            .configuration, at: beside.place, "a rule stands beside another, and not beside itself",
            next: "name the national rule"))
      } else if !known.contains(beside.rule) {
        report.add(
          Fault(
            .configuration, at: beside.place, "there is no rule \"\(beside.rule)\" to stand beside",
            next: suggestion(for: beside.rule, in: known.filter { $0 != rule.id })))
      }
    }
  }
}
