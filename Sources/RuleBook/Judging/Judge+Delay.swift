import CaseModel
import Clocks

extension Judge {
  /// Looks for a delay that was agreed: it changes no outcome, and stands beside it.
  func addDelay(
    _ delay: RuleDelay, _ trigger: JudgeTrigger, _ check: inout Check, _ record: ChildRecord
  ) {
    guard let type = compiled.vocabulary.event("delay_authorised"), check.due.isKnown else {
      return
    }
    for (row, event) in record.events.enumerated()
    where event.type == type && event.state == .held
      && Links.relation(of: event.process, to: trigger.process, in: record) == .linked
    {
      guard isAgreed(Int32(row), event, delay, check, record) else {
        if !check.flags.contains(.delayAgreed) { check.flags.insert(.delayNotAgreed) }
        continue
      }
      check.flags.remove(.delayNotAgreed)
      check.flags.insert(.delayAgreed)
      guard let attribute = compiled.vocabulary.attribute("agreed_until"),
        case .moment(let until) = record.value(attribute, ofEvent: Int32(row)), until.isKnown
      else { continue }
      // Several agreed delays: the last day that was agreed counts.
      if !check.delayedUntil.isKnown || Judge.isBefore(check.delayedUntil, until) {
        check.delayedUntil = until
      }
    }
    if let until = check.delayedUntil.day, let day = check.satisfied.day, day <= until {
      check.flags.insert(.delayKept)
    }
  }

  /// Whether a delay was agreed by all who must, with a reason, on or before due.
  private func isAgreed(
    _ row: Int32, _ event: EventRow, _ delay: RuleDelay, _ check: Check, _ record: ChildRecord
  ) -> Bool {
    guard let day = event.at.day, let due = check.due.day, day <= due,
      let reason = compiled.vocabulary.attribute("reason"),
      record.value(reason, ofEvent: row) != nil
    else { return false }
    let agreed = record.participations.filter { $0.event == row && $0.part == .attended }
      .map(\.role)
    return delay.authorisers.allSatisfy { wanted in
      agreed.contains { suffices($0, wanted.role, orAbove: wanted.orAbove) == .yes }
    }
  }
}
