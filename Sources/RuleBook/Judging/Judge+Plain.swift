import CaseModel
import Clocks

extension Judge {
  /// Judges a plain clock over a record that leaves nothing open, in one pass and without trying
  /// readings: most checks of a census are such.
  ///
  /// What it comes to is what ``deadline(_:_:rule:_:)`` comes to over every reading; tests compare
  /// the two.
  ///
  /// - Returns: false where the record leaves anything open, so that every reading must be tried
  ///   on a check as it was before.
  func plainDeadline(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability,
    _ check: inout Check, _ record: ChildRecord
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
    if let condition = edition.condition {
      let scope = scope(trigger, edition, evaluability, at: check.start)
      switch condition.truth(scope, record) {
      case .unknown: return false
      case .no:
        check.outcome = .notRequired
        return true
      case .yes: break
      }
    }
    if edition.family == .atLeast {
      return plainLength(due, trigger, edition, evaluability, &check, record)
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
      return plainSatisfied(event, due, trigger, edition, evaluability, &check, record)
    }
    if found.isOnlyBefore, edition.family != .soft, edition.satisfier?.isOnce ?? false {
      check.outcome = .invalid
      return true
    }
    return plainUnsatisfied(due, trigger, edition, evaluability, &check, record)
  }

  private func scope(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ evaluability: RuleEvaluability,
    at moment: Moment
  ) -> ConditionScope {
    ConditionScope(
      process: trigger.process, event: trigger.event, at: moment, feeds: trigger.feeds,
      rule: evaluability, calendar: edition.calendar)
  }

  /// The first event that counts; nil where the record leaves open which it is.
  private func plainCandidate(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability,
    from start: CivilDay, _ record: ChildRecord
  ) -> (event: Int32?, isOnlyBefore: Bool)? {
    guard let satisfier = edition.satisfier else { return nil }
    let trigger = triggers[position]
    guard unlisted & satisfier.boundKinds == 0 else { return nil }
    var best: (linked: Int32, open: Int32) = (-1, -1)
    var isBefore = (linked: false, open: false)
    var hasLinked = false
    for row in record.events.indices {
      let type = record.events[row].type
      guard record.events[row].state == .held, satisfier.types.contains(type),
        Int32(row) != trigger.event
      else { continue }
      let event = record.events[row]
      let relation = Links.relation(of: event.process, to: trigger.process, in: record)
      guard relation != .foreign else { continue }
      guard event.at.isKnown, isPlainlyOwn(Int32(row), triggers, position, record) else {
        return nil
      }
      if edition.whileOpen != nil {
        guard let isAfter = isPlainlyAfterClosing(event, edition, trigger, record) else {
          return nil
        }
        if isAfter { continue }
      }
      if let filter = satisfier.filter {
        var own = scope(trigger, edition, evaluability, at: event.at)
        (own.process, own.event, own.feeds) = (event.process, Int32(row), event.feeds)
        switch filter.truth(own, record) {
        case .unknown: return nil
        case .no: continue
        case .yes: break
        }
      }
      let isLinked = relation == .linked
      if isLinked { hasLinked = true }
      guard !evaluability.days.isStillToCome(event.at) else { continue }
      if !satisfier.isAlsoBeforeStart,
        event.at.civilDay < start || satisfier.isAfterStartDay && event.at.civilDay == start
      {
        if isLinked { isBefore.linked = true } else { isBefore.open = true }
        continue
      }
      if isLinked {
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

  /// Whether an event came after the process that must be open had closed; nil where nobody knows.
  private func isPlainlyAfterClosing(
    _ event: EventRow, _ edition: CompiledEdition, _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> Bool? {
    guard let kind = edition.whileOpen,
      let row = Links.process(of: kind, linkedTo: trigger.process, in: record)
    else { return false }
    let closed = record.processes[Int(row)].closed
    switch closed.precision {
    case .absent: return false
    case .missing, .unreadable: return nil
    case .day, .minute: return event.at.civilDay > closed.civilDay
    }
  }

  private func plainSatisfied(
    _ row: Int32, _ due: CivilDay, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, _ check: inout Check, _ record: ChildRecord
  ) -> Bool {
    let at = record.events[Int(row)].at
    (check.satisfied, check.satisfiedBy) = (at, row)
    if edition.family == .soft {
      check.outcome = .elapsed
      check.unitsOver = Int32(max(0, at.civilDay.days(since: check.start.civilDay)))
      return true
    }
    check.outcome = at.civilDay <= due ? .met : .metLate
    if Links.isByDate(row, to: trigger.process, in: record) { check.flags.insert(.linkedByDate) }
    if check.outcome == .metLate {
      setPlainLateness(&check, from: due, to: at.civilDay, edition)
      if edition.plainLimit?.unit == .workingDays, check.unitsOver == 0 {
        check.flags.insert(.countDisagrees)
      }
    }
    guard let ending = plainEnding(trigger, edition, evaluability, record) else { return false }
    if ending.isKnown, Judge.isBefore(ending, at) { check.flags.insert(.heldAfterClosing) }
    if let notRequired = edition.notRequired,
      notRequired.truth(scope(trigger, edition, evaluability, at: check.start), record) == .yes
    {
      check.flags.insert(.heldThoughNotRequired)
    }
    return true
  }

  private func plainUnsatisfied(
    _ due: CivilDay, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability,
    _ check: inout Check, _ record: ChildRecord
  ) -> Bool {
    if let notRequired = edition.notRequired {
      switch notRequired.truth(scope(trigger, edition, evaluability, at: check.start), record) {
      case .unknown: return false
      case .yes:
        check.outcome = .notRequired
        return true
      case .no: break
      }
    }
    guard let ending = plainEnding(trigger, edition, evaluability, record) else { return false }
    if let day = ending.day, day <= due {
      check.outcome = .stopped
      check.stopped = ending
      return true
    }
    if edition.family == .soft {
      check.outcome = .elapsed
      check.unitsOver = Int32(max(0, evaluability.asOf.civilDay.days(since: check.start.civilDay)))
      return true
    }
    guard due < evaluability.asOf.civilDay else {
      check.outcome = .due
      if let window = edition.dueSoon,
        let last = DueDate.day(
          window, after: evaluability.asOf.civilDay, calendar: edition.calendar), due <= last
      {
        check.flags.insert(.dueSoon)
      }
      return true
    }
    check.outcome = .overdue
    var end = evaluability.asOf.civilDay
    if let day = ending.day {
      check.flags.insert(.ended)
      check.stopped = ending
      end = day
    }
    setPlainLateness(&check, from: due, to: end, edition)
    return true
  }

  /// A shortest time: whoever closes the process on the last day or later has kept it.
  private func plainLength(
    _ due: CivilDay, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability,
    _ check: inout Check, _ record: ChildRecord
  ) -> Bool {
    guard trigger.process >= 0, !evaluability.allOf.isDisjoint(with: trigger.feeds),
      let ending = plainEnding(trigger, edition, evaluability, record)
    else { return false }
    if let day = ending.day, day < due {
      check.outcome = .stopped
      check.stopped = ending
      return true
    }
    let closed = record.processes[Int(trigger.process)].closed
    if closed.isKnown, !evaluability.days.isStillToCome(closed) {
      guard ClosingConflicts.others(of: trigger.process, in: record, edition.vocabulary).isEmpty
      else {
        return false
      }
      check.satisfied = closed
      check.outcome = closed.civilDay < due ? .notMet : .met
      return true
    }
    guard closed.isKnown || closed.precision == .absent else { return false }
    check.outcome = due <= evaluability.asOf.civilDay ? .met : .due
    return true
  }

  private func setPlainLateness(
    _ check: inout Check, from due: CivilDay, to end: CivilDay, _ edition: CompiledEdition
  ) {
    check.daysOver = Int32(max(0, end.days(since: due)))
    check.unitsOver = check.daysOver
    if edition.plainLimit?.unit == .workingDays, end >= due {
      check.unitsOver = Int32(
        edition.calendar.workingDays(from: due, to: end) ?? Int(check.daysOver))
    }
  }

  /// What ended the clock first; absent for nothing, nil where nobody knows.
  private func plainEnding(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ evaluability: RuleEvaluability,
    _ record: ChildRecord
  ) -> Moment? {
    var earliest: Moment = .absent
    func add(_ moment: Moment) -> Bool {
      guard moment.precision != .absent else { return true }
      guard moment.isKnown else { return false }
      if evaluability.days.isStillToCome(moment) { return true }
      if earliest == .absent || moment.civilDay < earliest.civilDay
        || Judge.isBefore(moment, earliest)
      {
        earliest = moment
      }
      return true
    }
    func addClosing(_ kind: ProcessKind, _ counts: (ProcessRow) -> Truth) -> Bool {
      guard let row = Links.process(of: kind, linkedTo: trigger.process, in: record) else {
        return ClosingConflicts.unlinked(kind, to: trigger.process, openOn: nil, in: record).isEmpty
      }
      let process = record.processes[Int(row)]
      guard process.closed.precision != .absent else { return true }
      guard ClosingConflicts.others(of: row, in: record, edition.vocabulary).isEmpty else {
        return false
      }
      switch counts(process) {
      case .unknown: return false
      case .no: return true
      case .yes: return add(process.closed)
      }
    }
    for stop in edition.stops {
      switch stop.fact {
      case .childDied: guard add(record.died) else { return nil }
      case .closed(let kind): guard addClosing(kind, { _ in .yes }) else { return nil }
      case .closedForReason(let kind):
        let isClear = addClosing(kind) { process in
          process.closeReason.isPresent
            ? Truth(stop.reasons.contains(process.closeReason))
            : feeds[0].closeReasons.contains(kind) ? .unknown : .no
        }
        guard isClear else { return nil }
      case .childTurns, .opened, .happened: return nil
      }
    }
    if let kind = edition.whileOpen {
      guard addClosing(kind, { _ in .yes }) else { return nil }
    }
    return earliest
  }
}
