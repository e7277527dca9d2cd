import Clocks
import Faults
import YAMLReading

/// Holds the day on which a pack was last checked against today and against its editions.
enum LastChecked: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for pack in subject.packs {
      guard let node = pack.head?["last checked"], let text = node.words,
        let checked = CivilDay(iso: text)
      else { continue }
      if checked > subject.today {
        report.add(
          node.fault(
            "a pack was last checked on a day that has come, and \(checked) is after today, \(subject.today)",
            next: "correct the date"))
      }
      for rule in pack.rules {
        guard let newest = rule.rule?.newest.from, newest > checked else { continue }
        report.add(
          node.fault(
            "a pack is checked on or after the first day of each edition, and the newest of \(rule.id) begins on \(newest)",
            next: "check the pack against its sources and write that day, or correct the edition"))
      }
    }
  }
}
