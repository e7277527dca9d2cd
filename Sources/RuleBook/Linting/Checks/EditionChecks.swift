import Clocks
import Faults
import YAMLReading

/// Looks for days between two editions of a rule on which none is in force.
///
/// A gap that is meant is told in the rule's note, which names its first day in words.
enum EditionGaps: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules {
      guard let read = rule.rule else { continue }
      let editions = read.editions
      for (index, edition) in editions.enumerated().dropFirst() {
        guard let until = editions[index - 1].until else { continue }
        let first = until.adding(days: 1)
        let last = edition.from.adding(days: -1)
        guard first <= last, !contains(read.note, first.shortWords) else { continue }
        let place = rule.editions[index][EditionKey.from]?.place
        report.add(
          Fault(
            .configuration, at: place ?? rule.key.place,
            "editions leave no gap, and none is in force \(first == last ? "on \(first)" : "from \(first) to \(last)")",
            next:
              "add an edition, begin this one earlier, or say in the note what came with \(first.shortWords)"
          ))
      }
    }
  }

  /// Whether a text holds some words, however its lines are folded.
  private static func contains(_ text: String, _ words: String) -> Bool {
    let plain = text.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    return plain.indices.contains { plain[$0...].starts(with: words.utf8) }
  }
}

/// Holds the day on which a pack was last checked against today and against its editions.
enum LastChecked: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for pack in subject.packs {
      guard let node = pack.head?[.lastChecked], let text = node.words,
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

/// Looks for citations of Acts that there are not, such as a right title with a wrong year.
enum CitedActs: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules {
      for edition in rule.editions {
        guard let node = edition[EditionKey.citation],
          let citation = node.words
        else { continue }
        for act in subject.acts.unknown(in: citation) {
          let near = nearestWord(to: act, in: subject.acts.titles)
          report.add(
            node.fault(
              "\"\(act)\" is no Act that is known",
              next: near.map { "did you mean \"\($0)\"? If it is new, add it to acts.yaml" }
                ?? "correct the title and the year, or add it to acts.yaml"))
        }
      }
    }
  }
}
