import Faults

/// Looks for local rules that allow more than the national one that they stand beside, and do not
/// say that they are a target.
enum LooserRules: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    let known = (subject.packs + subject.others).flatMap(\.rules)
    for (_, rule) in subject.rules {
      guard let local = rule.rule, let beside = local.beside, beside.relation == .stricter,
        let national = known.first(where: { $0.id == beside.rule })?.rule, beside.rule != rule.id
      else { continue }
      switch RuleComparison(local.newest.body, national.newest.body) {
      case .asStrict: continue
      case .looser(let own, let other):
        report.add(
          Fault(
            .configuration, at: beside.place,
            "a local rule looser than the national one is a target, and \(own) is looser than the \(other) of \(beside.rule)",
            next: "write \"beside: \(beside.rule) target\", or correct the limit"))
      case .incomparable(let difference):
        report.notice(
          Fault(
            .configuration, at: beside.place,
            "cannot compare with \(beside.rule): \(difference)",
            next: "look yourself whether it is the stricter"))
      }
    }
  }
}
