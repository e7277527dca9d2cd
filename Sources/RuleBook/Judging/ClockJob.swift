import CaseModel
import Clocks

/// The judging of one clock: what stays the same over all readings of the record.
struct ClockJob {
  let trigger: JudgeTrigger
  let edition: CompiledEdition
  let evaluability: RuleEvaluability
  /// Whether the trigger's list of who took part names everybody.
  let isListComplete: Bool
  /// What was delivered.
  let feeds: [Feed]
  /// The feeds to believe, one set a reading: all of them, or each alone where they disagree.
  let feedReadings: [FeedSet]

  /// The words of the rules; they stay with the edition, so that none of them is copied.
  var vocabulary: Vocabulary { edition.vocabulary }

  /// Judges one reading and sets the outcome and facts of the check.
  func judge(
    _ check: inout Check, _ work: inout Workspace, _ split: inout CaseSplit,
    _ record: ChildRecord
  ) {
    let believed = feedReadings[split.choose(feedReadings.count, .feedsDisagree)]
    let start = work.starts[split.choose(work.starts.count, work.startDoubts)]
    (check.start, check.startEvent) = (start.moment, start.event)
    let scope = self.scope(at: start.moment, believed)
    guard start.moment.isKnown else {
      check.outcome = withoutStart(scope, work, &split, record)
      return
    }
    let received = rolled(start.moment, &split)
    guard let clock = clock(from: received, scope, &check, &split, record) else {
      // What it is counted from has not come yet, or no limit applies.
      check.outcome = .notRequired
      return
    }
    guard applies(scope, &split, record) else {
      check.outcome = .notRequired
      return
    }
    switch clock {
    case .unknown(let reason):
      check.outcome = withoutDue(reason, scope, work, &split, record)
    case .runs(let window, let time):
      guard window.due >= window.start || check.flags.contains(.extended) else {
        check.outcome = .invalid
        return
      }
      switch edition.family {
      case .atLeast: lastsAtLeast(window, time, scope, &check, work, &split, record)
      case .soft: elapses(window, time, scope, &check, work, &split, record)
      case .deadline, .repeats, .before, .cap, .aboutTrigger:
        runs(window, time, scope, &check, work, &split, record)
      }
    }
  }

  /// What conditions are asked about.
  func scope(at moment: Moment, _ feeds: FeedSet) -> ConditionScope {
    ConditionScope(
      process: trigger.process, event: trigger.event, at: moment, feeds: feeds, rule: evaluability,
      calendar: edition.calendar)
  }

  /// Whether the rule applies in this reading.
  func applies(
    _ scope: ConditionScope, _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Bool {
    split.decide(trigger.applies, trigger.doubts)
      && split.decide(edition.condition, scope, record)
  }

  // MARK: Outcomes of one reading

  /// A clock with a due: satisfied, ended, or still running.
  private func runs(
    _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope, _ check: inout Check,
    _ work: Workspace, _ split: inout CaseSplit, _ record: ChildRecord
  ) {
    let satisfaction = satisfaction(window, time, scope.feeds, work, &check, &split)
    if case .atMost = edition.body.requirement, case .at(let tick, _) = satisfaction,
      tick > window.due,
      let ending = ending(window, time, scope, &split, record), ending.tick <= window.due
    {
      // What ended the clock ended what may not last longer, whenever the record closes it.
      edition.settle(&check, unsatisfiedBy: window.due, ending: ending, time)
      return
    }
    switch satisfaction {
    case .at(let tick, let candidate):
      if let candidate {
        check.satisfied = candidate.at
        check.satisfiedBy = candidate.event
        if Links.isByDate(candidate.event, to: trigger.process, in: record) {
          check.flags.insert(.linkedByDate)
        }
      }
      edition.settle(&check, satisfiedAt: tick, due: window.due, time)
      addOddities(&check, scope, record)
    case .onlyBefore where edition.satisfier?.isOnce ?? true:
      check.outcome = .invalid
    case .onlyBefore, .none:
      unsatisfied(window, time, scope, &check, &split, record)
    }
  }

  private func unsatisfied(
    _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope, _ check: inout Check,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) {
    if let notRequired = edition.notRequired,
      split.decide(notRequired, edition.whenNotRequired(scope), record)
    {
      check.outcome = .notRequired
      return
    }
    let ending = ending(window, time, scope, &split, record)
    edition.settle(&check, unsatisfiedBy: window.due, ending: ending, time)
  }

  /// Whether the feeds that hold the trigger carry only the latest of what satisfies the rule.
  var isOfLatestOnly: Bool {
    evaluability.allOf.isDisjoint(with: trigger.feeds)
      && !evaluability.latestOf.isDisjoint(with: trigger.feeds)
  }

  /// A duty without a number: the time so far, or until it was done.
  private func elapses(
    _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope, _ check: inout Check,
    _ work: Workspace, _ split: inout CaseSplit, _ record: ChildRecord
  ) {
    var end = evaluability.asOf.day
    check.outcome = .elapsed
    check.due = .absent
    if edition.satisfier != nil,
      case .at(_, let candidate) = satisfaction(
        window, time, scope.feeds, work, &check, &split)
    {
      if isOfLatestOnly, split.choose(2, .latestOnly) == 1 {
        // It may have been done before, which only the latest does not show.
        return
      }
      check.satisfied = candidate?.at ?? .absent
      check.satisfiedBy = candidate?.event ?? -1
      end = candidate?.at.day ?? end
    } else {
      if let notRequired = edition.notRequired,
        split.decide(notRequired, edition.whenNotRequired(scope), record)
      {
        check.outcome = .notRequired
        return
      }
      if let ending = ending(window, time, scope, &split, record) {
        check.outcome = .stopped
        check.stopped = ending.moment
      }
    }
    guard let start = window.startMoment.day, let end else { return }
    let days = end.days(since: start)
    // What counts from before the start too is so many days before it.
    let isEarlier = edition.satisfier?.isAlsoBeforeStart ?? false && check.satisfied.isKnown
    check.unitsOver = Int32(isEarlier ? days : max(0, days))
  }

  /// A shortest time: the process must not close before it is over.
  private func lastsAtLeast(
    _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope, _ check: inout Check,
    _ work: Workspace, _ split: inout CaseSplit, _ record: ChildRecord
  ) {
    if let ending = ending(window, time, scope, &split, record), ending.tick < window.due {
      check.outcome = .stopped
      check.stopped = ending.moment
      return
    }
    // A closing on the last day or later keeps it.
    var early = window
    early.due = window.due - 1
    var found: Satisfaction = .none
    found = satisfaction(early, time, scope.feeds, work, &check, &split)
    switch found {
    case .at(let tick, let candidate):
      check.outcome = tick < window.due ? .notMet : .met
      check.satisfied = candidate?.at ?? .absent
      check.satisfiedBy = candidate?.event ?? -1
    case .onlyBefore: check.outcome = .invalid
    case .none: check.outcome = window.due <= time.now ? .met : .due
    }
  }

  /// The outcome of a clock whose start is not known.
  private func withoutStart(
    _ scope: ConditionScope, _ work: Workspace, _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Outcome {
    guard applies(scope, &split, record) else { return .notRequired }
    let reason: Reason =
      switch scope.at.precision {
      case .unreadable: .dateUnreadable
      case .absent, .missing, .day, .minute:
        isOpeningOutside(record) ? .outsideWindow : .dateMissing
      }
    return withoutDue(reason, scope, work, &split, record)
  }

  /// Whether the trigger's process is named without anything that opened it, by feeds that go back
  /// only so far: it opened before that.
  private func isOpeningOutside(_ record: ChildRecord) -> Bool {
    guard case .process(let row) = trigger.trigger else { return false }
    let process = record.processes[Int(row)]
    let opening = vocabulary[process.kind].openedBy
    guard process.opened.precision == .absent else { return false }
    let carrying = feeds.indices.filter {
      trigger.feeds.has(feed: $0) && feeds[$0].carries(opening)
    }
    return !carrying.isEmpty && carrying.allSatisfy { feeds[$0].period != nil }
  }

  /// The outcome of a clock whose due is not known.
  private func withoutDue(
    _ reason: Reason, _ scope: ConditionScope, _ work: Workspace, _ split: inout CaseSplit,
    _ record: ChildRecord
  ) -> Outcome {
    if work.candidates.isEmpty, let notRequired = edition.notRequired,
      split.decide(notRequired, edition.whenNotRequired(scope), record)
    {
      return .notRequired
    }
    return split.choose(2, reason) == 0 ? .met : .overdue
  }

  // MARK: What is said beside the outcome

  private func addOddities(
    _ check: inout Check, _ scope: ConditionScope, _ record: ChildRecord
  ) {
    edition.addOddities(&check, trigger, feeds, self.scope(at: check.start, trigger.feeds), record)
  }
}
