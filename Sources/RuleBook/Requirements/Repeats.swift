import Faults
import YAMLReading

extension Requirement {
  /// Something happens again within each interval.
  struct Repeats: RequirementForm {
    /// The limits of the first interval; empty where it is as long as the others.
    var first: [RuleTier]
    /// The limits of every further interval.
    var then: [RuleTier]
    /// What is to happen.
    var event: RuleSatisfier

    static let key = Key.repeats

    /// The keys of the value.
    enum Part: String, CaseIterable {
      case first
      case then
    }

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      let map = diagnostics.map(source.node, of: key.rawValue, keys: Part.self)
      let first = diagnostics.read(
        try map?[.first].map { (node) throws(Fault) in try source.tiers(node) } ?? [])
      let then = diagnostics.read(
        try map.map { (map) throws(Fault) in try source.tiers(try map.required(.then)) })
      let event = diagnostics.read(try source.satisfier())
      guard let first, let then, let then, let event else { return nil }
      return .repeats(Repeats(first: first, then: then, event: event))
    }

    static func tierNodes(_ value: YAMLNode) -> [YAMLNode] {
      Part.allCases.flatMap { part in
        value.entries?.first { $0.key.says(part.rawValue) }?.value.oneOrMore ?? []
      }
    }

    var tiers: [RuleTier] { first + then }
    var satisfier: RuleSatisfier? { event }
    var isAboutTrigger: Bool { false }
    var family: CompiledEdition.Family { .repeats }
    var inputs: [RequirementInput] { [.satisfier(event)] }

    var outcomes: Set<Outcome> { [.met, .metLate, .overdue, .due] }
    var canStop: Bool { true }
    /// An interval without limits of its own opens at what was held.
    var isAlwaysOrdered: Bool { first.isEmpty }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .repeats(let other) = national else { return .ofDifferentKinds }
      return RuleComparison.longer(first, other.first)
        .and(RuleComparison.longer(then, other.then))
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "\(words.each(trigger)) needs \(words.events(event)) \(again(words.limits))."
    }

    /// `within 4 weeks of the start, and another within 4 weeks of each that was held`.
    private func again(_ limits: LimitWords) -> String {
      let isPlain = then.count == 1 && then[0].condition == nil
      let opening = first.isEmpty ? "" : "\(limits.within(first)) of the start, and another "
      guard isPlain else {
        return first.isEmpty
          ? "again after each that was held: \(limits.within(then))"
          : "\(opening)after each that was held: \(limits.within(then))"
      }
      return first.isEmpty
        ? "\(limits.within(then)) of the one before, counted from the day on which that was held and not from the day on which it was due"
        : "\(opening)\(limits.within(then)) of each that was held"
    }
  }
}
