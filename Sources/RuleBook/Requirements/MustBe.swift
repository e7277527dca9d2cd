import CaseModel
import Clocks
import Faults
import Output
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
    var conditions: [Condition?] { [condition] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "For each \(words.name(trigger.target)) this must hold: \(words.clause(condition))."
    }

    /// Judges whether the condition holds of the trigger.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      split.decide(question.edition.conditions[0], question.scope, record) ? .met : .notMet
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
    var conditions: [Condition?] { [condition] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "Of any \(last) \(English.plural(words.name(trigger.target))) in a row, at least \(count) must be one where \(words.clause(condition))."
    }

    /// Judges the last events of the trigger's type, the trigger among them.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      let trigger = question.trigger
      let own = record.events[Int(trigger.event)]
      var before: [Int32] = []
      var undated: [Int32] = []
      for (row, event) in record.events.enumerated()
      where event.type == own.type && event.state == .held && Int32(row) != trigger.event
        && Belonging.truth(
          of: event.process, at: event.at, question.edition.vocabulary.homes[event.type],
          question.scope, record) == .yes
      {
        guard event.at.isKnown, own.at.isKnown else {
          undated.append(Int32(row))
          continue
        }
        if Judge.isListedBefore(event.at, own.at)
          || event.at == own.at && Pattern.isListedBefore(event, own)
        {
          before.append(Int32(row))
        }
      }
      before.sort { left, right in
        let (first, second) = (record.events[Int(left)], record.events[Int(right)])
        return first.at == second.at
          ? Pattern.isListedBefore(first, second) : Judge.isListedBefore(first.at, second.at)
      }
      if !undated.isEmpty || !own.at.isKnown {
        // Which events are the last is open.
        let isUnreadable = ([trigger.event] + undated).contains {
          record.events[Int($0)].at.precision == .unreadable
        }
        switch split.choose(2, isUnreadable ? .dateUnreadable : .dateMissing) {
        case 0: return .met
        default: return .notMet
        }
      }
      guard before.count + 1 >= last else { return .notRequired }
      var fulfilled = 0
      for row in before.suffix(last - 1) + [trigger.event] {
        let event = record.events[Int(row)]
        var own = question.scope
        (own.process, own.event, own.at) = (event.process, row, event.at)
        if split.decide(question.edition.conditions[0], own, record) { fulfilled += 1 }
      }
      return fulfilled >= count ? .met : .notMet
    }

    private static func isListedBefore(_ left: EventRow, _ right: EventRow) -> Bool {
      (left.source.file, left.source.line, left.source.column)
        < (right.source.file, right.source.line, right.source.column)
    }
  }
}
