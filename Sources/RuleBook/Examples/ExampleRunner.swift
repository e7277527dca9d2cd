public import CaseModel
import Clocks
public import Faults

/// Runs the examples that stand beside the rules.
public enum ExampleRunner {
  /// What came of one example.
  public struct Result: Sendable {
    /// The rule's id.
    public let rule: String
    /// The example.
    public let example: Example
    /// What is wrong with it, one fault each; empty where it holds.
    public let faults: [Fault]
  }

  /// Runs every example of a plan's rules.
  public static func run(_ compiled: CompiledRules, codes: CodeBook) -> [Result] {
    var results: [Result] = []
    for (index, compiledRule) in compiled.rules.enumerated() {
      for example in compiledRule.rule.examples {
        results.append(
          Result(
            rule: compiledRule.rule.id, example: example,
            faults: faults(example, rule: index, compiled, codes)))
      }
    }
    return results
  }

  private static func faults(
    _ example: Example, rule: Int, _ compiled: CompiledRules, _ codes: CodeBook
  ) -> [Fault] {
    let judged: JudgedExample
    do {
      judged = try JudgedExample(example, rule: rule, compiled, codes: codes)
    } catch {
      return [error]
    }
    var faults: [Fault] = []
    var labels: [String?] = []
    for expected in example.expected where !labels.contains(expected.check) {
      labels.append(expected.check)
    }
    if !labels.contains(nil), !labels.isEmpty { labels.insert(nil, at: 0) }
    for label in labels.isEmpty ? [nil] : labels {
      let expected = example.expected.filter { $0.check == label }
      let own = judged.checks(of: label)
      if label == nil, expected.isEmpty, labels.count > 1 { continue }
      guard own.count == expected.count else {
        faults.append(
          Fault(
            .configuration, at: example.place,
            "the example \"\(example.name)\" expects \(expected.count) checks and makes \(own.count) (\(own.map(\.outcome.word).joined(separator: ", ")))",
            next: "correct the example or the rule"))
        continue
      }
      faults += zip(expected, own).flatMap { compare($0, $1, example) }
    }
    return faults
  }

  private static func compare(
    _ expected: Example.Expectation, _ check: Check, _ example: Example
  ) -> [Fault] {
    var faults: [Fault] = []
    func differ(_ what: String, _ wanted: String, _ came: String) {
      faults.append(
        Fault(
          .configuration, at: expected.place,
          "the example \"\(example.name)\" expects \(what) \"\(wanted)\" and comes to \"\(came)\"",
          next: "correct the example or the rule"))
    }
    if expected.outcome != check.outcome {
      differ("the outcome", expected.outcome.word, check.outcome.word)
    }
    if let due = expected.due, due != check.due.description {
      differ("due", due, check.due.description)
    }
    if let because = expected.because, check.reasons.first != because {
      differ("the reason", because.word, check.reasons.first?.word ?? "")
    }
    return faults
  }
}
