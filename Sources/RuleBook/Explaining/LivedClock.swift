public import CaseModel
import Clocks

/// The clock as the child lived it: from the first concern, whatever the rule starts with.
public enum LivedClock {
  /// The days from the first of the rule's `lived from` events to what satisfied the check, or to
  /// the as-of while nothing has.
  ///
  /// Repeated discussions cannot shorten it: the first counts.
  ///
  /// - Returns: nil where the rule has no such clock or the record no such event.
  public static func days(_ check: Check, _ compiledRule: CompiledRule, _ record: ChildRecord)
    -> Int?
  {
    let edition = compiledRule.editions[Int(check.edition)]
    guard !edition.body.livedFrom.isEmpty, let start = check.start.day else { return nil }
    let process: Int32
    switch check.trigger {
    case .process(let row): process = row
    case .event(let row): process = record.events[Int(row)].process
    }
    var first: CivilDay?
    for event in record.events
    where event.state == .held && edition.body.livedFrom.contains(event.type) {
      guard let day = event.at.day, day <= start,
        Links.relation(of: event.process, to: process, in: record) == .linked
      else { continue }
      first = min(first ?? day, day)
    }
    guard let first else { return nil }
    switch check.outcome {
    case .met, .metLate: return check.satisfied.day.map { $0.days(since: first) }
    case .overdue, .due:
      let end = check.stopped.day ?? check.asOf.day
      return end.map { $0.days(since: first) }
    default: return nil
    }
  }
}
