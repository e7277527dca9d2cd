import CaseModel
import Faults
import Output
import YAMLReading

/// The event that satisfies a rule.
struct RuleSatisfier: Sendable, Hashable {
  /// What is asked of who it was sent to.
  enum Recipients: Sendable, Hashable {
    /// Nothing.
    case none
    /// It was sent to everybody who attended the trigger.
    case allWhoAttended
    /// It was sent to each of these roles.
    case each([Role])
  }

  /// The types of event.
  var types: [EventType]
  /// Whether one of each type is needed; else any of them will do.
  var needsAll = false
  /// Whether the second type only shows that the first has happened by then: where nobody carries
  /// the first, a late one of the second leaves open when that was.
  var isShownLater = false
  /// Which of the counting events satisfies: 1 for the first.
  var ordinal = 1
  /// What counts; nil for every one that was held.
  var filter: Condition?
  /// Whether an event on the day of the start does not count.
  var isAfterStartDay = false
  /// Whether an event before the start counts too.
  var isAlsoBeforeStart = false
  /// Who must have been served.
  var recipients: Recipients = .none
  /// Whether one event may serve several triggers.
  var mayBeShared = false
}

extension RuleSatisfier {
  /// Reads the event that a phrase names: `second core_group_held where CONDITION`.
  init(_ node: YAMLNode, _ vocabulary: Vocabulary) throws(Fault) {
    var reader = try PhraseReader(node, as: "met by", vocabulary: vocabulary)
    self.init(types: [])
    if reader.take(["any", "of"]) {
      types = try reader.bracketed { (reader) throws(Fault) in try reader.eventType() }
    } else if reader.take(["all", "of"]) {
      needsAll = true
      types = try reader.bracketed { (reader) throws(Fault) in try reader.eventType() }
    } else {
      if let word = reader.next, let index = English.ordinalWords.firstIndex(of: word) {
        reader.skip()
        ordinal = index + 1
      }
      types = [try reader.eventType()]
      if ordinal == 1, reader.take(["at", "the", "latest", "with"]) {
        isShownLater = true
        types.append(try reader.eventType())
      }
    }
    if reader.take("where") { filter = try reader.condition() }
    isAfterStartDay = reader.take(["after", "the", "start", "day"])
    isAlsoBeforeStart = reader.take(["also", "before", "the", "start"])
    if reader.take(["to", "all", "who", "attended"]) {
      recipients = .allWhoAttended
    } else if reader.take(["to", "each", "of"]) {
      recipients = .each(
        try reader.bracketed { (reader) throws(Fault) in try reader.role() })
    }
    mayBeShared = reader.take(["may", "be", "shared"])
    try reader.end()
  }
}

// The words that the sentences of several forms share.
extension RuleWords {
  /// The words for limits.
  var limits: LimitWords { LimitWords(words: self) }

  /// `Each section 47 enquiry`.
  func each(_ trigger: RuleTrigger) -> String { "Each \(name(trigger.target))" }

  /// `Each time that a child has 3 missing episodes within 28 days,`; nil where nothing is counted.
  func counted(_ trigger: RuleTrigger) -> String? {
    trigger.count.map { count in
      let name = English.plural(name(trigger.target))
      return "Each time that a child has \(count.reaches) \(name) within \(count.within),"
    }
  }

  /// `a core group`, `a second core group`.
  func events(_ satisfier: RuleSatisfier) -> String {
    let names = satisfier.types.map { English.one(vocabulary[$0].name) }
    if satisfier.ordinal > 1 {
      return
        "a \(English.ordinalWord(satisfier.ordinal)) \(vocabulary[satisfier.types[0]].name)"
    }
    if satisfier.isShownLater { return "\(names[0]), at the latest with \(names[1])," }
    return English.list(names, satisfier.needsAll ? .and : .or)
  }

  /// The same behind what it is asked of: what ends a process completes it, and a second event of
  /// one type is another.
  func events(_ satisfier: RuleSatisfier, of trigger: RuleTrigger) -> String {
    switch trigger.target {
    case .process(let kind) where satisfier.types == [vocabulary[kind].closedBy]:
      return "to be completed"
    case .event(let type) where satisfier.types.contains(type) && satisfier.ordinal == 1:
      let names = satisfier.types.map { vocabulary[$0].name }
      return "another \(English.list(names, satisfier.needsAll ? .and : .or))"
    case .process, .event: return events(satisfier)
    }
  }
}
