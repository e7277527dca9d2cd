import CaseModel
import Clocks

extension Judge {
  /// Finds the moments at which a clock may have started.
  ///
  /// - Returns: whether the rule's first way to find it failed and a fallback was used.
  mutating func findStarts(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition,
    _ evaluability: RuleEvaluability, _ record: ChildRecord
  ) -> Bool {
    let trigger = triggers[position]
    let question = StartQuestion(triggers: triggers, trigger: trigger, asOf: evaluability.asOf)
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
          addWay(term.way, question, record)
          addFallbacks(rule.terms.dropFirst(place + 1), question, record)
          return true
        }
      }
      let isCertain = addWay(term.way, question, record)
      if !isCertain, !workspace.starts.isEmpty {
        addFallbacks(rule.terms.dropFirst(place + 1), question, record)
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
      addEvents(of: type, question, record) { _ in .no }
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
    _ terms: ArraySlice<RuleStart.Term>, _ question: StartQuestion, _ record: ChildRecord
  ) {
    let tried = workspace.starts
    workspace.starts.removeAll(keepingCapacity: true)
    for rest in terms where workspace.starts.isEmpty {
      addWay(rest.way, question, record)
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
    _ way: RuleStart.Way, _ question: StartQuestion, _ record: ChildRecord
  ) -> Bool {
    let trigger = question.trigger
    switch way {
    case .flagged(let type, let flag):
      let isCertain = addEvents(of: type, question, record) { row in
        guard record.value(flag, ofEvent: row) == .truth(true) else { return .yes }
        // Of processes, the nearest is looked for below.
        return trigger.process < 0 ? question.isAnothers(row, record) : .no
      }
      return preferOwn(trigger, record) && isCertain
    case .first(let type):
      let isCertain = addEvents(of: type, question, record) { question.isAnothers($0, record) }
      keepOne { Judge.isListedBefore($0.moment, $1.moment) }
      return isCertain
    case .last(let type):
      let isCertain = addEvents(of: type, question, record) { row in
        let event = record.events[Int(row)]
        if let day = event.at.day, let limit = trigger.moment.day, day > limit { return .yes }
        return question.isAnothers(row, record)
      }
      keepOne { Judge.isListedBefore($1.moment, $0.moment) }
      if trigger.moment.day == nil, !workspace.starts.isEmpty {
        // Which of them lies before a moment that is not known is not known either.
        workspace.starts = [
          Workspace.Start(moment: trigger.moment, event: trigger.event)
        ]
      }
      return isCertain
    case .latestOf(let types):
      var latest: Workspace.Start?
      var isCertain = true
      for type in types {
        if !addEvents(of: type, question, record, where: { question.isAnothers($0, record) }) {
          isCertain = false
        }
        keepOne { Judge.isListedBefore($0.moment, $1.moment) }
        // Until all of them have happened there is no start.
        guard let first = workspace.starts.first else { return true }
        workspace.starts.removeAll(keepingCapacity: true)
        let isLater = latest.map { Judge.isListedBefore($0.moment, first.moment) } ?? true
        if isLater { latest = first }
      }
      if let latest { workspace.starts.append(latest) }
      return isCertain
    case .opened(let kind):
      if let row = Links.process(
        of: kind, near: trigger.process, at: trigger.moment, in: record)
      {
        let opened = record.processes[Int(row)].opened
        if opened.precision != .absent, opened.precision != .missing {
          workspace.starts.append(Workspace.Start(moment: opened, event: -1))
        }
      }
      return true
    }
  }

  /// Adds the events of a type that are the trigger's: those that are linked, else those that
  /// nothing but their date ties to it.
  ///
  /// - Parameters:
  ///   - type: their type.
  ///   - question: what a start is looked for.
  ///   - record: the child's record.
  ///   - isAnothers: whether an event that may be the trigger's is not, or is another's.
  /// - Returns: whether it is known of all of them that they are.
  @discardableResult
  private mutating func addEvents(
    of type: EventType, _ question: StartQuestion, _ record: ChildRecord,
    where isAnothers: (Int32) -> Truth
  ) -> Bool {
    var open: [Workspace.Start] = []
    var isCertain = true
    for (row, event) in record.events.enumerated()
    where event.type == type && event.state == .held
      && !Judge.isAfter(event.at, asOf: question.asOf)
    {
      let relation = Links.relation(
        of: event.process, to: question.trigger.process, in: record)
      guard relation != .foreign else { continue }
      let isOthers = isAnothers(Int32(row))
      guard isOthers != .yes else { continue }
      let start = Workspace.Start(moment: event.at, event: Int32(row))
      switch relation {
      case .linked: workspace.starts.append(start)
      case .open:
        open.append(start)
        if isOthers == .unknown { isCertain = false }
      case .foreign: continue
      }
    }
    if workspace.starts.isEmpty { addBounds(of: type, question, record) }
    if workspace.starts.isEmpty { workspace.starts = open } else { isCertain = true }
    // The order of records must not matter.
    workspace.starts.sort { Judge.isListedBefore($0.moment, $1.moment) }
    return isCertain
  }

  /// Adds the openings or closings that the record has without an event of their own.
  private mutating func addBounds(
    of type: EventType, _ question: StartQuestion, _ record: ChildRecord
  ) {
    for bound in compiled.vocabulary.bounds(of: type) {
      for row in record.processes.indices where record.processes[row].kind == bound.kind {
        guard let at = Links.unlisted(bound, Int32(row), in: record),
          Links.relation(of: Int32(row), to: question.trigger.process, in: record) == .linked,
          !Judge.isAfter(at, asOf: question.asOf)
        else { continue }
        workspace.starts.append(Workspace.Start(moment: at, event: -1))
      }
    }
  }

  /// Drops events that do not lie in the trigger's process, where the process has some of its own:
  /// an episode may hold the discussion that started another enquiry.
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
          || Links.relation(of: process, to: Int32(row), in: record) == .open
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

/// What a start is looked for, and among which triggers.
private struct StartQuestion {
  /// All triggers of the rule in the record.
  let triggers: [JudgeTrigger]
  /// The one in question.
  let trigger: JudgeTrigger
  /// The as-of.
  let asOf: Moment

  /// Whether an event that nothing but its date ties to the trigger is another trigger's; no for one
  /// that is linked.
  func isAnothers(_ row: Int32, _ record: ChildRecord) -> Truth {
    let event = record.events[Int(row)]
    guard Links.isByDate(row, to: trigger.process, in: record) else { return .no }
    guard Judge.isBefore(trigger.moment, event.at) else {
      return Belonging.isEarlier(
        event.process, at: event.at, event: row, triggers, trigger, record)
    }
    guard let position = triggers.firstIndex(where: { $0.trigger == trigger.trigger }) else {
      return .no
    }
    return Belonging.mayBeLater(row, triggers, position, record) ? .unknown : .no
  }
}
