import CaseModel
import Clocks

extension Judge {
  /// Judges what a triggering event itself must be like: who took part, who chaired, what came
  /// before, what it must fulfil.
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
    let edition = compiled.rules[index].editions[editionIndex]
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = evaluabilities[index].asOf
    let day: Moment = trigger.moment.day.map { .day($0) } ?? trigger.moment
    check.start = day
    check.startEvent = trigger.event
    check.due = trigger.moment.isKnown ? day : .absent
    check.satisfied = check.due
    if edition.isOrder {
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
      process: trigger.process, event: trigger.event, at: trigger.moment, feeds: trigger.feeds,
      rule: evaluabilities[index], calendar: edition.calendar)
    // The judge asks itself while its readings are written to: they are taken out for that time.
    var own = CaseSplit()
    swap(&own, &split)
    own.begin()
    let blank = check
    var isFirst = true
    var outcome: Outcome
    repeat {
      var reading = blank
      outcome = self.outcome(
        edition, scope, triggers, position, rule: index, record, &reading, &own)
      reading.outcome = outcome
      if isFirst { check = reading } else { check.merge(reading) }
      isFirst = false
    } while own.next(after: outcome)
    check.settle(own)
    swap(&own, &split)
    return check
  }

  private func outcome(
    _ edition: CompiledEdition, _ scope: ConditionScope, _ triggers: [JudgeTrigger],
    _ position: Int, rule index: Int, _ record: ChildRecord, _ check: inout Check,
    _ split: inout CaseSplit
  ) -> Outcome {
    guard split.decide(triggers[position].applies, triggers[position].doubts),
      split.decide(edition.condition, scope, record)
    else { return .notRequired }
    if let notRequired = edition.notRequired, split.decide(notRequired, scope, record) {
      return .notRequired
    }
    return isKept(edition, scope, triggers, position, rule: index, record, &check, &split)
  }

  private func isKept(
    _ edition: CompiledEdition, _ scope: ConditionScope, _ triggers: [JudgeTrigger],
    _ position: Int, rule index: Int, _ record: ChildRecord, _ check: inout Check,
    _ split: inout CaseSplit
  ) -> Outcome {
    let trigger = triggers[position]
    switch edition.body.requirement {
    case .attendedBy(let places): return attendance(places, trigger, record, &check, &split)
    case .forbidden(let roles): return absence(of: roles, trigger, record, &split)
    case .chairedBy: return chair(edition, scope, trigger, record, &split)
    case .preceded(let type):
      return precedence(type, triggers, position, rule: index, record, &check, &split)
    case .mustBe:
      return split.decide(edition.fulfils, scope, record) ? .met : .notMet
    case .pattern(let count, let last, _):
      return pattern(count, ofLast: last, edition, scope, trigger, record, &split)
    case .notBefore:
      return earliestDay(edition, scope, trigger, rule: index, record, &check, &split)
    default: return .notEvaluable
    }
  }

  // MARK: People

  /// Fills the places with those who attended, as many as can be filled.
  private func attendance(
    _ places: [Seat], _ trigger: JudgeTrigger, _ record: ChildRecord, _ check: inout Check,
    _ split: inout CaseSplit
  ) -> Outcome {
    var people: [SeatAssignment.Person] = []
    var named: [Role] = []
    for part in record.participations where part.event == trigger.event {
      switch part.part {
      case .attended: people.append(SeatAssignment.Person(role: part.role, isReport: false))
      case .reportOnly: people.append(SeatAssignment.Person(role: part.role, isReport: true))
      case .apologies, .invited, .sentTo: named.append(part.role)
      }
    }
    let known = people.filter { $0.role != .unrecognised }
    let empty = SeatAssignment.unfilled(places, by: known, vocabulary: compiled.vocabulary)
    check.emptySeats = empty
    guard empty != 0 else { return .met }
    let stillEmpty = SeatAssignment.unfilled(places, by: people, vocabulary: compiled.vocabulary)
    let isComplete =
      !(people.isEmpty && named.isEmpty) && isListComplete(record.events[Int(trigger.event)])
    let isNamedAbsent = places.indices.contains { place in
      stillEmpty & (1 << UInt32(place)) != 0
        && named.contains { role in
          places[place].roles.contains { compiled.vocabulary.role(role, fills: $0) }
        }
    }
    if stillEmpty != 0, isComplete || isNamedAbsent { return .notMet }
    return split.choose(2, .attendanceIncomplete) == 0 ? .met : .notMet
  }

  /// Whether nobody of some roles took part.
  private func absence(
    of roles: [Role], _ trigger: JudgeTrigger, _ record: ChildRecord, _ split: inout CaseSplit
  ) -> Outcome {
    var mayBePresent = !isListComplete(record.events[Int(trigger.event)])
    for part in record.participations where part.event == trigger.event && part.part == .attended {
      if roles.contains(where: { compiled.vocabulary.role(part.role, fills: $0) }) {
        return .notMet
      }
      if part.role == .unrecognised { mayBePresent = true }
    }
    guard mayBePresent else { return .met }
    return split.choose(2, .attendanceIncomplete) == 0 ? .met : .notMet
  }

  private func chair(
    _ edition: CompiledEdition, _ scope: ConditionScope, _ trigger: JudgeTrigger,
    _ record: ChildRecord, _ split: inout CaseSplit
  ) -> Outcome {
    var chair: Role?
    if let attribute = compiled.vocabulary.attribute("chair"),
      case .role(let role) = record.value(attribute, ofEvent: trigger.event)
    {
      chair = role
    }
    for tier in edition.chairTiers {
      guard split.decide(tier.condition, scope, record) else { continue }
      let suffices = suffices(chair, tier.role, orAbove: tier.orAbove)
      return split.decide(suffices) ? .met : .notMet
    }
    return .notRequired
  }

  /// Whether somebody in a role may do what a role, or one above it, is asked for.
  func suffices(_ held: Role?, _ wanted: Role, orAbove: Bool) -> Truth {
    guard let held, held != .unrecognised else { return .unknown }
    if compiled.vocabulary.role(held, fills: wanted) { return .yes }
    guard orAbove, let word = compiled.vocabulary[held], let limit = compiled.vocabulary[wanted],
      word.agency == limit.agency
    else { return .no }
    guard let grade = word.grade, let lowest = limit.grade else { return .unknown }
    return Truth(grade >= lowest)
  }
}
