import Faults
import YAMLReading

/// Looks for rules that cannot be judged without the hours of a working day.
enum OfficeHoursNeeded: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (pack, rule) in subject.rules {
      guard pack.head?["office hours"] == nil, !rule.isSwitchedOff,
        rule.rules.contains(where: { $0.editions.contains { $0.body.officeHoursAreNeeded } })
      else { continue }
      report.add(
        rule.key.fault(
          "a rule that counts working hours, or rolls what came out of hours, needs office hours",
          next: "add \"office hours: 09:00 to 17:00\" to \(pack.name)/pack.yaml"))
    }
  }
}
