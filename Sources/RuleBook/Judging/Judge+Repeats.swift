import CaseModel
import Clocks

extension Judge {
  /// Where an interval of a rule that repeats opens.
  struct Opening {
    var moment: Moment
    /// The event that opens it; -1 for the clock's start.
    var event: Int32
  }

  /// Judges each interval of a rule that repeats within one process.
  ///
  /// An interval opens at each counting event that was held and closes at the next on a later day.
  /// A missed one does not multiply: it stays open and grows.
  mutating func intervals(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord,
    into checks: inout [Check]
  ) {
    let trigger = triggers[position]
    let compiledRule = compiled.rules[index]
    let edition = compiledRule.newest
    let evaluability = evaluabilities[index]
    _ = findStarts(triggers, position, edition, evaluability, record)
    // Where there are several ways to the start, what came after the first of them may count.
    let start =
      workspace.starts.count == 1
      ? workspace.starts[0].moment
      : workspace.starts.map(\.moment).filter(\.isKnown).min(by: Judge.isListedBefore)
        ?? trigger.moment
    let opening: Moment =
      workspace.starts.count == 1
      ? start
      : workspace.starts.contains { $0.moment.precision == .unreadable } ? .unreadable : .missing
    var held = heldEvents(triggers, position, edition, evaluability, from: start, record)
    if let end = certainEnd(of: trigger, edition, evaluability, from: start, record) {
      // What comes after the clock has ended closes no interval and opens none.
      held.known.removeAll { record.events[Int($0)].at.civilDay > end }
    }
    var openings: [Opening] = []
    if edition.firstTiers > 0 { openings.append(Opening(moment: opening, event: -1)) }
    for event in held.known {
      openings.append(Opening(moment: record.events[Int(event)].at, event: event))
    }
    if evaluability.allOf.isDisjoint(with: trigger.feeds),
      !evaluability.latestOf.isDisjoint(with: trigger.feeds)
    {
      // Only the latest is held: the intervals before it are one check that is not evaluable,
      // but a first that was certainly in time.
      if !held.known.isEmpty, isUnseenBefore(held.known, trigger, record) {
        checks.append(unanswerable(trigger, index, .latestOnly))
      }
      openings = openings.suffix(1)
    }
    for event in held.unknown where isLatest(triggers, position, havingNo: event, record) {
      var check = unanswerable(
        trigger, index,
        record.events[Int(event)].at.precision == .unreadable ? .dateUnreadable : .dateMissing)
      check.trigger = .event(event)
      checks.append(check)
    }
    for (place, opening) in openings.enumerated() {
      guard let editionIndex = self.edition(of: index, at: opening.moment) else { continue }
      var check = Check(
        rule: Int32(index), edition: Int32(editionIndex),
        trigger: opening.event >= 0 ? .event(opening.event) : trigger.trigger)
      check.asOf = evaluability.asOf
      check.start = opening.moment
      check.startEvent = opening.event
      let next: [Int32]
      if isPlain {
        next = [place + 1 < openings.count ? openings[place + 1].event : -1]
      } else {
        let later = openings.dropFirst(place + 1).map(\.event)
        next = nextEvents(after: opening.event, later, rule: index, trigger, record)
      }
      let job = IntervalJob(
        clock: ClockJob(
          trigger: trigger, edition: compiledRule.editions[editionIndex],
          evaluability: evaluability,
          isListComplete: false, feeds: feeds, feedReadings: Judge.allFeeds),
        opening: opening,
        next: next,
        unknown: held.unknown,
        doubtful: held.doubtful)
      guard !job.isClosedAtOpening(record) else { continue }
      if isContradiction(trigger, asOf: evaluability.asOf, record), opening.event < 0 {
        check.outcome = .invalid
        checks.append(check)
        continue
      }
      everyReading(&check) { check, work, split in
        job.judge(&check, work, &split, record)
      }
      if [check.satisfiedBy, opening.event].contains(where: {
        Links.isByDate($0, to: trigger.process, in: record)
      }) {
        check.flags.insert(.linkedByDate)
      }
      checks.append(check)
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
    let carriers = evaluabilities[index].allOf.intersection(trigger.feeds)
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

  /// The day on which the clock of all intervals certainly ended; nil if it has not, or that is open.
  private func certainEnd(
    of trigger: JudgeTrigger, _ edition: CompiledEdition, _ evaluability: RuleEvaluability,
    from start: Moment, _ record: ChildRecord
  ) -> CivilDay? {
    guard !edition.stops.isEmpty, let day = start.day else { return nil }
    let job = ClockJob(
      trigger: trigger, edition: edition, evaluability: evaluability, isListComplete: false,
      feeds: feeds, feedReadings: Judge.allFeeds)
    let window = ClockWindow(
      start: Int64(day.number), startMoment: start, due: Int64.max / 4, earliest: .min)
    var split = CaseSplit()
    let ending = job.ending(
      window, evaluability.days, job.scope(at: start, trigger.feeds), &split, record)
    return split.hasAsked ? nil : ending?.moment.day
  }

  /// The counting events of a process, by day, each day once; those whose day is not known; and
  /// those of which it is open whether they count.
  private func heldEvents(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, from start: Moment, _ record: ChildRecord
  ) -> HeldEvents {
    let trigger = triggers[position]
    var held = HeldEvents()
    guard let satisfier = edition.satisfier else { return held }
    var known: [Int32] = []
    // Closures hold on to what they name, and the record is many arrays.
    let events = record.events
    let earliest = earliestCounting(trigger, edition, evaluability, from: start.day, record)
    for row in events.indices
    where (events[row].state == .held || events[row].state == .unread)
      && satisfier.types.contains(events[row].type)
    {
      let event = events[row]
      guard let match = EventMatch(row, trigger, edition, satisfier, evaluability, record)
      else { continue }
      guard let day = event.at.day else {
        held.unknown.append(Int32(row))
        continue
      }
      if let earliest, day < earliest { continue }
      guard !Judge.isAfter(event.at, asOf: evaluability.asOf) else { continue }
      if Judge.isBefore(event.at, start) || satisfier.isAfterStartDay && day == start.day {
        continue
      }
      if event.state == .unread {
        held.doubtful.append(
          HeldEvents.Doubtful(event: Int32(row), reasons: ReasonSet(.rowSetAside)))
      } else if !match.isLinked,
        isShared(row, triggers, position, edition, satisfier, evaluability, record)
      {
        held.doubtful.append(
          HeldEvents.Doubtful(event: Int32(row), reasons: ReasonSet(.linkUnclear)))
      } else if match.counts == .unknown, let filter = satisfier.filter {
        let scope = ConditionScope(
          process: event.process, event: Int32(row), at: event.at, feeds: event.feeds,
          rule: evaluability, calendar: edition.calendar)
        held.doubtful.append(
          HeldEvents.Doubtful(event: Int32(row), reasons: filter.doubts(scope, record)))
      } else {
        known.append(Int32(row))
      }
    }
    if known.count > 1 {
      known.sort { left, right in
        let (first, second) = (events[Int(left)], events[Int(right)])
        guard first.at.civilDay == second.at.civilDay else {
          return first.at.civilDay < second.at.civilDay
        }
        return (first.source.file, first.source.line, left)
          < (second.source.file, second.source.line, right)
      }
    }
    var last: CivilDay?
    for event in known where events[Int(event)].at.civilDay != last {
      held.known.append(event)
      last = events[Int(event)].at.civilDay
    }
    if held.doubtful.count > 1 {
      held.doubtful.sort { left, right in
        Judge.isListedBefore(events[Int(left.event)].at, events[Int(right.event)].at)
      }
    }
    return held
  }

  /// Whether an event that only its date ties to a trigger may be that of a later one, whose
  /// process was open by then.
  private func isShared(
    _ row: Int, _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ satisfier: CompiledSatisfier, _ evaluability: RuleEvaluability, _ record: ChildRecord
  ) -> Bool {
    let able = triggers.filter { other in
      other.trigger == triggers[position].trigger
        || EventMatch(row, other, edition, satisfier, evaluability, record) != nil
    }
    guard let own = able.firstIndex(where: { $0.trigger == triggers[position].trigger }) else {
      return false
    }
    return Belonging.mayBeLater(Int32(row), able, own, record)
  }

  /// Whether a trigger is the one to be told of an event without a day: its own, or the latest of
  /// those that it may belong to.
  private func isLatest(
    _ triggers: [JudgeTrigger], _ position: Int, havingNo event: Int32, _ record: ChildRecord
  ) -> Bool {
    guard Links.isByDate(event, to: triggers[position].process, in: record) else { return true }
    return !triggers.enumerated().contains { place, other in
      place != position && !Judge.isListedBefore(other.moment, triggers[position].moment)
        && (other.moment != triggers[position].moment || place > position)
        && Links.isByDate(event, to: other.process, in: record)
    }
  }

  /// The day before which events do not count; nil where all do.
  private func earliestCounting(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ evaluability: RuleEvaluability,
    from start: CivilDay?, _ record: ChildRecord
  ) -> CivilDay? {
    guard let term = edition.notBefore, let start else { return nil }
    let job = ClockJob(
      trigger: trigger, edition: edition, evaluability: evaluability, isListComplete: false,
      feeds: feeds,
      feedReadings: Judge.allFeeds)
    return job.day(of: term, from: .day(start), record)
  }

  private func isUnseenBefore(
    _ known: [Int32], _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> Bool {
    guard let last = known.last, let start = trigger.moment.day else { return true }
    return record.events[Int(last)].at.civilDay > start
  }

  private func unanswerable(_ trigger: JudgeTrigger, _ index: Int, _ reason: Reason) -> Check {
    var check = Check(
      rule: Int32(index), edition: Int32(compiled.rules[index].editions.count - 1),
      trigger: trigger.trigger)
    check.asOf = evaluabilities[index].asOf
    check.reasons = ReasonSet(reason)
    check.start =
      reason == .dateUnreadable ? .unreadable : reason == .dateMissing ? .missing : .absent
    return check
  }
}

/// The events of a process that may close and open the intervals of a rule that repeats.
struct HeldEvents {
  /// An event of which it is open whether it counts, and the reasons.
  struct Doubtful {
    var event: Int32
    var reasons: ReasonSet
  }

  /// Those that count, by day, each day once.
  var known: [Int32] = []
  /// Those whose day is not known.
  var unknown: [Int32] = []
  /// Those that may count, by day.
  var doubtful: [Doubtful] = []
}
