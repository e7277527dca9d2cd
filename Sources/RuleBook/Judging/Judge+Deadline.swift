import CaseModel
import Clocks

extension Judge {
  /// Judges one trigger of a rule with a clock, over every reading that the record allows.
  ///
  /// - Returns: nil where the clock started before the rule's first edition.
  mutating func deadline(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord
  ) -> Check? {
    let trigger = triggers[position]
    let evaluability = evaluabilities[index]
    let compiledRule = compiled.rules[index]
    if isPlain, !hasUnread, compiledRule.newest.isPlain, !compiledRule.newest.hasStarts,
      !compiledRule.startsVary,
      !compiledRule.isJudgedByDue,
      trigger.moment.isKnown
    {
      guard let place = edition(of: index, at: trigger.moment) else { return nil }
      var check = Check(rule: Int32(index), edition: Int32(place), trigger: trigger.trigger)
      check.asOf = evaluability.asOf
      (check.start, check.startEvent) = (trigger.moment, trigger.event)
      if plain(triggers, position, compiledRule.editions[place], evaluability, &check, record) {
        return check
      }
    }
    var fellBack = findStarts(triggers, position, compiledRule.newest, evaluability, record)
    guard
      let editionIndex = compiledRule.isJudgedByDue
        ? editionByDue(of: index, trigger, record)
        : edition(of: index, at: workspace.starts[0].moment)
    else { return nil }
    let edition = compiledRule.editions[editionIndex]
    if compiledRule.startsVary {
      fellBack = findStarts(triggers, position, edition, evaluability, record)
    }
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = evaluability.asOf
    check.start = workspace.starts[0].moment
    check.startEvent = workspace.starts[0].event
    if fellBack { check.flags.insert(.startFellBack) }
    if isPlain, !hasUnread, edition.hasStarts, workspace.starts.count == 1 {
      let blank = check
      if plain(triggers, position, edition, evaluability, &check, record) { return check }
      check = blank
    }
    let job = ClockJob(
      trigger: trigger, edition: edition, evaluability: evaluability,
      isListComplete: isListComplete(of: trigger, record),
      feeds: feeds, feedReadings: feedReadings(trigger, edition, triggers, position, index, record))
    if isAheadOfOthers(trigger, asOf: evaluability.asOf) {
      fillDue(&check, job, record)
      check.reasons = ReasonSet(.outsideWindow)
      return check
    }
    if isContradiction(trigger, asOf: evaluability.asOf, record) {
      fillDue(&check, job, record)
      check.outcome = .invalid
      return check
    }
    if isNotStarted(trigger, edition, record) {
      check.start = .absent
      check.outcome = .notRequired
      return check
    }
    everyReading(&check) { check, work, split in
      job.judge(&check, &work, &split, record)
    }
    finish(&check, job, record)
    return check
  }

  /// Judges in one pass where the rule and the record allow it.
  private func plain(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability,
    _ check: inout Check, _ record: ChildRecord
  ) -> Bool {
    guard edition.isPlain, !edition.waitsForLatest else { return false }
    return plainDeadline(triggers, position, edition, evaluability, &check, record)
  }

  /// Runs a judgement over every reading and merges what they come to.
  mutating func everyReading(
    _ check: inout Check, _ judge: (inout Check, inout Workspace, inout CaseSplit) -> Void
  ) {
    let blank = check
    split.begin()
    var merged: Check?
    var done: Moment?
    repeat {
      var reading = blank
      judge(&reading, &workspace, &split)
      if merged == nil { merged = reading } else { merged?.merge(reading) }
      check = reading
    } while split.next(after: check.deciding(&done))
    if let merged { check = merged }
    check.settle(split, isElapsed: done != nil)
  }

  /// Sets the due date if every reading agrees on it.
  private mutating func fillDue(_ check: inout Check, _ job: ClockJob, _ record: ChildRecord) {
    let outcome = check.outcome
    everyReading(&check) { check, work, split in
      let start = work.starts[split.choose(work.starts.count, work.startDoubts)]
      guard start.moment.isKnown else { return }
      _ = job.clock(
        from: job.rolled(start.moment, &split), job.scope(at: start.moment, job.trigger.feeds),
        &check, &split, record)
    }
    check.outcome = outcome
    check.reasons = []
  }

  /// Sets the flags that depend on what all readings agree on.
  private func finish(_ check: inout Check, _ job: ClockJob, _ record: ChildRecord) {
    let isElapsed = check.due.precision == .minute
    if isElapsed, check.start.isImpossible || check.satisfied.isImpossible {
      check.flags.insert(.impossibleTime)
    }
    if job.edition.hasDelay, let delay = job.edition.body.delay {
      addDelay(delay, job.trigger, &check, record)
    }
  }

  /// The feeds to believe, one set a reading: all of them, or each alone where they disagree.
  private mutating func feedReadings(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ triggers: [JudgeTrigger],
    _ position: Int, _ index: Int, _ record: ChildRecord
  ) -> [FeedSet] {
    findCandidates(triggers, position, edition, rule: index, record)
    let carriers = evaluabilities[index].allOf.intersection(trigger.feeds)
    guard carriers.rawValue.nonzeroBitCount > 1 else { return Judge.allFeeds }
    let sets = feeds.indices.filter { carriers.has(feed: $0) }.map { FeedSet(feed: $0) }
    let agree = workspace.candidates.allSatisfy { candidate in
      sets.allSatisfy { set in
        if candidate.feeds.isEmpty || !candidate.feeds.isDisjoint(with: set) { return true }
        return feeds.indices.allSatisfy { feed in
          !set.has(feed: feed) || Judge.isAfter(candidate.at, asOf: feeds[feed].asOf)
        }
      }
    }
    return agree ? Judge.allFeeds : sets
  }

  static let allFeeds = [FeedSet(rawValue: .max)]

  /// Whether a clock waits for the last of several events, one of which has not happened.
  private func isNotStarted(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ record: ChildRecord
  ) -> Bool {
    guard edition.waitsForLatest, let starts = edition.body.starts, workspace.starts.count == 1,
      workspace.starts[0].event == trigger.event, workspace.starts[0].moment == trigger.moment
    else { return false }
    return starts.terms.contains { term in
      guard case .latestOf(let types) = term.way else { return false }
      return types.contains { type in
        !record.events.contains { event in
          event.type == type && event.state == .held
            && Links.relation(of: event.process, to: trigger.process, in: record) != .foreign
        }
      }
    }
  }

  /// The edition in force on the day on which the clock runs out; nil, and counted, where none is.
  private mutating func editionByDue(
    of index: Int, _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> Int? {
    let compiledRule = compiled.rules[index]
    let start = workspace.starts[0].moment
    guard start.isKnown else { return compiledRule.editions.count - 1 }
    for place in compiledRule.editions.indices.reversed() {
      let job = ClockJob(
        trigger: trigger, edition: compiledRule.editions[place],
        evaluability: evaluabilities[index],
        isListComplete: false, feeds: feeds, feedReadings: Judge.allFeeds)
      var check = Check(rule: Int32(index), edition: Int32(place), trigger: trigger.trigger)
      var split = CaseSplit()
      _ = job.clock(
        from: start, job.scope(at: start, trigger.feeds), &check, &split, record)
      guard let due = check.due.day else { continue }
      if compiledRule.edition(on: due) == place { return place }
    }
    return edition(of: index, at: start)
  }

  /// Whether the trigger is younger than what another feed can say of it, though its own feed is
  /// young enough: the other feed cannot show anything of it yet.
  private func isAheadOfOthers(_ trigger: JudgeTrigger, asOf: Moment) -> Bool {
    guard feeds.count > 1, Judge.isAfter(trigger.moment, asOf: asOf) else { return false }
    return feeds.indices.contains { index in
      trigger.feeds.has(feed: index) && !Judge.isAfter(trigger.moment, asOf: feeds[index].asOf)
    }
  }

  /// Whether the trigger contradicts itself: held but dated after the as-of, or a process that was
  /// closed before it was opened.
  func isContradiction(_ trigger: JudgeTrigger, asOf: Moment, _ record: ChildRecord) -> Bool {
    if Judge.isAfter(trigger.moment, asOf: asOf) { return true }
    guard case .process(let row) = trigger.trigger else { return false }
    let process = record.processes[Int(row)]
    return Judge.isBefore(process.closed, process.opened)
  }
}
