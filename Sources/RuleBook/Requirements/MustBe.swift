import Faults
import YAMLReading

extension Requirement {
  /// The trigger fulfils a condition.
  struct MustBe: TriggerForm {
    /// The condition.
    var condition: Condition

    static let key = Key.mustBe

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(
        .mustBe(
          MustBe(
            condition: try PhraseReader.condition(
              source.node, as: key.rawValue, vocabulary: source.vocabulary))))
    }

    var inputs: [RequirementInput] { [.attributes(condition)] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "For each \(words.name(trigger.target)) this must hold: \(words.clause(condition))."
    }
  }

  /// At least so many of the last events fulfil a condition.
  struct Pattern: TriggerForm {
    /// How many, at least.
    var count: Int
    /// How many events are looked at.
    var last: Int
    /// The condition.
    var condition: Condition

    static let key = Key.pattern

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.pattern(try pattern(source)))
    }

    /// `at least 1 of the last 2 where CONDITION`.
    private static func pattern(_ source: RequirementSource) throws(Fault) -> Pattern {
      var reader = try source.phrase(source.node, key.rawValue)
      guard reader.take(["at", "least"]) else {
        throw source.node.fault(
          "a pattern says how many of the last events",
          next: "write \"at least 1 of the last 2 where CONDITION\"")
      }
      let count = try reader.wholeNumber()
      guard reader.take(["of", "the", "last"]) else {
        throw reader.fault("\"of the last\" is expected here", next: "write it")
      }
      let last = try reader.wholeNumber()
      try reader.expect("where")
      let condition = try reader.condition()
      try reader.end()
      guard count >= 1, count <= last else {
        throw source.node.fault(
          "a pattern asks for no more than it looks at", next: "mend the numbers")
      }
      return Pattern(count: count, last: last, condition: condition)
    }

    var inputs: [RequirementInput] { [.attributes(condition)] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "Of any \(last) \(RuleWords.plural(words.name(trigger.target))) in a row, at least \(count) must be one where \(words.clause(condition))."
    }
  }
}
