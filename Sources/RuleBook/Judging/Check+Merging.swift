import Clocks

extension Check {
  /// Takes in what another reading of the same check came to: what both say stays.
  mutating func merge(_ other: Check) {
    if due != other.due {
      let isOneDay = due.isKnown && other.due.isKnown && due.civilDay == other.due.civilDay
      due = isOneDay ? .day(due.civilDay) : .absent
    }
    if tier != other.tier { tier = -1 }
    if term != other.term { term = -1 }
    if satisfiedBy < 0 && !satisfied.isKnown || other.isSatisfiedBefore(self) {
      (satisfied, satisfiedBy) = (other.satisfied, other.satisfiedBy)
    }
    if stopped == .absent { stopped = other.stopped }
    if outcome.isBreach, other.outcome.isBreach {
      if daysOver != other.daysOver || unitsOver != other.unitsOver { flags.insert(.atLeast) }
      if other.daysOver < daysOver
        || other.daysOver == daysOver && other.unitsOver < unitsOver
      {
        (daysOver, unitsOver) = (other.daysOver, other.unitsOver)
      }
    }
    let isAtLeast = flags.contains(.atLeast)
    flags.formIntersection(other.flags)
    if isAtLeast { flags.insert(.atLeast) }
    emptySeats &= other.emptySeats
    unserved &= other.unserved
    intervalsMissed = min(intervalsMissed, other.intervalsMissed)
  }

  private func isSatisfiedBefore(_ other: Check) -> Bool {
    guard satisfied != .absent, satisfied != other.satisfied else { return false }
    return Judge.isListedBefore(satisfied, other.satisfied)
  }

  /// What a reading comes to beside others: of a duty without a number, whether it was done, and when.
  ///
  /// - Parameter done: when it was done in the first reading in which it was.
  /// - Returns: the outcome by which readings are compared.
  func deciding(_ done: inout Moment?) -> Outcome {
    guard outcome == .elapsed, satisfied.isKnown else { return outcome }
    let first = done ?? satisfied
    done = first
    return first == satisfied ? .met : .metLate
  }

  /// Leaves open what the check came to, for some reasons.
  mutating func leaveOpen(_ reasons: ReasonSet) {
    beNotRequired()
    outcome = .notEvaluable
    self.reasons.formUnion(reasons)
  }

  /// Makes of it a check of something that is not asked for, without the facts of a judgement.
  mutating func beNotRequired() {
    outcome = .notRequired
    reasons = []
    (satisfied, satisfiedBy, stopped) = (.absent, -1, .absent)
    (daysOver, unitsOver, intervalsMissed) = (0, 0, 0)
    (emptySeats, unserved) = (0, 0)
    flags = []
  }

  /// Writes down what all readings together come to, and clears what is then not known.
  ///
  /// - Parameters:
  ///   - split: the readings, and what they came to.
  ///   - isElapsed: whether *met* stands for a duty without a number that was done.
  mutating func settle(_ split: CaseSplit, isElapsed: Bool = false) {
    let found = split.outcomes.outcome
    let merged = isElapsed && found == .met ? .elapsed : found
    let isBreach = merged.isBreach
    if isBreach, split.outcomes.isOpen { flags.insert(.atLeast) }
    outcome = merged
    reasons = merged == .notEvaluable ? split.reasons : []
    if !isBreach {
      if merged != .elapsed { (daysOver, unitsOver) = (0, 0) }
      intervalsMissed = 0
      flags.remove(.atLeast)
      flags.remove(.ended)
    }
    if merged != .due { flags.remove(.dueSoon) }
    switch merged {
    case .met, .metLate, .notEvaluable, .elapsed, .notMet: break
    case .overdue, .due, .notRequired, .stopped, .invalid: (satisfied, satisfiedBy) = (.absent, -1)
    }
    if merged != .stopped, !flags.contains(.ended) { stopped = .absent }
  }
}
