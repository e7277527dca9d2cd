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
      if let node = pack.head?["calendar"], let name = node.words {
        uses.append((pack.name, Use(name: name, node: node)))
      }
      for rule in pack.rules where !rule.isSwitchedOff {
        for node in rule.values("calendar") {
          if let name = node.words { uses.append((pack.name, Use(name: name, node: node))) }
        }
        let endings = rule.rules.first?.editions.compactMap(\.body.endsAt?.calendar) ?? []
        for node in rule.values("ends at") {
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
