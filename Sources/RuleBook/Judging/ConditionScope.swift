import CaseModel
import Clocks

/// What a condition is asked about: a trigger of a record, an event, a time and some feeds.
struct ConditionScope {
  /// The process of the trigger; -1 for none.
  var process: Int32
  /// The event in question; -1 for none.
  var event: Int32
  /// The time in question: the clock's start, or the due day.
  var at: Moment
  /// The feeds that are believed.
  var feeds: FeedSet
  // A scope is made for every check and never outlives the compiled rules and the judge, which hold both:
  // counting references here was a tenth of all judging.
  /// What is the same for all checks of a rule.
  unowned(unsafe) let rule: RuleEvaluability
  /// The working days of the rule.
  unowned(unsafe) let calendar: WorkingDayCalendar

  /// The same question at another time.
  func at(_ moment: Moment) -> ConditionScope {
    var scope = self
    scope.at = moment
    return scope
  }
}

extension CompiledCondition {
  /// What the record lets one say of the condition.
  func truth(_ scope: ConditionScope, _ record: ChildRecord) -> Truth {
    switch self {
    case .not(let inner): return inner.truth(scope, record).negated
    case .all(let parts):
      return parts.reduce(.yes) { Truth.and($0, $1.truth(scope, record)) }
    case .any(let parts):
      return parts.reduce(.no) { Truth.or($0, $1.truth(scope, record)) }
    case .eventAttribute(let attribute, let isFlag, let test):
      if scope.event >= 0, let truth = test.truth(of: attribute, .event(scope.event), record) {
        return truth
      }
      if scope.process >= 0, let truth = test.truth(of: attribute, .process(scope.process), record)
      {
        return truth
      }
      return test.truth(of: nil, isFlag: isFlag)
    case .processAttribute(let kind, let attribute, let isFlag, let test):
      guard let row = Links.process(of: kind, linkedTo: scope.process, in: record) else {
        return test.truth(of: nil, isFlag: isFlag)
      }
      return test.truth(of: attribute, .process(row), record)
        ?? test.truth(of: nil, isFlag: isFlag)
    case .closeReason(let kind, let reasons):
      guard let row = Links.process(of: kind, linkedTo: scope.process, in: record) else {
        return .no
      }
      let process = record.processes[Int(row)]
      guard process.closed.precision != .absent else { return .no }
      return process.closeReason.isPresent ? Truth(reasons.contains(process.closeReason)) : .unknown
    case .isOpen(let kind, let type): return isOpen(kind, type, scope, record)
    case .isClosed(let kind, let type): return isClosed(kind, type, scope, record)
    case .isOpenFor(let kind, let type, let limit):
      return isOpen(kind, type, longerThan: limit, scope, record)
    case .outcome(let codes):
      guard scope.event >= 0 else { return .unknown }
      let outcome = record.events[Int(scope.event)].outcome
      return outcome.isPresent ? Truth(codes.contains(outcome)) : .unknown
    case .eventState(let type, let home, let state):
      return eventState(type, home, state, scope, record)
    case .count(let query, let comparison, let number):
      return count(query, comparison, number, scope, record)
    case .childDied: return Truth(record.died.precision != .absent)
    case .childUnborn: return isUnborn(scope, record)
    case .childAge(let comparison, let number):
      guard let born = record.born.day else {
        // A child who is expected is younger than any child who was born.
        guard record.born.precision == .absent, record.expected.precision != .absent else {
          return .unknown
        }
        return Truth(comparison.holds(-1, number))
      }
      guard let day = scope.at.day else { return .unknown }
      func holds(on day: CivilDay) -> Bool {
        comparison.holds(born > day ? -1 : born.age(on: day), number)
      }
      switch record.died.precision {
      case .absent: return Truth(holds(on: day))
      case .day, .minute:
        // Nobody grows older after death.
        return Truth(holds(on: min(day, record.died.civilDay)))
      case .missing, .unreadable:
        let isTold = holds(on: day)
        return isTold == holds(on: min(born, day)) ? Truth(isTold) : .unknown
      }
    case .onWorkingDay:
      let at = scope.event >= 0 ? record.events[Int(scope.event)].at : scope.at
      guard let day = at.day, let isWorking = scope.calendar.isWorkingDay(day) else {
        return .unknown
      }
      return Truth(isWorking)
    }
  }

  /// Whether a process of a kind is open at the time in question: the linked one where there is
  /// one, else any of the child's.
  private func isOpen(
    _ kind: ProcessKind, _ opening: EventType, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Truth {
    func isOpen(_ process: ProcessRow) -> Truth {
      let hasOpened = CompiledCondition.isInOrder(process.opened, scope.at)
      guard hasOpened != .no, process.closed.precision != .absent else { return hasOpened }
      return Truth.and(hasOpened, CompiledCondition.isInOrder(scope.at, process.closed))
    }
    if let row = Links.process(of: kind, linkedTo: scope.process, in: record) {
      return isOpen(record.processes[Int(row)])
    }
    var truth = Truth.no
    for process in record.processes where process.kind == kind {
      truth = Truth.or(truth, isOpen(process))
    }
    // That there is none can only be seen where some feed would show it.
    return truth == .no && !scope.rule.carries(opening, kind) ? .unknown : truth
  }

  /// Whether a process of a kind has closed by the time in question.
  ///
  /// The linked one where there is one, else some of the child's and none is open. What never opened
  /// has not closed.
  private func isClosed(
    _ kind: ProcessKind, _ opening: EventType, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Truth {
    let hasOpened = record.processes.reduce(Truth.no) { truth, process in
      guard process.kind == kind else { return truth }
      return Truth.or(truth, CompiledCondition.isInOrder(process.opened, scope.at))
    }
    if hasOpened == .no { return scope.rule.carries(opening, kind) ? .no : .unknown }
    return Truth.and(hasOpened, isOpen(kind, opening, scope, record).negated)
  }

  /// Whether the process of a kind has been open for longer than a limit at the time in question.
  private func isOpen(
    _ kind: ProcessKind, _ opening: EventType, longerThan limit: Limit, _ scope: ConditionScope,
    _ record: ChildRecord
  ) -> Truth {
    guard let row = Links.process(of: kind, near: scope.process, at: scope.at, in: record) else {
      // Where none is open, none has been open for long; of several it is open which is meant.
      return isOpen(kind, opening, scope, record) == .no ? .no : .unknown
    }
    let opened = record.processes[Int(row)].opened
    guard let start = opened.day, let now = scope.at.day else { return .unknown }
    guard limit.unit == .hours else {
      guard let end = DueDate.day(limit, after: start, calendar: scope.calendar) else {
        return .unknown
      }
      return Truth(now > end)
    }
    guard let starts = opened.instants, let times = scope.at.instants else { return .unknown }
    let first = DueDate.instant(limit, after: starts.lowerBound)
    let last = DueDate.instant(limit, after: starts.upperBound)
    if times.lowerBound > last { return .yes }
    return times.upperBound <= first ? .no : .unknown
  }

  private func isUnborn(_ scope: ConditionScope, _ record: ChildRecord) -> Truth {
    switch record.born.precision {
    case .absent: return record.expected.precision == .absent ? .unknown : .yes
    case .missing, .unreadable: return .unknown
    case .day, .minute:
      guard let born = record.born.day, let day = scope.at.day else { return .unknown }
      return Truth(born > day)
    }
  }

  /// Whether the trigger has an event of a type in a state.
  ///
  /// An event recorded as not required whose date cannot be read stands for a mark that cannot be
  /// read, so that it is open whether it was set.
  private func eventState(
    _ type: EventType, _ home: ProcessKind?, _ state: EventState, _ scope: ConditionScope,
    _ record: ChildRecord
  ) -> Truth {
    var truth = Truth.no
    let telling = scope.rule.feeds(thatTellOf: type, believed: scope.feeds)
    for event in record.events
    where event.type == type && event.state == state && !event.feeds.isDisjoint(with: telling) {
      let isOwn = Belonging.truth(ofMark: event, home, scope, record)
      let isMarkUnreadable = state == .notRequired && event.at.precision == .unreadable
      truth = Truth.or(truth, isMarkUnreadable ? Truth.and(isOwn, .unknown) : isOwn)
    }
    if truth == .no, UnreadEvents.mayHold(type, for: scope.process, in: record) { return .unknown }
    return truth
  }

  /// Whether the number of events up to the time in question stands so to another.
  private func count(
    _ query: Query, _ comparison: Condition.Comparison, _ number: Int, _ scope: ConditionScope,
    _ record: ChildRecord
  ) -> Truth {
    var certain = 0
    var possible = 0
    let telling = scope.rule.feeds(thatTellOf: query.type, believed: scope.feeds)
    for (row, event) in record.events.enumerated()
    where event.type == query.type && (event.state == .held || event.state == .unread)
      && (!event.feeds.isDisjoint(with: telling)
        || CompiledCondition.isBound(event, query, scope, record))
    {
      var truth = Truth.and(
        CompiledCondition.isWithin(event.at, query.within, scope),
        query.belongs(event.process, at: event.at, scope, record))
      if truth != .no, let filter = query.filter {
        var own = scope
        (own.process, own.event, own.at) = (event.process, Int32(row), event.at)
        truth = Truth.and(truth, filter.truth(own, record))
      }
      if event.state == .unread { truth = Truth.and(truth, .unknown) }
      if truth != .no { possible += 1 }
      if truth == .yes { certain += 1 }
    }
    for bound in query.bounds {
      for row in record.processes.indices where record.processes[row].kind == bound.kind {
        guard let at = Links.unlisted(bound, Int32(row), in: record) else { continue }
        var truth = Truth.and(
          CompiledCondition.isWithin(at, query.within, scope),
          query.belongs(Int32(row), at: at, scope, record))
        if truth != .no, let filter = query.filter {
          // Without an event of its own, what opened or closed is asked of the process.
          var own = scope
          (own.process, own.event, own.at) = (Int32(row), -1, at)
          truth = Truth.and(truth, filter.truth(own, record))
        }
        if truth != .no { possible += 1 }
        if truth == .yes { certain += 1 }
      }
    }
    if !scope.rule.seen.contains(query.type) { possible += max(1, number) }
    let holds = (certain...possible).contains { comparison.holds($0, number) }
    let fails = (certain...possible).contains { !comparison.holds($0, number) }
    return holds && fails ? .unknown : Truth(holds)
  }

  /// Whether an event opens or closes a process that the believed feeds hold too: for them it is
  /// open and closed as the joined process is, and so they have the event.
  private static func isBound(
    _ event: EventRow, _ query: Query, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Bool {
    guard event.process >= 0 else { return false }
    let process = record.processes[Int(event.process)]
    return query.bounds.contains { $0.kind == process.kind }
      && !process.feeds.isDisjoint(with: scope.feeds)
  }

  /// Whether one moment is not after another: by minutes where both have one, by days where neither
  /// has, and unknown on one day where only one of them has.
  static func isInOrder(_ first: Moment, _ second: Moment) -> Truth {
    guard let day = first.day, let other = second.day else { return .unknown }
    guard day == other else { return Truth(day < other) }
    guard first.hasTime == second.hasTime else { return .unknown }
    return Truth(!Judge.isBefore(second, first))
  }

  /// Whether an event lies at or before the time in question, and no longer ago than a limit.
  private static func isWithin(
    _ moment: Moment, _ limit: Limit?, _ scope: ConditionScope
  ) -> Truth {
    guard let day = moment.day, let now = scope.at.day else { return .unknown }
    if day > now || Judge.isBefore(scope.at, moment) { return .no }
    guard let limit, !limit.isElapsed else { return .yes }
    guard let last = DueDate.day(limit, after: day, calendar: scope.calendar) else {
      return .unknown
    }
    return Truth(last >= now)
  }
}
