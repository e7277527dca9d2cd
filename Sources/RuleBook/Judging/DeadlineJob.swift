import CaseModel
import Clocks

/// The judging of one deadline: what stays the same over all readings of the record.
struct DeadlineJob {
  let trigger: JudgeTrigger
  let edition: PlannedEdition
  let reach: RuleReach
  let calendar: WorkingDayCalendar
  let time: Timeline
  /// Whether the trigger's list of who took part names everybody.
  let isListComplete: Bool
  /// What was delivered.
  let feeds: [Feed]

  /// Tries every reading and writes down what they come to.
  func judge(_ check: inout Check, _ work: inout DeadlineWorkspace, _ record: ChildRecord) {
    let feedSets = feedReadings(work)
    let stop = StopReach(self, record)
    for (feedIndex, feeds) in feedSets.enumerated() {
      for (startIndex, start) in work.starts.enumerated() {
        let scope = ConditionScope(
          process: trigger.process, event: trigger.event, at: start.moment, feeds: feeds)
        let tierSet = tiers(scope, record)
        let ticks = startTicks(start.moment, work)
        for tier in tierSet.places {
          for (tickIndex, tick) in ticks.enumerated() {
            var possibilities = Possibilities()
            if tierSet.places.count > 1 { possibilities.reasons.insert(ReasonSet(.valueMissing)) }
            attempt(
              tick, from: start.moment, tier: tier, scope, stop, work, record, &possibilities)
            work.readings.append(
              DeadlineWorkspace.Reading(
                start: startIndex, tick: tickIndex, tier: tier, feed: feedIndex,
                possibilities: possibilities))
          }
          if ticks.isEmpty {
            var possibilities = Possibilities()
            attemptWithoutStart(start.moment, scope, work, record, &possibilities)
            work.readings.append(
              DeadlineWorkspace.Reading(
                start: startIndex, tick: 0, tier: tier, feed: feedIndex,
                possibilities: possibilities))
          }
        }
      }
    }
    conclude(&check, work, stop)
    if check.outcome == .met || check.outcome == .metLate {
      let scope = ConditionScope(
        process: trigger.process, event: trigger.event, at: check.start, feeds: trigger.feeds)
      if edition.notRequired?.truth(scope, record) == .yes {
        check.flags.insert(.heldThoughNotRequired)
      }
    }
    work.readings.removeAll(keepingCapacity: true)
  }

  /// The feeds to believe, one set a reading: all of them, or each alone where they disagree.
  private func feedReadings(_ work: DeadlineWorkspace) -> [FeedSet] {
    let carriers = reach.allOf.intersection(trigger.feeds)
    guard carriers.rawValue.nonzeroBitCount > 1 else { return DeadlineJob.allFeeds }
    let sets = feeds.indices.filter { carriers.has(feed: $0) }.map { FeedSet(feed: $0) }
    let agree = work.candidates.allSatisfy { candidate in
      sets.allSatisfy { isBelieved(candidate, $0) }
    }
    return agree ? DeadlineJob.allFeeds : sets
  }

  private static let allFeeds = [FeedSet(rawValue: .max)]
  private static let onlyTier = [0]

  /// The places of the tiers that may apply.
  private func tiers(_ scope: ConditionScope, _ record: ChildRecord) -> (places: [Int], none: Bool)
  {
    guard edition.tiers.count > 1 || edition.tiers.first?.condition != nil else {
      return (DeadlineJob.onlyTier, false)
    }
    var places: [Int] = []
    for (place, tier) in edition.tiers.enumerated() {
      guard let condition = tier.condition else { return (places + [place], false) }
      switch condition.truth(scope, record) {
      case .no: continue
      case .unknown: places.append(place)
      case .yes: return (places + [place], false)
      }
    }
    return (places, true)
  }

  /// The ticks at which a clock that starts at a moment may start; empty where none is known.
  private func startTicks(_ moment: Moment, _ work: DeadlineWorkspace) -> [Int64] {
    guard let range = time.ticks(moment) else { return [] }
    guard range.lowerBound != range.upperBound else { return [range.lowerBound] }
    return [range.lowerBound, min(range.upperBound, time.now)]
  }

  /// The words of the rules; they stay with the edition, so that none of them is copied.
  var vocabulary: Vocabulary { edition.vocabulary }

  // MARK: One reading

  private func attempt(
    _ start: Int64, from moment: Moment, tier: Int, _ scope: ConditionScope, _ stop: StopReach,
    _ work: DeadlineWorkspace, _ record: ChildRecord, _ found: inout Possibilities
  ) {
    guard addConditions(scope, record, &found) else { return }
    guard let due = time.due(edition.tiers[tier].limit, after: start, calendar: calendar) else {
      found.reasons.insert(ReasonSet(.outsideCalendar))
      if work.candidates.isEmpty, let notRequired = edition.notRequired?.truth(scope, record) {
        if notRequired.mayHold { found.add(.notRequired) }
        guard notRequired.mayFail else { return }
      }
      found.add(.met)
      found.add(.overdue)
      return
    }
    let satisfaction = satisfaction(start: (start, moment), due: due, scope.feeds, work)
    if satisfaction.inTime { found.add(.met) }
    if satisfaction.late { found.add(.metLate) }
    if satisfaction.none {
      addUnsatisfied(satisfaction, due: due, scope, stop, record, &found)
    }
    found.reasons.formUnion(satisfaction.reasons)
  }

  /// Adds what the rule's own conditions come to.
  ///
  /// - Returns: whether the rule may apply at all.
  private func addConditions(
    _ scope: ConditionScope, _ record: ChildRecord, _ found: inout Possibilities
  ) -> Bool {
    let applies = Truth.and(trigger.applies, edition.condition?.truth(scope, record) ?? .yes)
    if applies.mayFail { found.add(.notRequired) }
    if applies == .unknown { found.reasons.insert(ReasonSet(.valueMissing)) }
    return applies.mayHold
  }

  private func addUnsatisfied(
    _ satisfaction: Satisfaction, due: Int64, _ scope: ConditionScope, _ stop: StopReach,
    _ record: ChildRecord, _ found: inout Possibilities
  ) {
    if satisfaction.isOnlyBefore, edition.isSatisfierOnce || edition.satisfier == nil {
      found.add(.invalid)
      return
    }
    let notRequired = edition.notRequired?.truth(scope, record) ?? .no
    if notRequired.mayHold { found.add(.notRequired) }
    guard notRequired.mayFail else { return }
    if notRequired == .unknown { found.reasons.insert(ReasonSet(.valueMissing)) }
    let stopping = stop.reading(due: due)
    if stopping.byDue { found.add(.stopped) }
    if stopping.byDue, stopping.otherwise { found.reasons.formUnion(stop.reasons) }
    if stopping.otherwise { found.add(due < time.overdueBefore ? .overdue : .due) }
  }

  private func attemptWithoutStart(
    _ moment: Moment, _ scope: ConditionScope, _ work: DeadlineWorkspace, _ record: ChildRecord,
    _ found: inout Possibilities
  ) {
    guard addConditions(scope, record, &found) else { return }
    found.reasons.insert(
      ReasonSet(moment.precision == .unreadable ? .dateUnreadable : .dateMissing))
    let notRequired = edition.notRequired?.truth(scope, record) ?? .no
    if work.candidates.isEmpty, notRequired.mayHold { found.add(.notRequired) }
    guard !work.candidates.isEmpty || notRequired.mayFail else { return }
    found.add(.met)
    found.add(.overdue)
  }

  // MARK: Satisfaction

  /// What the events come to, as seen from one start and one due.
  struct Satisfaction {
    var inTime = false
    var late = false
    var none = false
    /// There are events, and all of them lie before the start.
    var isOnlyBefore = false
    var reasons: ReasonSet = []
  }

  private func satisfaction(
    start: (tick: Int64, moment: Moment), due: Int64, _ feeds: FeedSet, _ work: DeadlineWorkspace
  ) -> Satisfaction {
    var whole = Satisfaction(inTime: true)
    var first = 0
    for end in work.groupEnds {
      let group = self.group(
        work.candidates[first..<end], start: start, due: due, feeds)
      whole.late = (whole.late && (group.inTime || group.late)) || (whole.inTime && group.late)
      whole.inTime = whole.inTime && group.inTime
      whole.none = whole.none || group.none
      whole.isOnlyBefore = whole.isOnlyBefore || group.isOnlyBefore
      whole.reasons.formUnion(group.reasons)
      first = end
    }
    if edition.satisfier?.recipients == .allWhoAttended, !isListComplete || work.groupEnds.isEmpty {
      // Somebody else may have been there who was not served.
      whole.none = true
      whole.reasons.insert(ReasonSet(.attendanceIncomplete))
    }
    return whole
  }

  private func group(
    _ candidates: ArraySlice<Candidate>, start: (tick: Int64, moment: Moment), due: Int64,
    _ feeds: FeedSet
  ) -> Satisfaction {
    var group = Satisfaction()
    var allNotInTime = true
    var allGone = true
    var anyBefore = false
    var anyLate = false
    var latestKnown: Int64?
    for candidate in candidates where isBelieved(candidate, feeds) {
      let reach = candidate.reach(
        start: start, due: due, time: time,
        isAfterStartDay: edition.satisfier?.isAfterStartDay ?? false)
      group.inTime = group.inTime || reach.inTime
      anyLate = anyLate || reach.late
      anyBefore = anyBefore || reach.before
      allNotInTime = allNotInTime && (reach.before || reach.late || reach.absent)
      allGone = allGone && (reach.before || reach.absent)
      group.reasons.formUnion(reach.reasons)
      if let tick = time.ticks(candidate.at)?.lowerBound {
        latestKnown = max(latestKnown ?? tick, tick)
      }
    }
    group.late = anyLate && allNotInTime
    group.none = allGone
    group.isOnlyBefore = allGone && anyBefore
    if group.late || group.none, !group.isOnlyBefore || !edition.isSatisfierOnce {
      addUnseen(&group, start: start.tick, due: due, latest: latestKnown)
    }
    return group
  }

  /// Whether an event happened as far as some feeds say: they hold it, or are older than it.
  private func isBelieved(_ candidate: Candidate, _ believed: FeedSet) -> Bool {
    if candidate.feeds.isEmpty || !candidate.feeds.isDisjoint(with: believed) { return true }
    return feeds.indices.allSatisfy { index in
      !believed.has(feed: index) || Judge.isAfter(candidate.at, asOf: feeds[index].asOf)
    }
  }

  /// Adds the events that may have happened where no feed would show them.
  private func addUnseen(
    _ group: inout Satisfaction, start: Int64, due: Int64, latest: Int64?
  ) {
    let seen = reach.allOf.intersection(trigger.feeds)
    if !seen.isEmpty {
      guard !isCovered(seen, start: start, due: due) else { return }
      group.reasons.insert(ReasonSet(.outsideWindow))
    } else if !reach.latestOf.isDisjoint(with: trigger.feeds) {
      guard let latest, latest > due else { return }
      group.reasons.insert(ReasonSet(.latestOnly))
      group.inTime = true
      return
    } else {
      group.reasons.insert(ReasonSet(.notCarried))
    }
    group.inTime = true
    if group.none, due < time.now { group.late = true }
  }

  /// Whether some feed covers the interval from the start to due, or to now where that is earlier.
  private func isCovered(_ seen: FeedSet, start: Int64, due: Int64) -> Bool {
    let first = time.moment(start).civilDay
    let last = time.moment(max(start, min(due, time.now))).civilDay
    for (index, feed) in feeds.enumerated() where seen.has(feed: index) {
      guard let period = feed.period else { return true }
      if period.contains(first), period.contains(last) { return true }
    }
    return false
  }
}
