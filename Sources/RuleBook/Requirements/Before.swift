import CaseModel
import Clocks
import Faults
import YAMLReading

extension Requirement {
  /// Something happens so long before the trigger does.
  struct Before: RequirementForm {
    /// How long before, at least.
    var limit: Limit
    /// What is to happen.
    var event: RuleSatisfier

    static let key = Key.before

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      let limit = diagnostics.read(
        try RuleLimitReader(vocabulary: source.vocabulary).limit(source.node))
      let event = diagnostics.read(try source.satisfier())
      guard let limit, let event else { return nil }
      return .before(Before(limit: limit, event: event))
    }

    var tiers: [RuleTier] { [] }
    var satisfier: RuleSatisfier? { event }
    var isAboutTrigger: Bool { false }
    var inputs: [RequirementInput] { [.satisfier(event)] }

    var outcomes: Set<Outcome> { [.met, .metLate, .overdue, .due, .notMet] }
    var canStop: Bool { false }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .before(let other) = national else { return .ofDifferentKinds }
      return RuleComparison.longer(other.limit, limit).turned
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "\(words.each(trigger)) needs \(words.events(event)) at least \(limit) before it."
    }
  }

  /// Something happens before the trigger does, without a number.
  struct Preceded: TriggerForm {
    /// What is to happen.
    var event: EventType

    static let key = Key.order

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.preceded(Preceded(event: try event(source))))
    }

    /// `EVENT before TRIGGER`.
    private static func event(_ source: RequirementSource) throws(Fault) -> EventType {
      var reader = try source.phrase(source.node, key.rawValue)
      let event = try reader.eventType()
      try reader.expect("before")
      let anchor = try reader.word("what the rule is applied to")
      try reader.end()
      let isTrigger =
        switch source.trigger?.target {
        case .process(let kind): source.vocabulary.process(anchor) == kind
        case .event(let type): source.vocabulary.event(anchor) == type
        case nil: true
        }
      guard isTrigger else {
        throw source.node.fault(
          "an order names what the rule is applied to",
          next: "write what stands behind \"for each\" behind \"before\"")
      }
      return event
    }

    var inputs: [RequirementInput] { [.event(event)] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "\(words.each(trigger)) needs \(words.one(words.vocabulary[event].name)) before it."
    }
  }

  /// The trigger does not happen before a day.
  struct NotBefore: TriggerForm {
    /// The day.
    var day: LimitTerm

    static let key = Key.notBefore

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(
        .notBefore(
          NotBefore(day: try RuleLimitReader(vocabulary: source.vocabulary).term(source.node))))
    }

    var inputs: [RequirementInput] { [] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "No \(words.name(trigger.target)) may come earlier than \(words.limits.day(day))."
    }
  }
}
