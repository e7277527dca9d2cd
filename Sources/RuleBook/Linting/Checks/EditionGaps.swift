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
        let place = rule.editions[index].entries?.first { $0.key.says("from") }?.value.place
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
