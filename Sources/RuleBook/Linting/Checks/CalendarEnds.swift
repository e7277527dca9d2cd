import Clocks
import Faults
import YAMLReading

/// Looks for calendars that end within a year, after which no date could be worked out.
enum CalendarEnds: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    var told: Set<String> = []
    for (pack, use) in CalendarNames.uses(of: subject) {
      // Once a pack is enough.
      guard let calendar = subject.calendars[use.name],
        let warning = calendar.warning(on: subject.today),
        told.insert("\(pack) \(use.name)").inserted
      else { continue }
      report.add(use.node.fault(warning, next: calendar.renewal))
    }
  }
}
