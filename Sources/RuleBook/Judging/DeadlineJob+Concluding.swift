import CaseModel
import Clocks

extension DeadlineJob {
  /// Writes down what all readings together come to.
  func conclude(_ check: inout Check, _ work: DeadlineWorkspace, _ stop: StopReach) {
    var whole = Possibilities()
    for reading in work.readings { whole.merge(reading.possibilities) }
    check.outcome = whole.outcome
    let dues = fillDue(&check, work)
    fillSatisfied(&check, work)
    switch check.outcome {
    case .notEvaluable: check.reasons = reasons(work, whole)
    case .metLate, .overdue:
      if whole.isOpen || dues.map({ $0.lowerBound != $0.upperBound }) ?? false {
        check.flags.insert(.atLeast)
      }
      fillLateness(&check, dues, stop)
    case .stopped: check.stopped = stop.earliest
    case .due:
      if let due = check.due.day, isDueSoon(due) { check.flags.insert(.dueSoon) }
    default: break
    }
    if check.outcome == .met || check.outcome == .metLate { flagOddities(&check, stop) }
    if time.isElapsed, check.start.isImpossible || check.satisfied.isImpossible {
      check.flags.insert(.impossibleTime)
    }
  }

  /// Writes the due date down where every reading agrees on it.
  ///
  /// - Returns: the earliest and the latest due tick; nil where there is none.
  @discardableResult
  func fillDue(_ check: inout Check, _ work: DeadlineWorkspace) -> ClosedRange<Int64>? {
    var range: ClosedRange<Int64>?
    let tiers = tiers(work)
    for start in work.starts {
      guard let ticks = time.ticks(start.moment) else { return nil }
      for tier in tiers {
        guard
          let first = time.due(
            edition.tiers[tier].limit, after: ticks.lowerBound, calendar: calendar)
        else { return nil }
        range = min(range?.lowerBound ?? first, first)...max(range?.upperBound ?? first, first)
        guard ticks.lowerBound != ticks.upperBound else { continue }
        guard
          let last = time.due(
            edition.tiers[tier].limit, after: ticks.upperBound, calendar: calendar)
        else { return nil }
        range = min(range?.lowerBound ?? last, last)...max(range?.upperBound ?? last, last)
      }
    }
    guard let range else { return nil }
    if tiers.count == 1 { check.tier = Int32(tiers.lowerBound) }
    if range.lowerBound == range.upperBound {
      check.due = time.moment(range.lowerBound)
    } else if time.isElapsed {
      let first = time.moment(range.lowerBound).civilDay
      if first == time.moment(range.upperBound).civilDay { check.due = .day(first) }
    }
    return range
  }

  /// The tiers that some reading came to; the only one where there are no readings.
  private func tiers(_ work: DeadlineWorkspace) -> ClosedRange<Int> {
    guard edition.tiers.count > 1 else { return 0...0 }
    var range: ClosedRange<Int>?
    for reading in work.readings {
      range =
        min(
          range?.lowerBound ?? reading.tier, reading.tier)...max(
          range?.upperBound ?? reading.tier, reading.tier)
    }
    return range ?? 0...(edition.tiers.count - 1)
  }

  private func fillSatisfied(_ check: inout Check, _ work: DeadlineWorkspace) {
    guard check.outcome == .met || check.outcome == .metLate || check.outcome == .notEvaluable
    else {
      fillMissing(&check, work)
      return
    }
    let start = time.ticks(check.start)?.lowerBound
    var first = 0
    var last: Candidate?
    for end in work.groupEnds {
      var earliest: Candidate?
      for place in first..<end where mayCount(work.candidates[place], check.start, start) {
        if earliest.map({ precedes(work.candidates[place], $0) }) ?? true {
          earliest = work.candidates[place]
        }
      }
      first = end
      guard let earliest else {
        if check.outcome != .notEvaluable { continue }
        return
      }
      if last.map({ precedes($0, earliest) }) ?? true { last = earliest }
    }
    guard let last else { return }
    check.satisfied = last.at
    check.satisfiedBy = last.event
  }

  /// Whether an event can be what satisfied a check: not before the start, not after now.
  private func mayCount(_ candidate: Candidate, _ start: Moment, _ tick: Int64?) -> Bool {
    guard let range = time.ticks(candidate.at) else { return true }
    guard !time.isStillToCome(candidate.at) else { return false }
    let isSameDay = candidate.at.civilDay == start.civilDay
    if isSameDay, edition.satisfier?.isAfterStartDay ?? false { return false }
    guard let tick else { return true }
    // On the day of the start, an event whose order is not known counts.
    let isOrderKnown = candidate.at.precision == .minute && start.precision == .minute
    return range.upperBound >= tick || (isSameDay && !isOrderKnown)
  }

  /// Marks the groups that nothing satisfied.
  private func fillMissing(_ check: inout Check, _ work: DeadlineWorkspace) {
    guard edition.satisfier?.recipients == .allWhoAttended else { return }
    var first = 0
    for (place, end) in work.groupEnds.prefix(32).enumerated() {
      if first == end { check.missing |= 1 << UInt32(place) }
      first = end
    }
  }

  private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    guard let leftTicks = time.ticks(left.at), let rightTicks = time.ticks(right.at),
      leftTicks.lowerBound != rightTicks.lowerBound
    else { return Judge.isListedBefore(left.at, right.at) }
    return leftTicks.lowerBound < rightTicks.lowerBound
  }

  private func fillLateness(
    _ check: inout Check, _ dues: ClosedRange<Int64>?, _ stop: StopReach
  ) {
    guard let due = dues?.upperBound else { return }
    var end = time.now
    if check.outcome == .metLate, let ticks = time.ticks(check.satisfied) {
      end = ticks.lowerBound
    } else if check.outcome == .overdue {
      end = time.overdueBefore
      if let ticks = time.ticks(stop.earliest), ticks.lowerBound > due {
        check.flags.insert(.ended)
        check.stopped = stop.earliest
        end = ticks.lowerBound
      }
    }
    let dueDay = time.moment(due).civilDay
    let endDay = time.moment(max(end, due)).civilDay
    check.daysOver = Int32(endDay.days(since: dueDay))
    check.unitsOver = check.daysOver
    if time.isElapsed {
      check.unitsOver = Int32(clamping: max(0, end - due))
    } else if check.tier >= 0, edition.tiers[Int(check.tier)].limit.needsCalendar {
      let count = calendar.workingDays(from: dueDay, to: endDay)
      check.unitsOver = Int32(count ?? Int(check.daysOver))
      if check.outcome == .metLate, count == 0 { check.flags.insert(.countDisagrees) }
    }
  }

  private func isDueSoon(_ due: CivilDay) -> Bool {
    guard let window = edition.body.dueSoon, let now = reach.asOf.day,
      let last = DueDate.day(window, after: now, calendar: calendar)
    else { return false }
    return due <= last
  }

  private func flagOddities(_ check: inout Check, _ stop: StopReach) {
    if stop.earliest.isKnown, Judge.isBefore(stop.earliest, check.satisfied) {
      check.flags.insert(.heldAfterClosing)
    }
  }

  /// The reasons that leave the outcome open: each dimension whose readings differ among
  /// themselves, and what was in doubt inside a reading.
  private func reasons(_ work: DeadlineWorkspace, _ whole: Possibilities) -> ReasonSet {
    var reasons: ReasonSet = []
    for reading in work.readings where reading.possibilities.isOpen {
      reasons.formUnion(reading.possibilities.reasons)
    }
    let outcomes = work.readings.map(\.possibilities.outcome)
    for (first, left) in work.readings.enumerated() {
      for (second, right) in work.readings.enumerated().dropFirst(first + 1)
      where outcomes[first] != outcomes[second] {
        if left.start != right.start { reasons.insert(ReasonSet(.startUnclear)) }
        if left.start == right.start, left.tier != right.tier {
          reasons.insert(ReasonSet(.valueMissing))
        }
        if left.start == right.start, left.tier == right.tier, left.tick != right.tick {
          reasons.insert(ReasonSet(.timeNeeded))
        }
        if left.start == right.start, left.tier == right.tier, left.tick == right.tick,
          left.feed != right.feed
        {
          reasons.insert(ReasonSet(.feedsDisagree))
        }
      }
    }
    return reasons.isEmpty ? whole.reasons : reasons
  }
}
