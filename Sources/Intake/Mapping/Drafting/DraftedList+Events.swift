import CaseModel

extension DraftedList {
  /// What a column of dates is taken for.
  private enum Meaning {
    case event(EventType)
    case question([EventType], String)
  }

  /// Takes columns of dates for those of events, and asks where more than one thing could be meant.
  mutating func addDates(_ columns: [SampledColumn]) {
    var found: [(type: EventType, column: SampledColumn)] = []
    for column in columns where !isRefused(column) {
      switch meaning(column) {
      case .event(let type): found.append((type, column))
      case .question(let types, let question):
        ask(column.name, question, about: types.map { vocabulary[$0].word })
      }
    }
    var types: [EventType] = []
    for (type, _) in found where !types.contains(type) { types.append(type) }
    for type in types {
      let all = found.filter { $0.type == type }.map(\.column)
      let facts = all.filter(\.said.isFact)
      guard let column = all.count == 1 ? all.first : facts.count == 1 ? facts.first : nil else {
        for column in all {
          ask(column.name, "which of several dates of \(vocabulary[type].word)?")
        }
        continue
      }
      for other in all where other.name != column.name {
        ask(other.name, "another date of \(vocabulary[type].word)?")
      }
      addEvent(type, column)
    }
  }

  /// Whether a column of dates is none of an event: it is asked about, or kept for what is owed.
  private mutating func isRefused(_ column: SampledColumn) -> Bool {
    let said = column.said
    for (oddity, question) in [
      (SampledColumn.Oddity.monthFirst, "some of its dates have the month first"),
      (.shortYear, "years of two digits are not read; export it with four"),
    ] where column.oddities.contains(oddity) {
      ask(column.name, question)
      return true
    }
    if said.isNext {
      leave(column.name, "it is a day still to come, and of another event than this row's")
      return true
    }
    if let rank = said.plan {
      if said.isFact {
        ask(column.name, "is it the day that was planned, or the day on which it happened?")
      } else {
        taken.insert(column.name)
        plans.append((column, rank))
      }
      return true
    }
    return false
  }

  private func meaning(_ column: SampledColumn) -> Meaning {
    let said = column.said
    let isEnd = said.isEnd || (said.isCompletion && !said.isFact)
    var meaning =
      said.isStart != isEnd ? bound(said, isEnd: isEnd) : point(said)
    if case .event(let type) = meaning {
      if said.isAside {
        meaning = .question([type], "is it the day on which it happened, or that of a record?")
      } else if said.isFirst, !vocabulary[type].isOnce {
        meaning = .question(
          [type], "it holds the first alone; what came later would be missing. Is it all of")
      }
    }
    return meaning
  }

  /// The event that a column of dates is, where nothing says that it is a start or an end.
  private func point(_ said: DraftedName) -> Meaning {
    let types = things.events(said, near: context, beside: kindWords)
    guard let type = types.first, types.count == 1 else {
      return .question(types, "the date of which event?")
    }
    return .event(type)
  }

  /// The opening or the closing that a column of dates is.
  private func bound(_ said: DraftedName, isEnd: Bool) -> Meaning {
    let about = said.things
    let kinds: [ProcessKind]
    if about.isEmpty {
      kinds = ownKind.map { [$0] } ?? []
      if kinds.isEmpty {
        return .question(
          processes.map { bound(of: $0.kind, isEnd: isEnd) },
          "the date of which event?")
      }
    } else {
      let here = things.kinds(
        about, near: around, implied: kindWords, among: processes.map(\.kind))
      let named = things.kinds(about, near: [])
      kinds = here.isEmpty ? named : here
    }
    guard let kind = kinds.first, kinds.count == 1 else {
      let types = things.events(said, near: context, beside: kindWords)
      // `Visit completed` is no end of anything, and `open to` no event.
      if said.isCompletion, !said.isEnd, !said.isStart, types.count == 1 { return .event(types[0]) }
      return .question(types, "the date of which event?")
    }
    let type = bound(of: kind, isEnd: isEnd)
    // A bare start in a list of referrals need not be the day on which one came.
    guard !about.isEmpty || vocabulary[type].word != "referral_received" else {
      return .question([type], "is it the day of")
    }
    guard things.isPlainBound(type) || things.verb(of: type).map(said.all.contains) ?? false else {
      return .question([type], "is it the day of")
    }
    guard processes.contains(where: { $0.kind == kind }) || !isEnd else {
      return .question([type], "no column is the id of its process; is it the day of")
    }
    return .event(type)
  }

  private func bound(of kind: ProcessKind, isEnd: Bool) -> EventType {
    isEnd ? vocabulary[kind].closedBy : vocabulary[kind].openedBy
  }

  private mutating func addEvent(_ type: EventType, _ column: SampledColumn) {
    taken.insert(column.name)
    let bounds = vocabulary.bounds(of: type)
    if let opening = bounds.first(where: { !$0.isClosing }),
      !processes.contains(where: { $0.kind == opening.kind })
    {
      processes.append(Process(kind: opening.kind, column: nil))
      nest()
    }
    let own = processes.map(\.kind).filter { kind in bounds.contains { $0.kind == kind } }
    var event = Event(
      type: type, column: column.name,
      processes: own.isEmpty ? processes.map(\.kind).reversed() : own)
    event.isOfDays = !column.hasTimes
    event.isLatest = column.said.isLast
    events.append(event)
  }

  /// The column of the start of a process whose id is made up.
  func start(of process: Process) -> String? {
    events.first { $0.type == vocabulary[process.kind].openedBy }?.column
  }

  /// Takes the ids of events for those of the one that they are about.
  mutating func addIDs() {
    for (column, about) in eventIDs {
      let fitting = events.indices.filter { index in
        let event = events[index]
        guard event.column != nil, vocabulary.bounds(of: event.type).isEmpty else { return false }
        return things.events.contains { $0.type == event.type && about.isSubset(of: $0.thing.all) }
      }
      if fitting.count == 1, events[fitting[0]].id == nil {
        events[fitting[0]].id = column
      } else {
        ask(column, "an id of which process?")
      }
    }
  }

  /// Takes dates of what is owed for the due dates of the events that they are of.
  mutating func addPlans() {
    for (column, rank) in plans.sorted(by: { $0.rank < $1.rank }) {
      if let index = event(ofPlan: column.said), events[index].due == nil {
        events[index].due = (column.name, rank)
      } else {
        leave(column.name, "it is a day that was owed or planned, and none on which it happened")
      }
    }
  }

  /// The event that a date of what is owed is of; nil where it might be of several.
  private func event(ofPlan said: DraftedName) -> Int? {
    let dated = events.indices.filter { events[$0].column != nil }
    let points = dated.filter { vocabulary.bounds(of: events[$0].type).isEmpty }
    let closings = dated.filter {
      vocabulary.processClosed(by: events[$0].type).map { $0 == ownKind } ?? false
    }
    if said.things.isEmpty || (said.isEnd && points.isEmpty) {
      let fitting = points.isEmpty ? closings : points
      return fitting.count == 1 ? fitting[0] : nil
    }
    let fitting = points.compactMap { index -> (Int, Int)? in
      let type = events[index].type
      guard let thing = things.events.first(where: { $0.type == type })?.thing,
        !said.things.isDisjoint(with: thing.all)
      else { return nil }
      return thing.score(said.things, near: context, beside: kindWords).map { (index, $0) }
    }
    let best = DraftedThings.best(fitting)
    if best.count == 1 { return best[0] }
    // `Assessment target` is when the assessment is to be finished.
    let kinds = things.kinds(said.things, near: around)
    guard best.isEmpty, closings.count == 1, kinds.count == 1, kinds[0] == ownKind else {
      return nil
    }
    return closings[0]
  }
}
