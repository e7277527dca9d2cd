import Clocks
import Faults
import YAMLReading

/// Looks for calendars that there are not.
enum CalendarNames: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for node in uses(of: subject).map(\.node) where subject.calendars[node.name] == nil {
      report.add(
        node.node.fault(
          "\"\(node.name)\" is no calendar",
          next: suggestion(for: node.name, in: subject.calendars.keys)))
    }
  }

  /// Where a calendar is named.
  struct Use {
    /// The calendar's name.
    let name: String
    /// The value that names it.
    let node: YAMLNode
  }

  /// Every place at which a calendar is named, rules that are not used yet aside.
  static func uses(of subject: LintSubject) -> [(pack: String, node: Use)] {
    var uses: [(pack: String, node: Use)] = []
    for pack in subject.packs {
      if let node = pack.head?[.calendar], let name = node.words {
        uses.append((pack.name, Use(name: name, node: node)))
      }
      for rule in pack.rules where !rule.isSwitchedOff {
        for node in rule.values(BodyKey.calendar) {
          if let name = node.words { uses.append((pack.name, Use(name: name, node: node))) }
        }
        let endings = rule.rules.first?.editions.compactMap(\.body.endsAt?.calendar) ?? []
        for node in rule.values(BodyKey.endsAt) {
          let words = node.words?.utf8.split(separator: UInt8(ascii: " "))
            .map { String(decoding: $0, as: UTF8.self) }
          guard let name = words?.first(where: endings.contains) else { continue }
          uses.append((pack.name, Use(name: name, node: node)))
        }
      }
    }
    return uses
  }
}

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

/// Looks for rules that cannot be judged without the hours of a working day.
enum OfficeHoursNeeded: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (pack, rule) in subject.rules {
      guard pack.head?[.officeHours] == nil, !rule.isSwitchedOff,
        rule.rules.contains(where: { $0.editions.contains { $0.body.officeHoursAreNeeded } })
      else { continue }
      report.add(
        rule.key.fault(
          "a rule that counts working hours, or rolls what came out of hours, needs office hours",
          next: "add \"office hours: 09:00 to 17:00\" to \(pack.name)/pack.yaml"))
    }
  }
}
