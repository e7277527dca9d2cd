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

  /// Runs every example of the compiled rules.
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

/// Whether an example holds, with what was expected and what came, in one message.
public struct ExampleVerdict: Sendable {
  /// The rule's id.
  public let rule: String
  /// The example's name.
  public let name: String
  /// What is wrong with it; nil where it holds.
  public let fault: Fault?

  /// The verdicts of every example of the compiled rules.
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

/// An example with the record that its facts make, and the checks that come of it.
public struct JudgedExample {
  /// The index of its rule among the compiled rules.
  public let rule: Int
  /// The example.
  public let example: Example
  /// The child that its facts tell of.
  public let record: ChildRecord
  /// The judge of its feed.
  public let judge: Judge
  /// The checks of its rule, in the order of the triggers.
  public let checks: [Check]
  /// The checks of all rules.
  private let all: [Check]

  /// Judges an example of a compiled rule.
  ///
  /// - Throws: ``Fault`` at the first fact that cannot be read.
  public init(_ example: Example, rule: Int, _ compiled: CompiledRules, codes: CodeBook)
    throws(Fault)
  {
    let given = try ExampleRecord(example, vocabulary: compiled.vocabulary, codes: codes)
    var judge = Judge(compiled: compiled, feeds: [given.feed])
    var checks: [Check] = []
    judge.judge(given.record, into: &checks)
    self.rule = rule
    self.example = example
    record = given.record
    self.judge = judge
    all = checks
    self.checks = checks.filter { $0.rule == Int32(rule) }
  }

  /// The checks of a checkpoint of the rule by its label; those of the rule itself for nil.
  public func checks(of label: String?) -> [Check] {
    guard let label else { return checks }
    let compiled = judge.compiled
    let index = compiled.rules.firstIndex { compiledRule in
      compiledRule.rule.checkpoint?.label == label
        && compiledRule.rule.checkpoint?.rule == compiled.rules[rule].rule.id
    }
    return index.map { index in all.filter { $0.rule == Int32(index) } } ?? []
  }
}
