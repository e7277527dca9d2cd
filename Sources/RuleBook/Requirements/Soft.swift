import Faults
import YAMLReading

extension Requirement {
  /// Something happens, and nobody says within what time.
  struct Soft: RequirementForm {
    /// When it is to happen, in the words of its source: `as soon as practicable`.
    var phrase: String
    /// What is to happen; nil where no event shows it.
    var satisfier: RuleSatisfier?

    static let key = Key.soft

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      let phrase = diagnostics.read(try source.node.text(as: key.rawValue))
      let event = diagnostics.read(
        source.edition[.metBy] == nil ? nil : try source.satisfier())
      guard let phrase, let event else { return nil }
      return .soft(Soft(phrase: phrase, satisfier: event))
    }

    var tiers: [RuleTier] { [] }
    var isAboutTrigger: Bool { false }
    /// Where nobody carries what ends it, the time so far would go on for ever.
    var family: CompiledEdition.Family { .soft }
    var inputs: [RequirementInput] { satisfier.map { [.satisfier($0)] } ?? [] }

    var outcomes: Set<Outcome> { [.elapsed] }
    var canStop: Bool { true }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison { .ofDifferentKinds }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let end = "\(phrase). No number is set, so that only the time that goes by is shown."
      if let often = words.counted(trigger) {
        return "\(often) \(satisfier.map { words.events($0) } ?? "something done") is needed \(end)"
      }
      let event = satisfier.map { words.events($0, of: trigger) } ?? "something done"
      return "\(words.each(trigger)) needs \(event) \(end)"
    }
  }
}
