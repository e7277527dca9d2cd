import CaseModel
import Clocks

extension Judge {
  /// Judges what is to have happened so long before an event, held or planned.
  ///
  /// Only events after the trigger before it count. What came in time keeps the duty, whatever
  /// came later; once the event is held, nothing can mend it.
  ///
  /// - Returns: nil where the event lies before the rule's first edition.
  mutating func lookBack(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord
  ) -> Check? {
    let trigger = triggers[position]
    guard let editionIndex = edition(of: index, at: trigger.moment) else { return nil }
    let edition = compiled.rules[index].editions[editionIndex]
    guard case .before(let form) = edition.body.requirement else { return nil }
    let limit = form.limit
    let evaluability = evaluabilities[index]
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = evaluability.asOf
    check.start = trigger.moment
    check.startEvent = trigger.event
    let state = trigger.event >= 0 ? record.events[Int(trigger.event)].state : .held
    if let day = trigger.moment.day {
      check.due =
        DueDate.day(limit, before: day, calendar: edition.calendar).map { .day($0) } ?? .absent
    }
    if state == .held, isContradiction(trigger, asOf: evaluability.asOf, record) {
      check.outcome = .invalid
      return check
    }
    findCandidates(triggers, position, edition, rule: index, record)
    dropEarlier(triggers, trigger, record)
    let job = ClockJob(
      trigger: trigger, edition: edition, evaluability: evaluability,
      isListComplete: isListComplete(of: trigger, record),
      feeds: feeds, feedReadings: Judge.allFeeds)
    let scope = job.scope(at: trigger.moment, trigger.feeds)
    let others = triggers.filter {
      $0.event != trigger.event
        && Links.relation(of: $0.process, to: trigger.process, in: record) != .foreign
    }
    let floor = others.filter { Judge.isBefore($0.moment, trigger.moment) }
      .compactMap(\.moment.day).max()
    let undated = others.first { !$0.moment.isKnown }.map { other -> Reason in
      other.moment.precision == .unreadable ? .dateUnreadable : .dateMissing
    }
    everyReading(&check) { check, work, split in
      guard job.applies(scope, &split, record) else {
        check.outcome = .notRequired
        return
      }
      guard let anchor = trigger.moment.day, let due = check.due.day else {
        let reason: Reason =
          trigger.moment.isKnown
          ? .outsideCalendar
          : trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing
        check.outcome = split.choose(2, reason) == 0 ? .met : .notMet
        return
      }
      let days = LookBackDays(
        floor: floor, floorDoubt: undated, due: due, anchor: anchor, isHeld: state == .held,
        now: evaluability.asOf.civilDay)
      check.outcome = job.lookBack(days, scope, &check, work, &split, record)
    }
    return check
  }
}

extension Judge {
  /// Lets the events not count that nothing but their date ties to a trigger, and that belong to an
  /// earlier one.
  private mutating func dropEarlier(
    _ triggers: [JudgeTrigger], _ trigger: JudgeTrigger, _ record: ChildRecord
  ) {
    for index in workspace.candidates.indices {
      let candidate = workspace.candidates[index]
      guard Links.isByDate(candidate.event, to: trigger.process, in: record) else { continue }
      let truth = Belonging.isEarlier(
        record.events[Int(candidate.event)].process, at: candidate.at, event: candidate.event,
        triggers, trigger, record)
      if truth == .yes { workspace.candidates[index].counts = .no }
      workspace.candidates[index].mayBelongElsewhere = truth == .unknown
    }
  }
}

extension ClockJob {
  /// What one reading comes to, looking back from an event.
  fileprivate func lookBack(
    _ days: LookBackDays, _ scope: ConditionScope, _ check: inout Check, _ work: Workspace,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Outcome {
    var latest: (late: Bool, candidate: Candidate)?
    var first = 0
    for (place, end) in work.groupEnds.enumerated() {
      let group = work.candidates[first..<end]
      first = end
      guard let found = found(in: group, days, &split) else {
        if edition.satisfier?.isByRecipient ?? false { check.unserved |= 1 << UInt32(place) }
        return nothing(days, scope, &check, &split, record)
      }
      if latest.map({ found.late && !$0.late }) ?? true { latest = found }
    }
    guard let latest else { return nothing(days, scope, &check, &split, record) }
    (check.satisfied, check.satisfiedBy) = (latest.candidate.at, latest.candidate.event)
    guard latest.late else { return .met }
    let time = evaluability.days
    check.tier = -1
    edition.setLateness(
      &check, due: Int64(days.due.number), end: Int64(latest.candidate.at.civilDay.number), time)
    if case .before(let form) = edition.body.requirement, form.limit.unit == .workingDays {
      check.unitsOver = Int32(
        edition.calendar.workingDays(from: days.due, to: latest.candidate.at.civilDay)
          ?? Int(check.daysOver))
    }
    return .metLate
  }

  /// The last event in time, else the first that was late and not after the event itself.
  private func found(
    in group: ArraySlice<Candidate>, _ days: LookBackDays, _ split: inout CaseSplit
  ) -> (late: Bool, candidate: Candidate)? {
    var inTime: Candidate?
    var late: Candidate?
    for candidate in group.sorted(by: { Judge.isListedBefore($0.at, $1.at) }) {
      if let day = candidate.at.day {
        guard days.floor.map({ day > $0 }) ?? true, day <= min(days.anchor, days.now),
          split.decide(candidate.counts, ReasonSet(candidate.doubt))
        else { continue }
        if let doubt = days.floorDoubt, split.choose(2, doubt) == 1 { continue }
        if candidate.mayBelongElsewhere, split.choose(2, .linkUnclear) == 1 { continue }
        if day <= days.due { inTime = candidate } else if late == nil { late = candidate }
      } else if inTime == nil, candidate.counts != .no {
        let reason: Reason = candidate.at.precision == .unreadable ? .dateUnreadable : .dateMissing
        switch split.choose(days.now > days.due ? 3 : 2, reason) {
        case 0: inTime = candidate
        case 1: continue
        default: late = late ?? candidate
        }
      }
    }
    return inTime.map { (false, $0) } ?? late.map { (true, $0) }
  }

  private func nothing(
    _ days: LookBackDays, _ scope: ConditionScope, _ check: inout Check,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Outcome {
    if let notRequired = edition.notRequired,
      split.decide(notRequired, edition.whenNotRequired(scope), record)
    {
      return .notRequired
    }
    if evaluability.allOf.isDisjoint(with: trigger.feeds) {
      let reason: Reason =
        evaluability.latestOf.isDisjoint(with: trigger.feeds) ? .notCarried : .latestOnly
      if split.choose(2, reason) == 0 { return .met }
    }
    if days.isHeld { return .notMet }
    let window = ClockWindow(
      start: Int64(days.due.number), startMoment: .day(min(days.due, days.now)),
      due: Int64(days.due.number), earliest: .min)
    if let ending = ending(window, evaluability.days, scope, &split, record),
      ending.tick < Int64(days.anchor.number)
    {
      check.tier = -1
      edition.settle(
        &check, unsatisfiedBy: Int64(days.due.number), ending: ending, evaluability.days)
      return check.outcome
    }
    guard days.due < days.now else {
      if edition.isDueSoon(days.due, asOf: evaluability.asOf) { check.flags.insert(.dueSoon) }
      return .due
    }
    check.tier = -1
    edition.setLateness(
      &check, due: Int64(days.due.number), end: Int64(days.now.number), evaluability.days)
    return .overdue
  }
}

/// The days between which something is looked for before an event.
private struct LookBackDays {
  /// The day of the event before; only what comes after it counts.
  var floor: CivilDay?
  /// Why another such event may lie between, so that what came before it does not count; nil where
  /// all of them have a day.
  var floorDoubt: Reason?
  /// The last day in time.
  var due: CivilDay
  /// The day of the event itself.
  var anchor: CivilDay
  /// Whether the event was held; else it is planned.
  var isHeld: Bool
  /// The as-of.
  var now: CivilDay
}
