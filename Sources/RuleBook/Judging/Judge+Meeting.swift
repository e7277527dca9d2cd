import CaseModel
import Clocks

extension Judge {
  /// Judges what a held event itself must be like: who took part, who chaired, what came before.
  ///
  /// Due and satisfied are the event's own day; no later event can mend it, so that it is met, not
  /// met or not evaluable.
  ///
  /// - Returns: nil where the event lies before the rule's first edition.
  mutating func meeting(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord
  ) -> Check? {
    let trigger = triggers[position]
    guard let editionIndex = edition(of: index, at: trigger.moment) else { return nil }
    let edition = plan.rules[index].editions[editionIndex]
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = reaches[index].asOf
    let day: Moment = trigger.moment.day.map { .day($0) } ?? trigger.moment
    check.start = day
    check.startEvent = trigger.event
    check.due = trigger.moment.isKnown ? day : .absent
    check.satisfied = check.due
    if case .preceded = edition.body.duty {
      // Nothing starts a clock here: what must come first is due when the trigger happens.
      check.start = .absent
      check.startEvent = -1
      check.due = trigger.moment.isKnown ? trigger.moment : .absent
      check.satisfied = .absent
    }
    guard !isContradiction(trigger, asOf: check.asOf, record) else {
      check.outcome = .invalid
      check.satisfied = .absent
      return check
    }
    let scope = ConditionScope(
      process: trigger.process, event: trigger.event, at: trigger.moment, feeds: trigger.feeds)
    let applies = Truth.and(trigger.applies, edition.condition?.truth(scope, record) ?? .yes)
    var found = Possibilities()
    if applies.mayFail { found.add(.notRequired) }
    if applies == .unknown { found.reasons.insert(ReasonSet(.valueMissing)) }
    if applies.mayHold {
      switch edition.body.duty {
      case .attendedBy(let places): attendance(places, trigger, record, &check, &found)
      case .chairedBy: chair(edition, scope, trigger, record, &found)
      case .preceded(let type):
        precedence(type, triggers, position, rule: index, record, &check, &found)
      case .deadline, .atMost, .repeats: break
      }
    }
    check.outcome = found.outcome
    if check.outcome == .notEvaluable { check.reasons = found.reasons }
    if check.outcome == .notRequired { check.satisfied = .absent }
    return check
  }

  /// Fills the places with those who attended, as many as can be filled.
  private func attendance(
    _ places: [[Role]], _ trigger: JudgeTrigger, _ record: ChildRecord, _ check: inout Check,
    _ found: inout Possibilities
  ) {
    var attended: [Role] = []
    var named: [Role] = []
    for part in record.participations where part.event == trigger.event {
      switch part.part {
      case .attended: attended.append(part.role)
      case .apologies, .invited, .sentTo: named.append(part.role)
      case .reportOnly: continue
      }
    }
    let known = attended.filter { $0 != .unrecognised }
    let empty = Places.unfilled(places, by: known, vocabulary: plan.vocabulary)
    check.missing = empty
    guard empty != 0 else {
      found.add(.met)
      return
    }
    let stillEmpty = Places.unfilled(places, by: attended, vocabulary: plan.vocabulary)
    let isListComplete =
      !(attended.isEmpty && named.isEmpty)
      && isListComplete(record.events[Int(trigger.event)])
    let isNamedAbsent = places.indices.contains { place in
      stillEmpty & (1 << UInt32(place)) != 0
        && named.contains { role in
          places[place].contains { plan.vocabulary.role(role, fills: $0) }
        }
    }
    if stillEmpty != 0, isListComplete || isNamedAbsent {
      found.add(.notMet)
    } else {
      found.add(.met)
      found.add(.notMet)
      found.reasons.insert(ReasonSet(.attendanceIncomplete))
    }
  }

  private func chair(
    _ edition: PlannedEdition, _ scope: ConditionScope, _ trigger: JudgeTrigger,
    _ record: ChildRecord, _ found: inout Possibilities
  ) {
    var chair: Role?
    if let attribute = plan.vocabulary.attribute("chair"),
      case .role(let role) = record.value(attribute, ofEvent: trigger.event)
    {
      chair = role
    }
    for tier in edition.chairTiers {
      let applies = tier.condition?.truth(scope, record) ?? .yes
      guard applies.mayHold else { continue }
      if applies == .unknown { found.reasons.insert(ReasonSet(.valueMissing)) }
      switch suffices(chair, tier.role, orAbove: tier.orAbove) {
      case .yes: found.add(.met)
      case .no: found.add(.notMet)
      case .unknown:
        found.add(.met)
        found.add(.notMet)
        found.reasons.insert(ReasonSet(.valueMissing))
      }
      if applies == .yes { return }
    }
  }

  /// Whether somebody in a role may chair where a role, or one above it, is asked for.
  private func suffices(_ chair: Role?, _ wanted: Role, orAbove: Bool) -> Truth {
    guard let chair, chair != .unrecognised else { return .unknown }
    if plan.vocabulary.role(chair, fills: wanted) { return .yes }
    guard orAbove, let word = plan.vocabulary[chair], let limit = plan.vocabulary[wanted],
      word.agency == limit.agency
    else { return .no }
    guard let grade = word.grade, let lowest = limit.grade else { return .unknown }
    return Truth(grade >= lowest)
  }

  /// Looks back: the last event of a type on or before the trigger and after the trigger before it.
  private func precedence(
    _ type: EventType, _ triggers: [JudgeTrigger], _ position: Int, rule index: Int,
    _ record: ChildRecord, _ check: inout Check, _ found: inout Possibilities
  ) {
    let trigger = triggers[position]
    guard let anchor = trigger.moment.instants else {
      found.add(.met)
      found.add(.notMet)
      found.reasons.insert(
        ReasonSet(trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing))
      return
    }
    var isSure = false
    var isOpen = false
    for (row, event) in record.events.enumerated()
    where event.type == type && event.state == .held {
      guard Links.relation(of: event.process, to: trigger.process, in: record) == .linked,
        !isEarlierTriggers(event, triggers, position, record)
      else { continue }
      guard let range = event.at.instants else {
        isOpen = true
        found.reasons.insert(
          ReasonSet(event.at.precision == .unreadable ? .dateUnreadable : .dateMissing))
        continue
      }
      if range.upperBound <= anchor.lowerBound
        || event.at == trigger.moment && event.at.precision == .minute
      {
        isSure = true
        if !check.satisfied.isKnown || Judge.isBefore(check.satisfied, event.at) {
          check.satisfied = event.at
          check.satisfiedBy = Int32(row)
        }
      } else if range.lowerBound <= anchor.upperBound {
        isOpen = true
        found.reasons.insert(ReasonSet(.timeNeeded))
      }
    }
    if isSure {
      found.add(.met)
      return
    }
    found.add(.notMet)
    if isOpen { found.add(.met) }
    if reaches[index].allOf.isDisjoint(with: trigger.feeds) {
      found.add(.met)
      found.reasons.insert(ReasonSet(.notCarried))
    }
  }

  /// Whether an event belongs to an earlier trigger of the same process.
  private func isEarlierTriggers(
    _ event: EventRow, _ triggers: [JudgeTrigger], _ position: Int, _ record: ChildRecord
  ) -> Bool {
    for (place, other) in triggers.enumerated() where place != position {
      guard other.process == triggers[position].process,
        Judge.isBefore(other.moment, triggers[position].moment),
        !Judge.isBefore(other.moment, event.at)
      else { continue }
      return true
    }
    return false
  }
}
