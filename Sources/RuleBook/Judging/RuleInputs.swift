import CaseModel
import Clocks
import Output

/// What a rule needs of the feeds, and what of it they do not carry.
struct RuleInputs {
  /// The types that satisfy the rule.
  private(set) var satisfying: [EventType] = []
  /// The types that end its clock.
  private(set) var stopping: [EventType] = []
  /// What no feed carries and the rule cannot do without, in words.
  private(set) var missing: [String] = []
  /// What could also satisfy the rule or stop its clock and no feed carries, in words.
  private(set) var stopsMissing: [String] = []

  let body: RuleBody
  let vocabulary: Vocabulary

  init(_ body: RuleBody, vocabulary: Vocabulary) {
    self.body = body
    self.vocabulary = vocabulary
  }

  /// Compares what is needed with what the feeds carry.
  mutating func look(at feeds: [Feed]) {
    lookAtTrigger(feeds)
    lookAtConditions(feeds)
    for input in body.requirement.form.inputs { look(at: input, feeds) }
    lookAtStops(feeds)
  }

  private mutating func need(_ types: [EventType], _ feeds: [Feed]) {
    guard !types.isEmpty, !feeds.contains(where: { feed in types.contains { feed.carries($0) } })
    else { return }
    add(types.map { vocabulary[$0].name }.joined(separator: " or "))
  }

  mutating func add(_ words: String) {
    if !missing.contains(words) { missing.append(words) }
  }

  private mutating func lookAtTrigger(_ feeds: [Feed]) {
    switch body.forEach.target {
    case .process(let kind):
      // A process whose opening nobody carries still has a clock where rows lie in it, or where
      // another event starts it.
      let types = [vocabulary[kind].openedBy] + (body.starts?.events ?? [])
      let isNamed = feeds.contains { feed in
        feed.processes.contains(kind) || types.contains { feed.carries($0) }
      }
      if !isNamed { add(vocabulary[kind].name) }
    case .event(let type):
      // What is planned can be looked back from, also where no list says that it was held.
      let isStated = feeds.contains { $0.stated.contains(type) }
      if !(isStated && body.requirement.form.family == .before) { need([type], feeds) }
    }
    // Where there is no other way to the start, what starts the clock must be seen.
    guard let starts = body.starts, starts.terms.count == 1 else { return }
    for type in starts.events { need([type], feeds) }
  }

  private mutating func look(at input: RequirementInput, _ feeds: [Feed]) {
    switch input {
    case .satisfier(let satisfier): look(at: satisfier, feeds)
    case .closing: needClosing(feeds)
    case .extensions(let type): satisfying.append(type)
    case .event(let type):
      satisfying = [type]
      need([type], feeds)
    case .participants: needParticipants(feeds)
    case .attributes(let condition): needAttributes(condition.attributes, feeds)
    case .chair: needAttributes(["chair"].compactMap { vocabulary.attribute($0) }, feeds)
    }
  }

  private mutating func look(at satisfier: RuleSatisfier, _ feeds: [Feed]) {
    satisfying = satisfier.types
    // Where one of each is needed, one that is late or missing can still be seen.
    need(satisfier.types, feeds)
    if !satisfier.needsAll, missing.isEmpty {
      for type in satisfier.types where !feeds.contains(where: { $0.carries(type) }) {
        stopsMissing.append(vocabulary[type].word)
      }
    }
    if satisfier.recipients == .allWhoAttended { needParticipants(feeds) }
  }

  private mutating func needClosing(_ feeds: [Feed]) {
    guard case .process(let kind) = body.forEach.target else { return }
    satisfying = [vocabulary[kind].closedBy]
    need(satisfying, feeds)
  }

  private mutating func needParticipants(_ feeds: [Feed]) {
    guard case .event(let type) = body.forEach.target,
      feeds.contains(where: { $0.carries(type) }),
      !feeds.contains(where: {
        ($0.events[type]?.participants ?? EventCoverage.Participants.none) != .none
      })
    else { return }
    add("who took part in \(English.one(vocabulary[type].name))")
  }

  /// Needs at least one of some attributes; where there are none, needs nothing.
  private mutating func needAttributes(_ attributes: [Attribute], _ feeds: [Feed]) {
    guard !attributes.isEmpty,
      !attributes.contains(where: { name in feeds.contains { $0.attributes.contains(name) } })
    else { return }
    add(attributes.map(words).joined(separator: " or "))
  }

  private mutating func lookAtStops(_ feeds: [Feed]) {
    for stop in body.stops {
      switch stop.fact {
      case .childDied:
        stopping(vocabulary.event("child_died"), "the child's death", feeds)
      case .childTurns:
        stopping(vocabulary.event("child_born"), "the child's date of birth", feeds)
      case .closed(let kind):
        let type = vocabulary[kind].closedBy
        stopping(type, vocabulary[type].word, feeds)
      case .opened(let kind):
        let type = vocabulary[kind].openedBy
        stopping(type, vocabulary[type].word, feeds)
      case .happened(let type): stopping(type, vocabulary[type].word, feeds)
      case .closedFor(let kind, let words):
        if feeds.contains(where: { $0.closeReasons.contains(kind) }) {
          stopping.append(vocabulary[kind].closedBy)
        } else {
          stopsMissing.append(
            "\(vocabulary[kind].word) closed because \(words.joined(separator: " or "))")
        }
      }
    }
    if let kind = body.whileOpen { stopping.append(vocabulary[kind].closedBy) }
    for type in body.waivers { stopping(type, vocabulary[type].word, feeds) }
  }

  private mutating func stopping(_ type: EventType?, _ words: String, _ feeds: [Feed]) {
    guard let type else { return }
    if feeds.contains(where: { $0.carries(type) }) {
      stopping.append(type)
    } else {
      stopsMissing.append(words)
    }
  }
}

extension RuleBody {
  /// The types of event by which what was asked for comes to be not required later.
  ///
  /// As what stops a clock, one that no feed carries is taken as not having happened, and is said on
  /// the report.
  var waivers: [EventType] { isNotRequiredReadSoFar ? notRequired?.countedTypes ?? [] : [] }
}

extension Condition {
  /// The types of event that it counts.
  fileprivate var countedTypes: [EventType] {
    switch self {
    case .not(let inner): inner.countedTypes
    case .all(let parts), .any(let parts): parts.flatMap(\.countedTypes)
    case .count(let query, _, _): [query.type]
    case .eventAttribute, .processAttribute, .closeReason, .isOpen, .isClosed, .isOpenFor,
      .outcome, .eventState, .childDied, .childUnborn, .childAge, .onWorkingDay:
      []
    }
  }

  /// The attributes that it asks about.
  var attributes: [Attribute] {
    switch self {
    case .not(let inner): inner.attributes
    case .all(let parts), .any(let parts): parts.flatMap(\.attributes)
    case .eventAttribute(let attribute, _), .processAttribute(_, let attribute, _): [attribute]
    case .count(let query, _, _): query.filter?.attributes ?? []
    case .closeReason, .isOpen, .isClosed, .isOpenFor, .outcome, .eventState, .childDied,
      .childUnborn, .childAge, .onWorkingDay:
      []
    }
  }
}
