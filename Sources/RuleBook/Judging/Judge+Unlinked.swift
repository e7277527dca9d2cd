import CaseModel
import Clocks

extension Judge {
  /// Counts, by rule, the events that could satisfy it, name no process, and come after none of its
  /// triggers that could have them.
  ///
  /// Nothing is judged by them, and a reader has to know that they are there.
  mutating func countUnlinked(_ record: ChildRecord) {
    for row in record.events.indices {
      let event = record.events[row]
      guard event.process < 0, event.state == .held else { continue }
      for rule in satisfied[Int(event.type.index)]
      where !Judge.isAfter(event.at, asOf: evaluabilities[rule].asOf) {
        if !hasTrigger(for: row, rule, record) { countUnlinked(of: rule) }
      }
    }
  }

  /// Whether some trigger of a rule could have an event.
  private mutating func hasTrigger(for row: Int, _ rule: Int, _ record: ChildRecord) -> Bool {
    let edition = compiled.rules[rule].newest
    guard let satisfier = edition.satisfier else { return true }
    collectTriggers(of: rule, in: record)
    let at = record.events[row].at
    return triggers.contains { trigger in
      (satisfier.isAlsoBeforeStart || !Judge.isBefore(at, trigger.moment))
        && EventMatch(row, trigger, edition, satisfier, evaluabilities[rule], record) != nil
    }
  }
}
