import CaseModel
import Clocks

extension Judge {
  /// Finds the moments at which a clock may have started.
  ///
  /// - Returns: whether the rule's first way to find it failed and a fallback was used.
  mutating func findStarts(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ evaluability: RuleEvaluability,
    _ record: ChildRecord
  ) -> Bool {
    let asOf = evaluability.asOf
    workspace.starts.removeAll(keepingCapacity: true)
    workspace.startDoubts = ReasonSet(.startUnclear)
    guard edition.hasStarts, let rule = edition.body.starts else {
      workspace.starts.append(Workspace.Start(moment: trigger.moment, event: trigger.event))
      return false
    }
    defer { addUnreadStarts(trigger, edition, record) }
    for (place, term) in rule.terms.enumerated() {
      if let condition = edition.startConditions[place] {
        let scope = ConditionScope(
          process: trigger.process, event: trigger.event, at: trigger.moment,
          feeds: trigger.feeds, rule: evaluability, calendar: edition.calendar)
        let truth = condition.truth(scope, record)
        if truth == .no { continue }
        if truth == .unknown {
          workspace.startDoubts = condition.doubts(scope, record)
          addWay(term.way, trigger, asOf, record)
          addFallbacks(rule.terms.dropFirst(place + 1), trigger, asOf, record)
          return true
        }
      }
      let isCertain = addWay(term.way, trigger, asOf, record)
      if !isCertain, !workspace.starts.isEmpty {
        addFallbacks(rule.terms.dropFirst(place + 1), trigger, asOf, record)
        return true
      }
      if !workspace.starts.isEmpty { return place > 0 }
      if case .latestOf = term.way {
        // Until all of them have happened there is no start, and no other way to one.
        workspace.starts.append(Workspace.Start(moment: trigger.moment, event: trigger.event))
        return false
      }
    }
    // Nothing marked and no dated fallback: each unmarked event is tried.
    for term in rule.terms {
      guard case .flagged(let type, _) = term.way else { continue }
      addEvents(of: type, trigger, asOf, record) { _ in true }
      preferOwn(trigger, record)
    }
    if workspace.starts.isEmpty {
      // A rule that names no other way has no start then, and none is made up.
      workspace.starts.append(Workspace.Start(moment: .missing, event: -1))
    }
    return true
  }

  /// Adds what the ways behind one find, where that one may be the way or not: both are tried.
  private mutating func addFallbacks(
    _ terms: ArraySlice<RuleStart.Term>, _ trigger: JudgeTrigger, _ asOf: Moment,
    _ record: ChildRecord
  ) {
    let tried = workspace.starts
    workspace.starts.removeAll(keepingCapacity: true)
    for rest in terms where workspace.starts.isEmpty {
      addWay(rest.way, trigger, asOf, record)
    }
    if workspace.starts.isEmpty {
      workspace.starts.append(Workspace.Start(moment: .missing, event: -1))
    }
    for start in tried where !workspace.starts.contains(where: { $0.moment == start.moment }) {
      workspace.starts.append(start)
    }
  }

  /// Adds the starts that one way finds; none where it finds none.
  ///
  /// - Returns: whether the record says that they are the trigger's and not another's.
  @discardableResult
  private mutating func addWay(
    _ way: RuleStart.Way, _ trigger: JudgeTrigger, _ asOf: Moment, _ record: ChildRecord
  ) -> Bool {
    switch way {
    case .flagged(let type, let flag):
      addEvents(of: type, trigger, asOf, record) { row in
        record.value(flag, ofEvent: row) == .truth(true)
      }
      return preferOwn(trigger, record)
    case .first(let type):
      addEvents(of: type, trigger, asOf, record) { _ in true }
      keepOne { Judge.isListedBefore($0.moment, $1.moment) }
    case .last(let type):
      addEvents(of: type, trigger, asOf, record) { row in
        guard let day = record.events[Int(row)].at.day, let limit = trigger.moment.day else {
          return true
        }
        return day <= limit
      }
      keepOne { Judge.isListedBefore($1.moment, $0.moment) }
      if trigger.moment.day == nil, !workspace.starts.isEmpty {
        // Which of them lies before a moment that is not known is not known either.
        workspace.starts = [
          Workspace.Start(moment: trigger.moment, event: trigger.event)
        ]
      }
    case .latestOf(let types):
      var latest: Workspace.Start?
      for type in types {
        addEvents(of: type, trigger, asOf, record) { _ in true }
        keepOne { Judge.isListedBefore($0.moment, $1.moment) }
        // Until all of them have happened there is no start.
        guard let first = workspace.starts.first else { return true }
        workspace.starts.removeAll(keepingCapacity: true)
        let isLater = latest.map { Judge.isListedBefore($0.moment, first.moment) } ?? true
        if isLater { latest = first }
      }
      if let latest { workspace.starts.append(latest) }
    case .opened(let kind):
      if let row = Links.process(
        of: kind, near: trigger.process, at: trigger.moment, in: record)
      {
        let opened = record.processes[Int(row)].opened
        if opened.precision != .absent, opened.precision != .missing {
          workspace.starts.append(Workspace.Start(moment: opened, event: -1))
        }
      }
    }
    return true
  }

  private mutating func addEvents(
    of type: EventType, _ trigger: JudgeTrigger, _ asOf: Moment, _ record: ChildRecord,
    where counts: (Int32) -> Bool
  ) {
    for (row, event) in record.events.enumerated()
    where event.type == type && event.state == .held {
      guard Links.relation(of: event.process, to: trigger.process, in: record) == .linked,
        !Judge.isAfter(event.at, asOf: asOf), counts(Int32(row))
      else { continue }
      workspace.starts.append(Workspace.Start(moment: event.at, event: Int32(row)))
    }
    if workspace.starts.isEmpty { addBounds(of: type, trigger, asOf, record) }
    // The order of records must not matter.
    workspace.starts.sort { Judge.isListedBefore($0.moment, $1.moment) }
  }

  /// Adds the openings or closings that the record has without an event of their own.
  private mutating func addBounds(
    of type: EventType, _ trigger: JudgeTrigger, _ asOf: Moment, _ record: ChildRecord
  ) {
    for bound in compiled.vocabulary.bounds(of: type) {
      for row in record.processes.indices where record.processes[row].kind == bound.kind {
        guard let at = Links.unlisted(bound, Int32(row), in: record),
          Links.relation(of: Int32(row), to: trigger.process, in: record) == .linked,
          !Judge.isAfter(at, asOf: asOf)
        else { continue }
        workspace.starts.append(Workspace.Start(moment: at, event: -1))
      }
    }
  }

  /// Drops events of what the trigger's process lies in, where the process has some of its own: an
  /// episode may hold the discussion that started another enquiry.
  ///
  /// - Returns: whether the record says of those left that they are the trigger's.
  @discardableResult
  private mutating func preferOwn(_ trigger: JudgeTrigger, _ record: ChildRecord) -> Bool {
    guard trigger.process >= 0 else { return true }
    func isOwn(_ start: Workspace.Start) -> Bool {
      start.event < 0
        || Links.isSameOrInside(
          record.events[Int(start.event)].process, of: trigger.process, in: record)
    }
    let own = workspace.starts.filter(isOwn)
    guard own.isEmpty else {
      workspace.starts = own
      return true
    }
    var isCertain = true
    workspace.starts = workspace.starts.filter { start in
      let isAnothers = isNearerToAnother(start, trigger, record)
      if isAnothers == .unknown { isCertain = false }
      return isAnothers != .yes
    }
    return isCertain
  }

  /// Whether another process of the trigger's kind, to which an event may belong as well, opened
  /// nearer to it.
  private func isNearerToAnother(
    _ start: Workspace.Start, _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> Truth {
    let own = record.processes[Int(trigger.process)]
    let process = record.events[Int(start.event)].process
    var truth = Truth.no
    for row in record.processes.indices {
      let other = record.processes[row]
      guard Int32(row) != trigger.process, other.kind == own.kind,
        Links.isSameOrInside(Int32(row), of: process, in: record)
      else { continue }
      guard let day = start.moment.day, let opened = own.opened.day, let otherDay = other.opened.day
      else {
        truth = Truth.or(truth, .unknown)
        continue
      }
      truth = Truth.or(
        truth, Truth(abs(otherDay.days(since: day)) < abs(opened.days(since: day))))
    }
    return truth
  }

  private mutating func keepOne(
    _ precedes: (Workspace.Start, Workspace.Start) -> Bool
  ) {
    let known = workspace.starts.filter { $0.moment.isKnown }
    guard known.count == workspace.starts.count, let one = known.min(by: precedes) else { return }
    workspace.starts = [one]
  }
}
