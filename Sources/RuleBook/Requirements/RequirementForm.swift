import CaseModel
import Clocks
import Faults
import YAMLReading

/// A form of requirement: reading, needs, outcomes, branches and sentence.
///
/// A form with a clock is judged in `Judging`, by its ``CompiledEdition/Family``; a form about the
/// trigger judges itself, as a ``TriggerForm``.
protocol RequirementForm: Sendable, Hashable {
  /// The key that states it.
  static var key: Requirement.Key { get }

  /// Reads the value of the key.
  ///
  /// - Returns: nil where a part of it has a fault, which is in the diagnostics.
  static func read(
    _ source: RequirementSource, _ diagnostics: inout Diagnostics
  ) -> Requirement?

  /// The parts of the key's value that state the tiers, in the order of ``tierWords(_:)``.
  static func tierNodes(_ value: YAMLNode) -> [YAMLNode]

  /// The limits that the clock may have, each with its condition; empty for a form without one.
  var tiers: [RuleTier] { get }
  /// The event that satisfies it; nil for a form that no event satisfies.
  var satisfier: RuleSatisfier? { get }
  /// Whether it is about the triggering event itself, which no later event can mend.
  var isAboutTrigger: Bool { get }
  /// The way of judging.
  var family: CompiledEdition.Family { get }
  /// The conditions that judging asks, in an order of the form's own.
  var conditions: [Condition?] { get }
  /// The day before which the trigger may not happen; nil for none.
  var earliest: LimitTerm? { get }
  /// What a feed must carry so that it can be judged.
  var inputs: [RequirementInput] { get }

  /// What a check can come to, the outcomes that other keys bring aside.
  var outcomes: Set<Outcome> { get }
  /// Whether something else than what satisfies it can end the clock.
  var canStop: Bool { get }
  /// Whether no record can contradict the order of its days.
  var isAlwaysOrdered: Bool { get }
  /// The tiers in words; empty where there is only one.
  func tierWords(_ words: RuleWords) -> [String]

  /// How much it allows, held against what another rule asks for.
  func comparison(with national: Requirement) -> RuleComparison

  /// The sentence that says what is asked for of each trigger.
  func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String
}

extension RequirementForm {
  static func tierNodes(_ value: YAMLNode) -> [YAMLNode] { value.oneOrMore }

  var conditions: [Condition?] { [] }
  var earliest: LimitTerm? { nil }

  func tierWords(_ words: RuleWords) -> [String] {
    tiers.count > 1 ? tiers.map { words.limits.within([$0]) } : []
  }
}

/// A form that is about the triggering event itself: there is no clock, and nothing to wait for.
///
/// Due and satisfied are the trigger's own day. No later event mends it: a check is met, not met or
/// not evaluable.
protocol TriggerForm: RequirementForm {
  /// The outcome of one reading of a trigger to which the rule applies.
  func outcome(
    _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
    _ split: inout CaseSplit
  ) -> Outcome

  /// Whether it asks for something without making a duty of it: what is met then is *elapsed*.
  var isSoft: Bool { get }

  /// Sets the days of a check that has not been judged.
  func setDays(_ check: inout Check, _ trigger: JudgeTrigger)
}

/// The trigger that a form is asked about, and what it is judged by.
struct TriggerQuestion {
  /// All triggers of the rule in the record.
  let triggers: [JudgeTrigger]
  /// The index of the one in question.
  let index: Int
  /// The edition of the rule.
  let edition: CompiledEdition
  /// What the feeds let the rule evaluate.
  let evaluability: RuleEvaluability
  /// What conditions are asked about.
  let scope: ConditionScope

  /// The trigger in question.
  var trigger: JudgeTrigger { triggers[index] }

  /// Whether an event belongs to an earlier trigger of the same process or, where nothing but its
  /// date ties it to this one, of any; yes for one that is another process's.
  func isEarlierTriggers(_ row: Int32, _ record: ChildRecord) -> Truth {
    let event = record.events[Int(row)]
    switch Links.relation(of: event.process, to: trigger.process, in: record) {
    case .foreign: return .yes
    case .open:
      return Belonging.isEarlier(
        event.process, at: event.at, event: row, triggers, trigger, record)
    case .linked: break
    }
    for (other, earlier) in triggers.enumerated() where other != index {
      guard earlier.process == trigger.process, Judge.isBefore(earlier.moment, trigger.moment),
        !Judge.isBefore(earlier.moment, event.at)
      else { continue }
      return .yes
    }
    return .no
  }
}

extension TriggerForm {
  var family: CompiledEdition.Family { .aboutTrigger }

  /// Start, due and satisfied are the day of the trigger.
  func setDays(_ check: inout Check, _ trigger: JudgeTrigger) {
    let day: Moment = trigger.moment.day.map { .day($0) } ?? trigger.moment
    (check.start, check.startEvent) = (day, trigger.event)
    check.due = trigger.moment.isKnown ? day : .absent
    check.satisfied = check.due
  }

  var isSoft: Bool { false }
  var tiers: [RuleTier] { [] }
  var satisfier: RuleSatisfier? { nil }
  var isAboutTrigger: Bool { true }
  var outcomes: Set<Outcome> { [.met, .notMet] }
  var canStop: Bool { false }
  var isAlwaysOrdered: Bool { false }
  func comparison(with national: Requirement) -> RuleComparison { .ofDifferentKinds }
}

/// The value of a requirement's key, and what it is read against.
struct RequirementSource {
  /// The value.
  let node: YAMLNode
  /// What the rule is applied to; nil where that has a fault.
  let trigger: RuleTrigger?
  /// The other keys of the rule and its edition.
  let edition: RuleBodyReader

  /// The words that rules are written in.
  var vocabulary: Vocabulary { edition.vocabulary }

  /// A reader of the value as a phrase.
  func phrase(_ node: YAMLNode, _ meaning: String) throws(Fault) -> PhraseReader {
    try PhraseReader(node, as: meaning, vocabulary: vocabulary)
  }

  /// The value as limits, each with its condition.
  func tiers(_ node: YAMLNode) throws(Fault) -> [RuleTier] {
    try RuleLimitReader(vocabulary: vocabulary).tiers(node)
  }

  /// The event behind `met by`.
  func satisfier() throws(Fault) -> RuleSatisfier { try edition.satisfier() }

  /// Refuses a rule that is applied to an event, which does not last.
  func needProcess() throws(Fault) {
    guard case .event = trigger?.target else { return }
    throw node.fault(
      "only a process lasts, and this rule is applied to an event",
      next: "write the process behind \"for each\"")
  }
}

/// What a feed must carry so that a requirement can be judged.
enum RequirementInput: Sendable, Hashable {
  /// The events that satisfy it.
  case satisfier(RuleSatisfier)
  /// The end of the triggering process.
  case closing
  /// An event that moves the end, where the feed has it.
  case extensions(EventType)
  /// An event that comes before the trigger.
  case event(EventType)
  /// Who took part in the triggering event.
  case participants
  /// At least one of the attributes that a condition asks about; of none, nothing.
  case attributes(Condition)
  /// Who chaired the triggering event.
  case chair
}
