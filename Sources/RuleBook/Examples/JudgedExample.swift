public import CaseModel
public import Faults

/// An example with the record that its facts make, and the checks that come of it.
public struct JudgedExample {
  /// The place of its rule in the plan.
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

  /// Judges an example of a rule of a plan.
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
    let place = compiled.rules.firstIndex { compiledRule in
      compiledRule.rule.checkpoint?.label == label
        && compiledRule.rule.checkpoint?.rule == compiled.rules[rule].rule.id
    }
    return place.map { place in all.filter { $0.rule == Int32(place) } } ?? []
  }
}
