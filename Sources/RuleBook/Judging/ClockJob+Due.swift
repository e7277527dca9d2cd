import CaseModel
import Clocks

extension ClockJob {
  /// What a clock is in one reading.
  enum Clock {
    /// It runs on a scale.
    case runs(ClockWindow, Timeline)
    /// When it runs out is not known.
    case unknown(Reason)
  }

  /// A day that a term of a limit comes to.
  private enum Day {
    case known(CivilDay)
    case instant(Instant)
    case unknown(Reason)
    /// What it is counted from has not come.
    case notCome
  }

  /// The clock that starts at a moment.
  ///
  /// - Returns: nil where no limit applies, or what it is counted from has not come.
  func clock(
    from start: Moment, _ scope: ConditionScope, _ check: inout Check,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Clock? {
    guard !edition.tiers.isEmpty else {
      // A duty without a number: the clock runs on for ever.
      return window(from: start, due: 1 << 60, evaluability.days, scope, &split, record)
    }
    for (place, tier) in edition.tiers.enumerated() {
      if tier.condition != nil, tier.reading == .atStart,
        !split.decide(tier.condition, scope, record)
      {
        continue
      }
      let clock = self.clock(tier, place, from: start, scope, &check, &split, record)
      guard tier.condition != nil, tier.reading != .atStart else { return clock }
      guard case .runs(let window, let time) = clock else { return clock }
      let due = time.moment(window.due)
      if split.decide(tier.condition, scope.at(due), record) { return clock }
    }
    check.due = .absent
    return nil
  }

  /// The clock of one tier.
  func clock(
    _ tier: CompiledEdition.Tier, _ place: Int, from start: Moment, _ scope: ConditionScope,
    _ check: inout Check, _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Clock? {
    check.tier = Int32(place)
    check.term = -1
    let time = tier.isElapsed ? evaluability.minutes : evaluability.days
    guard let range = time.ticks(start) else { return .unknown(.dateMissing) }
    var tick = range.lowerBound
    if range.lowerBound != range.upperBound,
      split.choose(2, .timeNeeded) == 1
    {
      tick = min(range.upperBound, time.now)
    }
    var due: Int64?
    for (index, term) in tier.terms.enumerated() {
      if !split.decide(term.condition, scope, record) {
        continue
      }
      let found: Int64
      switch day(term.kind, from: start, tick, time, scope, record) {
      case .notCome: continue
      case .unknown(let reason): return .unknown(reason)
      case .known(let day): found = time.isElapsed ? end(of: day) : Int64(day.number)
      case .instant(let instant):
        found = time.isElapsed ? instant.minutes : Int64(Moment.instant(instant).civilDay.number)
      }
      let decides =
        switch tier.choice {
        case .only: due == nil
        case .earliest: due.map { found < $0 } ?? true
        case .latest: due.map { found > $0 } ?? true
        }
      if decides { (due, check.term) = (found, Int8(index)) }
    }
    guard var due else { return nil }
    if let extensions = edition.extensions {
      guard let extended = extend(due, extensions, time, &check, &split, record) else {
        return .unknown(.outsideCalendar)
      }
      due = extended
    }
    check.due = time.moment(due)
    guard let window = window(from: start, tick, due: due, time, scope, &split, record) else {
      return .unknown(.outsideCalendar)
    }
    return runOn(window, time, &check)
  }

  private func end(of day: CivilDay) -> Int64 { Moment.instants(of: day).upperBound.minutes }

  private func window(
    from start: Moment, due: Int64, _ time: Timeline, _ scope: ConditionScope,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Clock? {
    guard let tick = time.ticks(start)?.lowerBound,
      let window = window(from: start, tick, due: due, time, scope, &split, record)
    else { return .unknown(.outsideCalendar) }
    return .runs(window, time)
  }

  /// The window in which events count; nil where its beginning cannot be worked out.
  private func window(
    from start: Moment, _ tick: Int64, due: Int64, _ time: Timeline, _ scope: ConditionScope,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> ClockWindow? {
    var window = ClockWindow(start: tick, startMoment: start, due: due, earliest: .min)
    guard edition.family != .aboutTrigger, let term = edition.notBefore else { return window }
    if !split.decide(term.condition, scope, record) {
      return window
    }
    switch day(term.kind, from: start, tick, time, scope, record) {
    case .known(let day):
      window.earliest =
        time.isElapsed ? Moment.instants(of: day).lowerBound.minutes : Int64(day.number)
    case .instant(let instant):
      window.earliest =
        time.isElapsed ? instant.minutes : Int64(Moment.instant(instant).civilDay.number)
    case .notCome: break
    case .unknown: return nil
    }
    return window
  }

  /// Lets a clock run on to an hour of the next day that a calendar counts; the end of an extension
  /// stays on its own day.
  private func runOn(_ window: ClockWindow, _ time: Timeline, _ check: inout Check) -> Clock {
    guard edition.mayRunOn, let ending = edition.body.endsAt, let days = edition.endingCalendar,
      !time.isElapsed, !check.flags.contains(.extended)
    else { return .runs(window, time) }
    let last = CivilDay(number: Int32(window.due))
    guard let isCounted = days.isWorkingDay(last) else { return .unknown(.outsideCalendar) }
    guard !isCounted else { return .runs(window, time) }
    guard let next = days.day(1, workingDaysAfter: last),
      let hour = Moment.minute(LocalMinute(day: next, minuteOfDay: Int16(ending.minuteOfDay)))
        .instants,
      let start = evaluability.minutes.ticks(window.startMoment)
    else { return .unknown(.outsideCalendar) }
    check.flags.insert(.ranOn)
    check.due = .instant(hour.lowerBound)
    var later = window
    later.start = start.lowerBound
    later.due = hour.lowerBound.minutes
    later.earliest = .min
    return .runs(later, evaluability.minutes)
  }

  /// Moves the end of a longest time by the extensions that were granted on or before it.
  private func extend(
    _ due: Int64, _ extensions: RuleExtensions, _ time: Timeline, _ check: inout Check,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Int64? {
    var due = due
    var granted: [Candidate] = []
    for (row, event) in record.events.enumerated()
    where event.type == extensions.by && (event.state == .held || event.state == .unread)
      && Belonging.truth(
        of: event.process, at: event.at, vocabulary.homes[event.type],
        scope(at: event.at, trigger.feeds), record) == .yes
      && !Judge.isAfter(event.at, asOf: evaluability.asOf)
    {
      var grant = Candidate(
        event: Int32(row), at: event.at, counts: event.state == .held ? .yes : .unknown,
        mayBelongElsewhere: false, feeds: event.feeds)
      grant.doubt = .rowSetAside
      granted.append(grant)
    }
    // One without a known day may have come first, so that those after it are in time as well.
    granted.sort { left, right in
      left.at.isKnown == right.at.isKnown
        ? Judge.isListedBefore(left.at, right.at) : !left.at.isKnown
    }
    var used = 0
    // Of a grant on an unknown day that runs from it, nobody knows after which others it came.
    var unplaced = 0
    for grant in granted where used < extensions.count ?? .max {
      guard split.decide(grant.counts, ReasonSet(grant.doubt)) else { continue }
      let counts: Bool
      if let range = time.ticks(grant.at) {
        counts =
          range.upperBound <= due
          || range.lowerBound <= due && split.choose(2, .timeNeeded) == 0
      } else {
        let reason: Reason = grant.at.precision == .unreadable ? .dateUnreadable : .dateMissing
        counts = split.choose(2, reason) == 0
      }
      guard counts else { continue }
      // At the latest it came on the end that it moves.
      let from = extensions.isFromGrant ? time.ticks(grant.at)?.lowerBound ?? due : due
      guard let later = time.due(extensions.each, after: from, calendar: edition.calendar) else {
        return nil
      }
      due = max(due, later)
      used += 1
      if extensions.isFromGrant, !grant.at.isKnown { unplaced += 1 }
      check.flags.insert(.extended)
    }
    for _ in 0..<unplaced {
      guard let later = time.due(extensions.each, after: due, calendar: edition.calendar) else {
        return nil
      }
      due = later
    }
    return due
  }

  /// The day that a term comes to; nil where it is not known or has not come.
  func day(of term: CompiledEdition.Term, from start: Moment, _ record: ChildRecord) -> CivilDay? {
    guard let tick = evaluability.days.ticks(start)?.lowerBound,
      case .known(let day) = day(
        term.kind, from: start, tick, evaluability.days, scope(at: start, trigger.feeds), record)
    else { return nil }
    return day
  }

  // MARK: Terms

  private func day(
    _ kind: LimitTerm.Kind, from start: Moment, _ tick: Int64, _ time: Timeline,
    _ scope: ConditionScope, _ record: ChildRecord
  ) -> Day {
    switch kind {
    case .afterStart(let limit): return day(limit, after: start, tick, time)
    case .after(let limit, let anchor):
      guard case .known(let day) = self.day(anchor, scope, record) else {
        return self.day(anchor, scope, record)
      }
      return DueDate.day(limit, after: day, calendar: edition.calendar).map { .known($0) }
        ?? .unknown(.outsideCalendar)
    case .before(let limit, let anchor):
      guard case .known(let day) = self.day(anchor, scope, record) else {
        return self.day(anchor, scope, record)
      }
      return DueDate.day(limit, before: day, calendar: edition.calendar).map { .known($0) }
        ?? .unknown(.outsideCalendar)
    case .on(let anchor): return day(anchor, scope, record)
    case .recorded(let attribute):
      switch Links.recordedValue(attribute, scope, record) {
      case .moment(let moment): return known(moment)
      case nil: return .unknown(.valueMissing)
      case .truth, .code, .role, .number, .limit, .unreadable: return .unknown(.dateUnreadable)
      }
    case .own(let attribute, let ceiling):
      var limits: [Limit] = ceiling.map { [$0] } ?? []
      switch Links.valueInForce(attribute, scope, record) {
      case .limit(let limit): limits.append(limit)
      case nil where ceiling != nil: break
      case nil, .truth, .code, .role, .number, .moment, .unreadable:
        return .unknown(.valueMissing)
      }
      var first: CivilDay?
      for limit in limits {
        guard let start = start.day,
          let day = DueDate.day(limit, after: start, calendar: edition.calendar)
        else { return .unknown(.outsideCalendar) }
        first = min(first ?? day, day)
      }
      return first.map { .known($0) } ?? .unknown(.valueMissing)
    }
  }

  private func day(
    _ limit: Limit, after start: Moment, _ tick: Int64, _ time: Timeline
  ) -> Day {
    switch limit.unit {
    case .hours: return .instant(DueDate.instant(limit, after: Instant(minutes: tick)))
    case .workingHours:
      guard let hours = edition.officeHours,
        let end = DueDate.instant(
          limit, after: Instant(minutes: tick), in: hours, calendar: edition.calendar)
      else { return .unknown(.outsideCalendar) }
      return .instant(end)
    case .workingDays, .days, .weeks, .months:
      return DueDate.day(limit, after: start.civilDay, calendar: edition.calendar)
        .map { .known($0) } ?? .unknown(.outsideCalendar)
    }
  }

  private func known(_ moment: Moment) -> Day {
    switch moment.precision {
    case .day, .minute: .known(moment.civilDay)
    case .unreadable: .unknown(.dateUnreadable)
    case .missing: .unknown(.dateMissing)
    case .absent: .notCome
    }
  }

  /// The day that an anchor is.
  private func day(_ anchor: DayAnchor, _ scope: ConditionScope, _ record: ChildRecord) -> Day {
    switch anchor {
    case .childBorn:
      // Without a birth and without an expected one it is open whether it has come.
      return record.born.precision == .absent && record.expected.precision == .absent
        ? .unknown(.dateMissing) : known(record.born)
    case .childExpected:
      return record.expected.precision == .absent
        ? .unknown(.dateMissing) : known(record.expected)
    case .childTurns(let age):
      guard record.born.isKnown else {
        return record.born.precision == .absent
          ? (record.expected.precision == .absent ? .unknown(.dateMissing) : .notCome)
          : known(record.born)
      }
      return .known(record.born.civilDay.birthday(age))
    case .opened(let kind):
      guard let row = Links.process(of: kind, near: scope.process, at: scope.at, in: record)
      else { return withoutOne(of: kind, scope, record) }
      return known(record.processes[Int(row)].opened)
    case .closed(let kind):
      guard let row = Links.process(of: kind, near: scope.process, at: scope.at, in: record)
      else { return withoutOne(of: kind, scope, record) }
      return known(record.processes[Int(row)].closed)
    case .first(let type): return event(type, isFirst: true, scope, record)
    case .last(let type): return event(type, isFirst: false, scope, record)
    case .recorded(let attribute):
      switch Links.recordedValue(attribute, scope, record) {
      case .moment(let moment): return known(moment)
      case nil: return .notCome
      case .truth, .code, .role, .number, .limit, .unreadable: return .unknown(.dateUnreadable)
      }
    }
  }

  /// What an anchor is where no process of a kind is the trigger's: it has not come, unless one of the
  /// child's that had opened may be.
  private func withoutOne(
    of kind: ProcessKind, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Day {
    let mayBeOne = record.processes.indices.contains { row in
      let process = record.processes[row]
      return process.kind == kind && !Judge.isBefore(scope.at, process.opened)
        && Links.relation(of: Int32(row), to: scope.process, in: record) == .open
    }
    return mayBeOne ? .unknown(.linkUnclear) : .notCome
  }

  private func event(
    _ type: EventType, isFirst: Bool, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Day {
    var linked: [Moment] = []
    var others: [Moment] = []
    for event in record.events
    where event.type == type && event.state == .held
      && !Judge.isAfter(event.at, asOf: evaluability.asOf)
    {
      switch Links.relation(of: event.process, to: scope.process, in: record) {
      case .linked: linked.append(event.at)
      case .open: others.append(event.at)
      case .foreign: continue
      }
    }
    guard !UnreadEvents.mayHold(type, for: scope.process, in: record) else {
      return .unknown(.rowSetAside)
    }
    let found = (linked.isEmpty ? others : linked).sorted(by: Judge.isListedBefore)
    guard let last = found.last else {
      return scope.rule.seen.contains(type) ? .notCome : .unknown(.notCarried)
    }
    // What is not known stands last, and might be either.
    guard last.isKnown else { return known(last) }
    return known(isFirst ? found[0] : last)
  }

  /// The moment at which something counts as received: out of hours, on the next working day.
  func rolled(_ moment: Moment, _ split: inout CaseSplit) -> Moment {
    guard edition.rollsToWorkingDay, let hours = edition.officeHours,
      let isWorking = edition.calendar.isWorkingDay(moment.civilDay)
    else { return moment }
    var isNextDay = !isWorking
    if isWorking {
      if moment.precision == .minute {
        if moment.minuteOfDay < hours.opens { return .day(moment.civilDay) }
        isNextDay = Int(moment.minuteOfDay) > hours.closes
      } else {
        isNextDay = split.choose(2, .timeNeeded) == 1
      }
    }
    guard isNextDay else { return moment }
    return edition.calendar.day(1, workingDaysAfter: moment.civilDay).map { .day($0) } ?? moment
  }
}
