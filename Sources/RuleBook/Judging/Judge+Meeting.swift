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
      process: trigger.process, event: trigger.event, at: trigger.moment, feeds: trigger.feeds,
      rule: reaches[index], calendar: edition.calendar)
    everyReading(&check) { judge, check, readings in
      guard readings.decide(trigger.applies, trigger.doubts),
        readings.decide(edition.condition, scope, record)
      else {
        check.outcome = .notRequired
        return
      }
      if let notRequired = edition.notRequired, readings.decide(notRequired, scope, record) {
        check.outcome = .notRequired
        return
      }
      check.outcome =
        judge.isKept(
          edition, scope, triggers, position, rule: index, record, &check, &readings)
    }
    return check
  }

  private func isKept(
    _ edition: PlannedEdition, _ scope: ConditionScope, _ triggers: [JudgeTrigger],
    _ position: Int, rule index: Int, _ record: ChildRecord, _ check: inout Check,
    _ readings: inout Readings
  ) -> Outcome {
    let trigger = triggers[position]
    switch edition.body.duty {
    case .attendedBy(let places): return attendance(places, trigger, record, &check, &readings)
    case .forbidden(let roles): return absence(of: roles, trigger, record, &readings)
    case .chairedBy: return chair(edition, scope, trigger, record, &readings)
    case .preceded(let type):
      return precedence(type, triggers, position, rule: index, record, &check, &readings)
    case .mustBe:
      return readings.decide(edition.fulfils, scope, record) ? .met : .notMet
    case .pattern(let count, let last, _):
      return pattern(count, ofLast: last, edition, scope, trigger, record, &readings)
    case .notBefore:
      return earliestDay(edition, scope, trigger, rule: index, record, &check, &readings)
    default: return .notEvaluable
    }
  }

  // MARK: People

  /// Fills the places with those who attended, as many as can be filled.
  private func attendance(
    _ places: [RulePlace], _ trigger: JudgeTrigger, _ record: ChildRecord, _ check: inout Check,
    _ readings: inout Readings
  ) -> Outcome {
    var people: [Places.Person] = []
    var named: [Role] = []
    for part in record.participations where part.event == trigger.event {
      switch part.part {
      case .attended: people.append(Places.Person(role: part.role, isReport: false))
      case .reportOnly: people.append(Places.Person(role: part.role, isReport: true))
      case .apologies, .invited, .sentTo: named.append(part.role)
      }
    }
    let known = people.filter { $0.role != .unrecognised }
    let empty = Places.unfilled(places, by: known, vocabulary: plan.vocabulary)
    check.missing = empty
    guard empty != 0 else { return .met }
    let stillEmpty = Places.unfilled(places, by: people, vocabulary: plan.vocabulary)
    let isComplete =
      !(people.isEmpty && named.isEmpty) && isListComplete(record.events[Int(trigger.event)])
    let isNamedAbsent = places.indices.contains { place in
      stillEmpty & (1 << UInt32(place)) != 0
        && named.contains { role in
          places[place].roles.contains { plan.vocabulary.role(role, fills: $0) }
        }
    }
    if stillEmpty != 0, isComplete || isNamedAbsent { return .notMet }
    return readings.choose(2, .attendanceIncomplete) == 0 ? .met : .notMet
  }

  /// Whether nobody of some roles took part.
  private func absence(
    of roles: [Role], _ trigger: JudgeTrigger, _ record: ChildRecord, _ readings: inout Readings
  ) -> Outcome {
    var mayBePresent = !isListComplete(record.events[Int(trigger.event)])
    for part in record.participations where part.event == trigger.event && part.part == .attended {
      if roles.contains(where: { plan.vocabulary.role(part.role, fills: $0) }) { return .notMet }
      if part.role == .unrecognised { mayBePresent = true }
    }
    guard mayBePresent else { return .met }
    return readings.choose(2, .attendanceIncomplete) == 0 ? .met : .notMet
  }

  private func chair(
    _ edition: PlannedEdition, _ scope: ConditionScope, _ trigger: JudgeTrigger,
    _ record: ChildRecord, _ readings: inout Readings
  ) -> Outcome {
    var chair: Role?
    if let attribute = plan.vocabulary.attribute("chair"),
      case .role(let role) = record.value(attribute, ofEvent: trigger.event)
    {
      chair = role
    }
    for tier in edition.chairTiers {
      guard readings.decide(tier.condition, scope, record) else { continue }
      let suffices = suffices(chair, tier.role, orAbove: tier.orAbove)
      return readings.decide(suffices) ? .met : .notMet
    }
    return .notRequired
  }

  /// Whether somebody in a role may do what a role, or one above it, is asked for.
  func suffices(_ held: Role?, _ wanted: Role, orAbove: Bool) -> Truth {
    guard let held, held != .unrecognised else { return .unknown }
    if plan.vocabulary.role(held, fills: wanted) { return .yes }
    guard orAbove, let word = plan.vocabulary[held], let limit = plan.vocabulary[wanted],
      word.agency == limit.agency
    else { return .no }
    guard let grade = word.grade, let lowest = limit.grade else { return .unknown }
    return Truth(grade >= lowest)
  }
}
