import Faults
import YAMLReading

/// Looks for a rule's id that stands twice, in one pack or in two of one name.
enum RuleIDs: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    var first: [String: Place] = [:]
    for (_, rule) in subject.rules {
      let ids =
        rule.rules.isEmpty ? [(rule.id, rule.key.place)] : rule.rules.map { ($0.id, $0.place) }
      for (id, place) in ids {
        guard let other = first[id] else {
          first[id] = place
          continue
        }
        report.add(
          Fault(
            .configuration, at: place,
            "a rule's id stands once, and \"\(id)\" stands at \(other) too",
            next: "rename one of them"))
      }
    }
    formerNames(subject, first, &report)
  }

  /// A former name is none that a rule has now.
  private static func formerNames(
    _ subject: LintSubject, _ known: [String: Place], _ report: inout LintReport
  ) {
    for (pack, rule) in subject.rules {
      guard let node = rule[RuleKey.was], let was = node.words else { continue }
      for id in [was, "\(pack.name)/\(was)"] {
        guard let other = known[id] else { continue }
        report.add(
          node.fault(
            "a former name is no rule's any more, and \"\(id)\" is the rule at \(other)",
            next: "write the name that this rule had, or remove the key"))
      }
    }
  }
}

/// Looks for forms of rule that there are not: there are forty, F01 to F40.
enum FormNames: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    let known = RuleForm.allCases.map(\.rawValue)
    for (_, rule) in subject.rules {
      var seen: [String] = []
      for node in rule[RuleKey.forms]?.oneOrMore ?? [] {
        guard let form = node.words else { continue }
        if !known.contains(form) {
          report.add(
            node.fault(
              "\"\(form)\" is no form of rule, which are F01 to F40",
              next: suggestion(for: form, in: known)))
        } else if seen.contains(form) {
          report.add(node.fault("a form stands once in the list", next: "remove one \(form)"))
        }
        seen.append(form)
      }
    }
  }
}
