import CaseModel
import Clocks

/// What the states of a clock mean, for the fast pass, the pass over every reading and intervals.
extension CompiledEdition {
  /// When something ended a clock without satisfying it.
  struct Ending {
    /// The tick on the check's scale.
    var tick: Int64
    /// The moment as it is recorded.
    var moment: Moment
  }

  /// Settles a clock that an event satisfied at a tick.
  func settle(
    _ check: inout Check, satisfiedAt tick: Int64, due: Int64, _ time: Timeline
  ) {
    check.outcome = tick <= due ? .met : .metLate
    guard check.outcome == .metLate else { return }
    if isSilenceAgreement {
      // What silence had answered by the last day, a later answer does not undo.
      settleBySilence(&check, due: due, time)
      return
    }
    setLateness(&check, due: due, end: tick, time)
    if limit(of: check)?.unit == .workingDays, check.unitsOver == 0 {
      check.flags.insert(.countDisagrees)
    }
  }

  /// Settles a clock that nothing satisfied: stopped, due or overdue, or met by silence.
  ///
  /// - Parameters:
  ///   - check: the check, with its start and limit.
  ///   - due: the last tick in time.
  ///   - ending: what ended the clock first; nil if nothing has.
  ///   - time: the scale of the check.
  func settle(
    _ check: inout Check, unsatisfiedBy due: Int64, ending: Ending?, _ time: Timeline
  ) {
    if let ending, ending.tick <= due {
      check.outcome = .stopped
      check.stopped = ending.moment
      return
    }
    guard due < time.overdueBefore else {
      check.outcome = .due
      if isDueSoon(time.moment(due).civilDay, asOf: check.asOf) { check.flags.insert(.dueSoon) }
      return
    }
    if isSilenceAgreement {
      settleBySilence(&check, due: due, time)
      return
    }
    check.outcome = .overdue
    var end = time.overdueBefore
    if let ending {
      check.flags.insert(.ended)
      check.stopped = ending.moment
      end = ending.tick
    }
    setLateness(&check, due: due, end: end, time)
  }

  private func settleBySilence(_ check: inout Check, due: Int64, _ time: Timeline) {
    check.outcome = .met
    (check.satisfied, check.satisfiedBy) = (time.moment(due), -1)
    check.flags.insert(.bySilence)
  }

  /// Whether due lies in the days of the warning that the rule asks for.
  func isDueSoon(_ due: CivilDay, asOf: Moment) -> Bool {
    guard let window = dueSoon, let now = asOf.day,
      let last = DueDate.day(window, after: now, calendar: calendar)
    else { return false }
    return due <= last
  }

  /// The plain limit that applied; nil where it is not a length of time after the start.
  func limit(of check: Check) -> Limit? {
    guard check.tier >= 0, Int(check.tier) < tiers.count else { return nil }
    let term = max(0, Int(check.term))
    guard term < tiers[Int(check.tier)].terms.count else { return nil }
    return tiers[Int(check.tier)].terms[term].limit
  }

  /// Sets how late a check is: calendar days, and the unit of its limit.
  func setLateness(_ check: inout Check, due: Int64, end: Int64, _ time: Timeline) {
    let dueDay = time.moment(due).civilDay
    let endDay = time.moment(max(end, due)).civilDay
    check.daysOver = Int32(endDay.days(since: dueDay))
    check.unitsOver = check.daysOver
    if time.isElapsed {
      check.unitsOver = Int32(clamping: max(0, end - due))
    } else if limit(of: check)?.unit == .workingDays {
      let count = calendar.workingDays(from: dueDay, to: endDay)
      check.unitsOver = Int32(count ?? Int(check.daysOver))
    }
  }
}
