import CaseModel
import Clocks

extension Judge {
  /// Judges a plain clock over a record that leaves nothing open, in one pass and without trying
  /// readings: most checks of a census are such.
  ///
  /// It asks the same definitions as the pass over every reading: ``EventMatch`` for which event
  /// counts, ``PossibleEnding`` for what ended the clock, and the edition for what a state means.
  /// What it adds is only that it gives up as soon as one of them leaves something open. Tests
  /// compare the two passes.
  ///
  /// - Returns: false where the record leaves anything open, so that every reading must be tried
  ///   on a check as it was before.
  func plainDeadline(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, _ check: inout Check, _ record: ChildRecord
  ) -> Bool {
    let trigger = triggers[position]
    guard trigger.applies == .yes, let start = check.start.day,
      !isContradiction(trigger, asOf: evaluability.asOf, record)
    else { return false }
    // A duty without a number is never late.
    var due = CivilDay(number: .max)
    if let limit = edition.plainLimit {
      guard let day = DueDate.day(limit, after: start, calendar: edition.calendar), day >= start
      else { return false }
      due = day
      check.due = .day(due)
      (check.tier, check.term) = (0, 0)
    }
    let scope = ConditionScope(
      process: trigger.process, event: trigger.event, at: check.start, feeds: trigger.feeds,
      rule: evaluability, calendar: edition.calendar)
    if let condition = edition.condition {
      switch condition.truth(scope, record) {
      case .unknown: return false
      case .no:
        check.outcome = .notRequired
        return true
      case .yes: break
      }
    }
    if edition.family == .atLeast {
      return plainLength(due, trigger, edition, evaluability, scope, &check, record)
    }
    guard
      let found = plainCandidate(
        triggers, position, edition, evaluability, from: check.start, record)
    else { return false }
    if evaluability.allOf.isDisjoint(with: trigger.feeds) {
      // Where only the latest is delivered, what is in time is in time; all else is open.
      guard !evaluability.latestOf.isDisjoint(with: trigger.feeds), edition.family == .deadline,
        let event = found.event, record.events[Int(event)].at.civilDay <= due
      else { return false }
    }
    if let event = found.event {
      plainSatisfied(event, due, trigger, edition, evaluability, scope, &check, record)
      return true
    }
    if found.isOnlyBefore, edition.family != .soft, edition.satisfier?.isOnce ?? false {
      check.outcome = .invalid
      return true
    }
    return plainUnsatisfied(due, trigger, edition, evaluability, scope, &check, record)
  }

  /// The first event that counts; nil where the record leaves open which it is.
  private func plainCandidate(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, from start: Moment, _ record: ChildRecord
  ) -> (event: Int32?, isOnlyBefore: Bool)? {
    guard let satisfier = edition.satisfier else { return nil }
    guard unlisted & satisfier.boundKinds == 0 else { return nil }
    var linked = PlainFirst()
    var open = PlainFirst()
    // What names no process and happens often counts beside what is linked.
    var free = PlainFirst()
    for row in record.events.indices
    where record.events[row].state == .held && satisfier.types.contains(record.events[row].type) {
      guard
        let match = EventMatch(
          row, triggers[position], edition, satisfier, evaluability, record)
      else { continue }
      let at = record.events[row].at
      guard match.counts == .yes, match.mayFollowClosing == nil, at.isKnown,
        isPlainlyOwn(Int32(row), triggers, position, record)
      else { return nil }
      if match.isLinked {
        look(at: Int32(row), &linked, start, satisfier, evaluability, record)
      } else {
        look(at: Int32(row), &open, start, satisfier, evaluability, record)
        guard record.events[row].process < 0, !satisfier.isOnce else { continue }
        look(at: Int32(row), &free, start, satisfier, evaluability, record)
      }
    }
    guard linked.hasAny else { return (open.event >= 0 ? open.event : nil, open.isOnlyBefore) }
    let isFree = free.event >= 0 && precedes(free.event, linked.event, start.civilDay, record)
    let event = isFree ? free.event : linked.event
    return (
      event >= 0 ? event : nil, event < 0 && (linked.isOnlyBefore || free.isOnlyBefore)
    )
  }

  /// Takes an event that counts into account.
  private func look(
    at row: Int32, _ first: inout PlainFirst, _ start: Moment, _ satisfier: CompiledSatisfier,
    _ evaluability: RuleEvaluability, _ record: ChildRecord
  ) {
    first.hasAny = true
    let at = record.events[Int(row)].at
    guard !evaluability.days.isStillToCome(at) else { return }
    if !satisfier.isAlsoBeforeStart,
      Judge.isBefore(at, start) || satisfier.isAfterStartDay && at.civilDay == start.civilDay
    {
      first.hasBefore = true
    } else if precedes(row, first.event, start.civilDay, record) {
      first.event = row
    }
  }

  /// Whether an event counts earlier than another; what came before the start counts at the start.
  private func precedes(
    _ row: Int32, _ other: Int32, _ start: CivilDay, _ record: ChildRecord
  ) -> Bool {
    guard other >= 0 else { return true }
    let (left, right) = (record.events[Int(row)].at, record.events[Int(other)].at)
    let (day, otherDay) = (max(left.civilDay, start), max(right.civilDay, start))
    return day == otherDay ? Judge.isListedBefore(left, right) : day < otherDay
  }

  /// Whether an event belongs to the trigger and to no later one.
  private func isPlainlyOwn(
    _ row: Int32, _ triggers: [JudgeTrigger], _ position: Int, _ record: ChildRecord
  ) -> Bool {
    triggers.count == 1 || !Belonging.mayBeLater(row, triggers, position, record)
  }

  private func plainSatisfied(
    _ row: Int32, _ due: CivilDay, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, _ scope: ConditionScope, _ check: inout Check,
    _ record: ChildRecord
  ) {
    let at = record.events[Int(row)].at
    (check.satisfied, check.satisfiedBy) = (at, row)
    if edition.family == .soft {
      check.outcome = .elapsed
      let days = at.civilDay.days(since: check.start.civilDay)
      // What counts from before the start too is so many days before it.
      check.unitsOver = Int32(edition.satisfier?.isAlsoBeforeStart ?? false ? days : max(0, days))
      return
    }
    if Links.isByDate(row, to: trigger.process, in: record) { check.flags.insert(.linkedByDate) }
    edition.settle(
      &check, satisfiedAt: Int64(at.civilDay.number), due: Int64(due.number), evaluability.days)
    edition.addOddities(&check, trigger, feeds, scope, record)
  }

  private func plainUnsatisfied(
    _ due: CivilDay, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, _ scope: ConditionScope, _ check: inout Check,
    _ record: ChildRecord
  ) -> Bool {
    if let notRequired = edition.notRequired {
      switch notRequired.truth(edition.whenNotRequired(scope), record) {
      case .unknown: return false
      case .yes:
        check.outcome = .notRequired
        return true
      case .no: break
      }
    }
    guard let ended = plainEnding(trigger, edition, evaluability, scope, check.start, record)
    else { return false }
    let ending = ended.day.map {
      CompiledEdition.Ending(tick: Int64($0.number), moment: ended)
    }
    if edition.family == .soft, ending == nil {
      check.outcome = .elapsed
      check.unitsOver = Int32(max(0, evaluability.asOf.civilDay.days(since: check.start.civilDay)))
      return true
    }
    edition.settle(
      &check, unsatisfiedBy: Int64(due.number), ending: ending, evaluability.days)
    return true
  }

  /// A shortest time: a closing of the process on the last day or later keeps it.
  private func plainLength(
    _ due: CivilDay, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, _ scope: ConditionScope, _ check: inout Check,
    _ record: ChildRecord
  ) -> Bool {
    guard trigger.process >= 0, !evaluability.allOf.isDisjoint(with: trigger.feeds),
      let ending = plainEnding(trigger, edition, evaluability, scope, check.start, record)
    else { return false }
    if let day = ending.day, day < due {
      check.outcome = .stopped
      check.stopped = ending
      return true
    }
    let closed = record.processes[Int(trigger.process)].closed
    if closed.isKnown, !evaluability.days.isStillToCome(closed) {
      guard ClosingConflicts.others(of: trigger.process, in: record, edition.vocabulary).isEmpty
      else { return false }
      check.satisfied = closed
      check.outcome = closed.civilDay < due ? .notMet : .met
      return true
    }
    guard closed.isKnown || closed.precision == .absent else { return false }
    check.outcome = due <= evaluability.asOf.civilDay ? .met : .due
    return true
  }

  /// What ended the clock first; absent for nothing, nil where the record leaves it open.
  private func plainEnding(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ evaluability: RuleEvaluability,
    _ scope: ConditionScope, _ start: Moment, _ record: ChildRecord
  ) -> Moment? {
    var earliest: Moment = .absent
    var isClear = true
    PossibleEnding.visitAll(of: edition, trigger, feeds, scope, from: start, record) { possible in
      guard possible.others.isEmpty else {
        isClear = false
        return false
      }
      let moment = possible.moment
      guard moment.precision != .absent, possible.counts != .no else { return true }
      guard moment.isKnown else {
        isClear = false
        return false
      }
      guard !evaluability.days.isStillToCome(moment) else { return true }
      guard possible.counts == .yes else {
        isClear = false
        return false
      }
      if earliest == .absent || moment.civilDay < earliest.civilDay { earliest = moment }
      return true
    }
    return isClear ? earliest : nil
  }
}

/// The first event of a kind that counts for a plain clock.
private struct PlainFirst {
  /// The event; -1 for none.
  var event: Int32 = -1
  /// Whether there is any, those before the start and after the as-of included.
  var hasAny = false
  /// Whether one lies before the start.
  var hasBefore = false

  /// Whether there are events before the start and no others.
  var isOnlyBefore: Bool { event < 0 && hasBefore }
}
