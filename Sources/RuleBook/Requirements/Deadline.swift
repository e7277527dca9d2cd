import Clocks
import Faults
import YAMLReading

extension Requirement {
  /// Something happens within a limit.
  struct Deadline: RequirementForm {
    /// The limits, each with its condition.
    var tiers: [RuleTier]
    /// What is to happen.
    var event: RuleSatisfier

    static let key = Key.limit

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      let tiers = diagnostics.read(try source.tiers(source.node))
      let event = diagnostics.read(try source.satisfier())
      guard let tiers, let event else { return nil }
      return .deadline(Deadline(tiers: tiers, event: event))
    }

    var satisfier: RuleSatisfier? { event }
    var isAboutTrigger: Bool { false }
    var family: CompiledEdition.Family { .deadline }
    var inputs: [RequirementInput] { [.satisfier(event)] }

    var outcomes: Set<Outcome> { [.met, .metLate, .overdue, .due] }
    var canStop: Bool { true }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .deadline(let other) = national else { return .ofDifferentKinds }
      return RuleComparison.longer(tiers, other.tiers)
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let limit = words.limits.within(tiers)
      if let often = words.counted(trigger) {
        return "\(often) \(words.events(event)) is needed \(limit)."
      }
      return "\(words.each(trigger)) needs \(words.events(event, of: trigger)) \(limit)."
    }
  }
}
