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
    guard let found = plainCandidate(triggers, position, edition, evaluability, from: start, record)
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
    _ evaluability: RuleEvaluability, from start: CivilDay, _ record: ChildRecord
  ) -> (event: Int32?, isOnlyBefore: Bool)? {
    guard let satisfier = edition.satisfier else { return nil }
    guard unlisted & satisfier.boundKinds == 0 else { return nil }
    var best: (linked: Int32, open: Int32) = (-1, -1)
    var isBefore = (linked: false, open: false)
    var hasLinked = false
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
      if match.isLinked { hasLinked = true }
      guard !evaluability.days.isStillToCome(at) else { continue }
      if !satisfier.isAlsoBeforeStart,
        at.civilDay < start || satisfier.isAfterStartDay && at.civilDay == start
      {
        if match.isLinked { isBefore.linked = true } else { isBefore.open = true }
        continue
      }
      if match.isLinked {
        if precedes(Int32(row), best.linked, start, record) { best.linked = Int32(row) }
      } else if precedes(Int32(row), best.open, start, record) {
        best.open = Int32(row)
      }
    }
    let event = hasLinked ? best.linked : best.open
    return (
      event >= 0 ? event : nil, event < 0 && (hasLinked ? isBefore.linked : isBefore.open)
    )
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
    triggers.count == 1 || !mayBelongElsewhere(row, triggers, position, record)
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
      check.unitsOver = Int32(max(0, at.civilDay.days(since: check.start.civilDay)))
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
      switch notRequired.truth(scope, record) {
      case .unknown: return false
      case .yes:
        check.outcome = .notRequired
        return true
      case .no: break
      }
    }
    guard let ended = plainEnding(trigger, edition, evaluability, scope, check.start.day, record)
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
      let ending = plainEnding(trigger, edition, evaluability, scope, check.start.day, record)
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
    _ scope: ConditionScope, _ start: CivilDay?, _ record: ChildRecord
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
