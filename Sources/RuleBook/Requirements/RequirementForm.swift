import CaseModel
import Faults
import YAMLReading

/// A form of requirement: reading, needs, outcomes, branches and sentence.
///
/// How it is judged is in `Judging`, by ``CompiledEdition/Family``.
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

  func tierWords(_ words: RuleWords) -> [String] {
    tiers.count > 1 ? tiers.map { words.limits.within([$0]) } : []
  }
}

/// A form that is about the triggering event itself: there is no clock, and nothing to wait for.
protocol TriggerForm: RequirementForm {}

extension TriggerForm {
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
