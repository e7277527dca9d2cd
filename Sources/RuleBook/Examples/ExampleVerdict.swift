public import CaseModel
import Clocks
public import Faults

/// Whether an example holds, with what was expected and what came, in one message.
public struct ExampleVerdict: Sendable {
  /// The rule's id.
  public let rule: String
  /// The example's name.
  public let name: String
  /// What is wrong with it; nil where it holds.
  public let fault: Fault?

  /// The verdicts of every example of a plan's rules.
  public static func all(of compiled: CompiledRules, codes: CodeBook) -> [ExampleVerdict] {
    var judged: [Int: [ExampleRunner.Result]] = [:]
    for result in ExampleRunner.run(compiled, codes: codes) {
      if let rule = compiled.rule(result.rule) { judged[rule, default: []].append(result) }
    }
    return compiled.rules.indices.flatMap { rule in
      (judged[rule] ?? []).map { ExampleVerdict($0, rule: rule, compiled, codes) }
    }
  }

  private init(
    _ result: ExampleRunner.Result, rule: Int, _ compiled: CompiledRules, _ codes: CodeBook
  ) {
    self.rule = result.rule
    name = result.example.name
    guard let first = result.faults.first else {
      fault = nil
      return
    }
    do throws(Fault) {
      let judged = try JudgedExample(result.example, rule: rule, compiled, codes: codes)
      let expected = result.example.expected.map { ExampleVerdict.words($0) }
      let isReasonAsked = result.example.expected.contains { $0.because != nil }
      let came = judged.checks.map { ExampleVerdict.words($0, withReason: isReasonAsked) }
      fault = Fault(
        .configuration, at: first.place,
        "the example \"\(name)\" of \(result.rule) expects \(ExampleVerdict.list(expected)), and \(ExampleVerdict.list(came)) came",
        next: "correct the example or the rule")
    } catch {
      fault = error
    }
  }

  /// `"met" due 2025-01-09`, `"not evaluable" because time_needed`.
  private static func words(_ expected: Example.Expectation) -> String {
    words(expected.outcome, due: expected.due, expected.because)
  }

  private static func words(_ check: Check, withReason: Bool) -> String {
    words(
      check.outcome, due: check.due.isKnown ? check.due.description : nil,
      withReason ? check.reasons.first : nil)
  }

  private static func words(_ outcome: Outcome, due: String?, _ reason: Reason?) -> String {
    var words = "\"\(outcome.word)\""
    if let due { words += " due \(due)" }
    if let reason { words += " because \(reason.word)" }
    return words
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "no check" : words.joined(separator: ", then ")
  }
}
