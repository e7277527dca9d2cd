import Faults
import YAMLReading

/// Looks for forms of rule that there are not: there are forty, F01 to F40.
enum FormNames: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    let known = RuleForm.allCases.map(\.rawValue)
    for (_, rule) in subject.rules {
      var seen: [String] = []
      for node in rule["forms"]?.oneOrMore ?? [] {
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
