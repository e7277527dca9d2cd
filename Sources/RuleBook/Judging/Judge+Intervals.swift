import CaseModel
import Clocks

extension Judge {
  /// Judges each interval of a rule that repeats within one process.
  ///
  /// An interval opens at each counting event that was held and closes at the next on a later day.
  /// A missed one does not multiply: it stays open and grows.
  mutating func intervals(
    _ trigger: JudgeTrigger, rule index: Int, _ record: ChildRecord, into checks: inout [Check]
  ) {
    let planned = plan.rules[index]
    let edition = planned.newest
    guard case .repeats(let first, let then, _) = edition.body.duty else { return }
    let asOf = reaches[index].asOf
    let held = heldEvents(trigger, edition, asOf: asOf, record)
    var opening: [(moment: Moment, event: Int32, limit: Limit)] = []
    if let first { opening.append((trigger.moment, -1, first)) }
    for event in held.known { opening.append((record.events[Int(event)].at, event, then)) }
    if reaches[index].allOf.isDisjoint(with: trigger.feeds),
      !reaches[index].latestOf.isDisjoint(with: trigger.feeds)
    {
      // Only the latest is held: the intervals before it are one check that nobody can answer.
      if !held.known.isEmpty, isUnseenBefore(held.known, trigger, then, record) {
        checks.append(unanswerable(trigger, index, .latestOnly))
      }
      opening = opening.suffix(1)
    }
    for event in held.unknown {
      var check = unanswerable(
        trigger, index,
        record.events[Int(event)].at.precision == .unreadable ? .dateUnreadable : .dateMissing)
      check.trigger = .event(event)
      checks.append(check)
    }
    for (place, interval) in opening.enumerated() {
      guard let editionIndex = self.edition(of: index, at: interval.moment) else { continue }
      var check = Check(
        rule: Int32(index), edition: Int32(editionIndex),
        trigger: interval.event >= 0 ? .event(interval.event) : trigger.trigger)
      check.asOf = asOf
      check.start = interval.moment
      check.startEvent = interval.event
      let later = opening.dropFirst(place + 1).map(\.event)
      var readings: [Check] = []
      for next in nextEvents(after: interval.event, later, rule: index, trigger, record) {
        var reading = check
        let isJudged = judgeInterval(
          &reading, planned.editions[editionIndex],
          limit: interval.event >= 0 ? then : interval.limit, next: next, unknown: held.unknown,
          trigger, planned.calendar, record)
        if isJudged { readings.append(reading) }
      }
      guard var agreed = readings.first else { continue }
      if readings.contains(where: { $0.outcome != agreed.outcome }) {
        agreed.outcome = .notEvaluable
        agreed.reasons = ReasonSet(.feedsDisagree)
        (agreed.flags, agreed.daysOver, agreed.unitsOver, agreed.intervalsMissed) = ([], 0, 0, 0)
      }
      checks.append(agreed)
    }
  }

  /// The events that may close an interval; -1 for none.
  ///
  /// There is one, unless the feeds that should hold all of them disagree: then each of those that
  /// hold the opening event is believed alone.
  private func nextEvents(
    after opening: Int32, _ later: [Int32], rule index: Int, _ trigger: JudgeTrigger,
    _ record: ChildRecord
  ) -> [Int32] {
    let carriers = reaches[index].allOf.intersection(trigger.feeds)
    func isBelieved(_ event: Int32, by feed: Int) -> Bool {
      guard event >= 0 else { return true }
      let row = record.events[Int(event)]
      return row.feeds.isEmpty || row.feeds.has(feed: feed)
        || Judge.isAfter(row.at, asOf: feeds[feed].asOf)
    }
    var found: [Int32] = []
    for feed in feeds.indices where carriers.has(feed: feed) && isBelieved(opening, by: feed) {
      let next = later.first { isBelieved($0, by: feed) } ?? -1
      if !found.contains(next) { found.append(next) }
    }
    return found.isEmpty ? [later.first ?? -1] : found
  }

  /// The counting events of a process, by day, each day once; and those whose day is not known.
  private func heldEvents(
    _ trigger: JudgeTrigger, _ edition: PlannedEdition, asOf: Moment, _ record: ChildRecord
  ) -> (known: [Int32], unknown: [Int32]) {
    guard let satisfier = edition.satisfier else { return ([], []) }
    var known: [Int32] = []
    var unknown: [Int32] = []
    let closed = trigger.process >= 0 ? record.processes[Int(trigger.process)].closed : .absent
    for (row, event) in record.events.enumerated()
    where event.state == .held && satisfier.types.contains(event.type) {
      guard Links.relation(of: event.process, to: trigger.process, in: record) == .linked else {
        continue
      }
      if let filter = edition.satisfierFilter {
        let scope = ConditionScope(
          process: event.process, event: Int32(row), at: event.at, feeds: event.feeds)
        guard filter.truth(scope, record) == .yes else { continue }
      }
      guard let day = event.at.day else {
        unknown.append(Int32(row))
        continue
      }
      guard !Judge.isAfter(event.at, asOf: asOf) else { continue }
      if let start = trigger.moment.day, satisfier.isAfterStartDay ? day <= start : day < start {
        continue
      }
      if edition.body.whileOpen != nil, let end = closed.day, day > end { continue }
      known.append(Int32(row))
    }
    known.sort { left, right in
      let (first, second) = (record.events[Int(left)], record.events[Int(right)])
      guard first.at.civilDay == second.at.civilDay else {
        return first.at.civilDay < second.at.civilDay
      }
      return (first.source.file, first.source.line, left)
        < (second.source.file, second.source.line, right)
    }
    var days: [Int32] = []
    for event in known
    where days.last.map({
      record.events[Int($0)].at.civilDay != record.events[Int(event)].at.civilDay
    })
      ?? true
    {
      days.append(event)
    }
    return (days, unknown)
  }

  private func isUnseenBefore(
    _ known: [Int32], _ trigger: JudgeTrigger, _ then: Limit, _ record: ChildRecord
  ) -> Bool {
    guard let last = known.last, let start = trigger.moment.day else { return true }
    return record.events[Int(last)].at.civilDay > start
  }

  private func unanswerable(_ trigger: JudgeTrigger, _ index: Int, _ reason: Reason) -> Check {
    var check = Check(
      rule: Int32(index), edition: Int32(plan.rules[index].editions.count - 1),
      trigger: trigger.trigger)
    check.asOf = reaches[index].asOf
    check.reasons = ReasonSet(reason)
    check.start =
      reason == .dateUnreadable ? .unreadable : reason == .dateMissing ? .missing : .absent
    return check
  }

  /// Judges one interval.
  ///
  /// - Returns: whether there is a check: a process that ended on the day on which the interval
  ///   would open owes none.
  private mutating func judgeInterval(
    _ check: inout Check, _ edition: PlannedEdition, limit: Limit, next: Int32, unknown: [Int32],
    _ trigger: JudgeTrigger, _ calendar: WorkingDayCalendar, _ record: ChildRecord
  ) -> Bool {
    let time = Timeline(isElapsed: limit.isElapsed, asOf: check.asOf)
    guard let start = time.ticks(check.start)?.lowerBound else {
      check.reasons = ReasonSet(
        check.start.precision == .unreadable ? .dateUnreadable : .dateMissing)
      return true
    }
    guard let due = time.due(limit, after: start, calendar: calendar) else {
      check.reasons = ReasonSet(.outsideCalendar)
      return true
    }
    check.due = time.moment(due)
    check.tier = -1
    let ending = ending(edition, trigger, record, time)
    if next < 0, check.startEvent >= 0, let end = ending.day, end == check.start.civilDay {
      return false
    }
    var found = Possibilities()
    // An event without a readable date may lie in this interval, or in another.
    let mayHide = !unknown.isEmpty
    if next >= 0 {
      let at = record.events[Int(next)].at
      check.satisfied = at
      check.satisfiedBy = next
      let isInTime = (time.ticks(at)?.lowerBound ?? due) <= due
      found.add(isInTime ? .met : .metLate)
      if !isInTime, mayHide { found.add(.met) }
      if ending.isUncertain {
        // It may have ended before that event, which then does not count.
        found.add(.stopped)
        found.reasons.formUnion(ending.reasons)
      }
    } else {
      if let end = ending.tick, end <= due {
        found.add(.stopped)
      } else if ending.isUncertain {
        found.add(.stopped)
        found.add(due < time.overdueBefore ? .overdue : .due)
        found.reasons.formUnion(ending.reasons)
      } else {
        found.add(due < time.overdueBefore ? .overdue : .due)
      }
      if mayHide {
        found.add(.met)
        if due < time.now { found.add(.metLate) }
      }
    }
    if !trigger.moment.isKnown {
      // Nobody knows when the process started, so nobody knows whether the event counts at all.
      found.add(.met)
      found.add(.overdue)
      found.reasons.insert(
        ReasonSet(trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing))
    }
    check.outcome = found.outcome
    if mayHide, check.outcome == .notEvaluable {
      found.reasons.insert(
        ReasonSet(
          unknown.contains { record.events[Int($0)].at.precision == .unreadable }
            ? .dateUnreadable : .dateMissing))
    }
    finish(&check, found, time, due: due, limit, ending, edition, calendar)
    return true
  }

  /// What ends the intervals of a process.
  private struct IntervalEnding {
    var tick: Int64?
    var day: CivilDay?
    var moment: Moment = .absent
    var isUncertain = false
    var reasons: ReasonSet = []
  }

  private func ending(
    _ edition: PlannedEdition, _ trigger: JudgeTrigger, _ record: ChildRecord, _ time: Timeline
  ) -> IntervalEnding {
    var ending = IntervalEnding()
    func add(_ moment: Moment) {
      guard moment.precision != .absent else { return }
      guard let tick = time.ticks(moment)?.lowerBound else {
        ending.isUncertain = true
        ending.reasons.insert(
          ReasonSet(moment.precision == .unreadable ? .dateUnreadable : .dateMissing))
        return
      }
      guard !time.isStillToCome(moment), ending.tick.map({ tick < $0 }) ?? true else { return }
      ending.tick = tick
      ending.day = moment.civilDay
      ending.moment = moment
    }
    if edition.body.whileOpen != nil, trigger.process >= 0 {
      let others = Closings.others(of: trigger.process, in: record, plan.vocabulary)
      let closings =
        [record.processes[Int(trigger.process)].closed] + others.map { record.events[Int($0)].at }
      let known = closings.filter(\.isKnown)
      if known.count > 1 {
        // Only the last of them has certainly ended it.
        ending.isUncertain = true
        ending.reasons.insert(ReasonSet(.feedsDisagree))
        if let last = known.max(by: { Judge.isBefore($0, $1) }) { add(last) }
      } else {
        add(closings[0])
      }
    }
    for stop in edition.body.stops {
      switch stop.fact {
      case .childDied: add(record.died)
      case .closed(let kind), .closedFor(let kind, _):
        if let row = Links.process(of: kind, linkedTo: trigger.process, in: record) {
          add(record.processes[Int(row)].closed)
        }
      }
    }
    return ending
  }

  private func finish(
    _ check: inout Check, _ found: Possibilities, _ time: Timeline, due: Int64, _ limit: Limit,
    _ ending: IntervalEnding, _ edition: PlannedEdition, _ calendar: WorkingDayCalendar
  ) {
    let dueDay = time.moment(due).civilDay
    switch check.outcome {
    case .notEvaluable: check.reasons = found.reasons
    case .stopped: check.stopped = ending.moment
    case .due:
      if let window = edition.body.dueSoon, let now = check.asOf.day,
        let last = DueDate.day(window, after: now, calendar: calendar), dueDay <= last
      {
        check.flags.insert(.dueSoon)
      }
    case .metLate, .overdue:
      if found.isOpen { check.flags.insert(.atLeast) }
      var end = check.asOf.civilDay
      if check.outcome == .metLate {
        end = check.satisfied.civilDay
      } else if let tick = ending.tick, tick > due, let day = ending.day {
        check.flags.insert(.ended)
        check.stopped = ending.moment
        end = day
      }
      check.daysOver = Int32(max(0, end.days(since: dueDay)))
      check.unitsOver = check.daysOver
      if limit.needsCalendar {
        check.unitsOver = Int32(
          calendar.workingDays(from: dueDay, to: end) ?? Int(check.daysOver))
      }
      check.intervalsMissed = missed(limit, after: dueDay, until: end, calendar)
    default: break
    }
  }

  /// How many whole intervals passed from one due to an end, the first included.
  private func missed(
    _ limit: Limit, after due: CivilDay, until end: CivilDay, _ calendar: WorkingDayCalendar
  ) -> Int32 {
    var count: Int32 = 0
    var next: CivilDay? = due
    while let day = next, day < end, count < 1000 {
      count += 1
      next = DueDate.day(limit, after: day, calendar: calendar)
      if next == day { break }
    }
    return count
  }
}
