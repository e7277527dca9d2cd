import CaseModel
import Clocks

/// The judging of one interval of a rule that repeats.
struct IntervalJob {
  /// The clock of the rule.
  let clock: ClockJob
  /// Where the interval opens.
  let opening: Judge.Opening
  /// The events that may close it, -1 for none: one, unless the feeds disagree.
  let next: [Int32]
  /// The events whose day is not known: each may lie in this interval, or in another.
  let unknown: [Int32]
  /// The events of which it is open whether they count, by day.
  let doubtful: [HeldEvents.Doubtful]

  /// Whether the process ended on the day on which the interval would open: then it owes none.
  func isClosedAtOpening(_ record: ChildRecord) -> Bool {
    guard opening.event >= 0, next.contains(-1), let day = opening.moment.day else { return false }
    var split = CaseSplit()
    let window = ClockWindow(
      start: Int64(day.number), startMoment: opening.moment, due: Int64.max / 4, earliest: .min)
    let scope = clock.scope(at: opening.moment, clock.trigger.feeds)
    let ending = clock.ending(window, clock.evaluability.days, scope, &split, record)
    return ending?.moment.day == day && !split.hasAsked
  }

  /// Judges one reading and sets the outcome and facts of the check.
  func judge(
    _ check: inout Check, _ work: Workspace, _ split: inout CaseSplit, _ record: ChildRecord
  ) {
    let next = self.next[split.choose(self.next.count, .feedsDisagree)]
    let scope = clock.scope(at: opening.moment, clock.trigger.feeds)
    guard opening.moment.isKnown else {
      guard clock.applies(scope, &split, record) else {
        check.outcome = .notRequired
        return
      }
      check.outcome =
        split.choose(
          2, opening.moment.precision == .unreadable ? .dateUnreadable : .dateMissing) == 0
        ? .met : .overdue
      return
    }
    if clock.edition.family == .soft {
      elapse(&check, next, record)
      return
    }
    let found = due(scope, &check, &split, record)
    guard clock.applies(scope, &split, record) else {
      check.outcome = .notRequired
      return
    }
    switch found {
    case nil: check.outcome = .notRequired
    case .unknown(let reason):
      check.outcome = split.choose(2, reason) == 0 ? .met : .overdue
    case .runs(let window, let time):
      if let doubtful = withoutCertainStart(&split) {
        check.outcome = doubtful
        return
      }
      judge(window, time, next, scope, &check, &split, record)
    }
  }

  /// The clock of the interval: the first intervals' limits at the start, else the others'.
  private func due(
    _ scope: ConditionScope, _ check: inout Check, _ split: inout CaseSplit,
    _ record: ChildRecord
  ) -> ClockJob.Clock? {
    guard clock.edition.family == .repeats else { return nil }
    let first = clock.edition.firstTiers
    let places = opening.event < 0 ? 0..<first : first..<clock.edition.tiers.count
    for place in places {
      let tier = clock.edition.tiers[place]
      var own = scope
      if opening.event >= 0 { own.event = opening.event }
      if tier.condition != nil, tier.reading == .atStart,
        !split.decide(tier.condition, own, record)
      {
        continue
      }
      let found = clock.clock(
        tier, place, from: opening.moment, scope, &check, &split, record)
      guard tier.condition != nil, tier.reading != .atStart,
        case .runs(let window, let time) = found
      else { return found }
      let due = time.moment(window.due)
      if split.decide(tier.condition, own.at(due), record) { return found }
    }
    check.due = .absent
    return nil
  }

  /// The outcome of an interval whose process started on a day that is not known, so that it is open
  /// whether the event that opened it counts at all; nil if it counts.
  private func withoutCertainStart(_ split: inout CaseSplit) -> Outcome? {
    let moment = clock.trigger.moment
    guard !moment.isKnown, opening.event >= 0 else { return nil }
    let reason: Reason = moment.precision == .unreadable ? .dateUnreadable : .dateMissing
    switch split.choose(3, reason) {
    case 0: return nil
    case 1: return .met
    default: return .overdue
    }
  }

  private func judge(
    _ window: ClockWindow, _ time: Timeline, _ next: Int32, _ scope: ConditionScope,
    _ check: inout Check, _ split: inout CaseSplit, _ record: ChildRecord
  ) {
    let next = doubtfulNext(before: next, &split, record) ?? next
    // An event without a readable date may lie in this interval, or in another.
    let hidden: Reason? =
      unknown.isEmpty
      ? nil
      : unknown.contains { record.events[Int($0)].at.precision == .unreadable }
        ? .dateUnreadable : .dateMissing
    guard next < 0 else {
      let at = record.events[Int(next)].at
      (check.satisfied, check.satisfiedBy) = (at, next)
      if isEndedBefore(at, window, time, scope, &check, &split, record) { return }
      let tick = tick(of: at, window, time, &split)
      if tick <= window.due {
        check.outcome = .met
      } else if let hidden, split.choose(2, hidden) == 1 {
        check.outcome = .met
      } else {
        check.outcome = .metLate
        setLateness(&check, window, end: tick, time)
      }
      return
    }
    if let hidden {
      switch split.choose(window.due < time.now ? 3 : 2, hidden) {
      case 0: break
      case 1:
        check.outcome = .met
        return
      default:
        check.outcome = .metLate
        setLateness(&check, window, end: window.due + 1, time)
        return
      }
    }
    if let notRequired = clock.edition.notRequired,
      split.decide(notRequired, clock.edition.whenNotRequired(scope), record)
    {
      check.outcome = .notRequired
      return
    }
    let ending = clock.ending(window, time, scope, &split, record)
    clock.edition.settle(&check, unsatisfiedBy: window.due, ending: ending, time)
    if check.outcome == .overdue {
      setIntervalsMissed(&check, window, end: ending?.tick ?? time.overdueBefore, time)
    }
  }

  /// The first event that counts in this reading although the record leaves it open, before the one
  /// that certainly counts; nil if none does.
  private func doubtfulNext(
    before next: Int32, _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Int32? {
    guard let opened = opening.moment.day else { return nil }
    for doubt in doubtful {
      guard let day = record.events[Int(doubt.event)].at.day, day > opened else { continue }
      if next >= 0, let known = record.events[Int(next)].at.day, day >= known { return nil }
      if split.decide(.unknown, doubt.reasons) { return doubt.event }
    }
    return nil
  }

  /// Whether it may have ended before the event that closes it, which then does not count.
  private func isEndedBefore(
    _ at: Moment, _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope,
    _ check: inout Check, _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Bool {
    var probe = CaseSplit()
    _ = clock.ending(window, time, scope, &probe, record)
    guard probe.hasAsked else { return false }
    guard let ending = clock.ending(window, time, scope, &split, record),
      let last = time.ticks(at)?.lowerBound,
      ending.moment.isKnown ? ending.tick < last : true
    else { return false }
    check.outcome = ending.tick <= window.due ? .stopped : .overdue
    check.stopped = ending.moment
    (check.satisfied, check.satisfiedBy) = (.absent, -1)
    return true
  }

  private func tick(
    of at: Moment, _ window: ClockWindow, _ time: Timeline, _ split: inout CaseSplit
  ) -> Int64 {
    guard let range = time.ticks(at) else { return window.due }
    guard range.lowerBound <= window.due, range.upperBound > window.due else {
      return range.lowerBound
    }
    return split.choose(2, .timeNeeded) == 0 ? range.lowerBound : range.upperBound
  }

  private func elapse(_ check: inout Check, _ next: Int32, _ record: ChildRecord) {
    check.outcome = .elapsed
    var end = clock.evaluability.asOf.day
    if next >= 0 {
      let at = record.events[Int(next)].at
      (check.satisfied, check.satisfiedBy) = (at, next)
      end = at.day ?? end
    }
    if let start = opening.moment.day, let end {
      check.unitsOver = Int32(max(0, end.days(since: start)))
    }
  }

  private func setLateness(
    _ check: inout Check, _ window: ClockWindow, end: Int64, _ time: Timeline
  ) {
    clock.edition.setLateness(&check, due: window.due, end: end, time)
    setIntervalsMissed(&check, window, end: end, time)
  }

  private func setIntervalsMissed(
    _ check: inout Check, _ window: ClockWindow, end: Int64, _ time: Timeline
  ) {
    guard let limit = clock.edition.limit(of: check) else { return }
    check.intervalsMissed = missed(
      limit, after: time.moment(window.due).civilDay,
      until: time.moment(max(end, window.due)).civilDay, clock.edition.calendar)
  }

  /// How many whole intervals passed from one due to an end, the first included.
  func missed(
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
