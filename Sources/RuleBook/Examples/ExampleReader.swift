import Clocks
import Faults
import YAMLReading

/// Reads an example of a rule; its facts are read when it is run.
enum ExampleReader {
  /// The example that a node holds.
  static func example(_ node: YAMLNode) throws(Fault) -> Example {
    let map = try node.map(of: "an example")
    try map.allow(only: ["name", "given", "as of", "expect"])
    var given: [Example.Fact] = []
    for fact in try map.required("given").list(of: "facts, one a line") {
      given.append(Example.Fact(text: try fact.text(as: "a fact"), place: fact.place))
    }
    let asOfNode = try map.required("as of")
    guard let asOf = MomentText.read(try asOfNode.text(as: "as of")) else {
      throw asOfNode.fault(
        "an as-of is a day or a minute, as 2025-01-31 or 2025-01-31T18:00", next: "correct it")
    }
    var expected: [Example.Expectation] = []
    for node in try map.required("expect").oneOrMore { expected.append(try expectation(node)) }
    return Example(
      name: try map.requiredText("name"), place: node.place, given: given, asOf: asOf,
      expected: expected)
  }

  private static func expectation(_ node: YAMLNode) throws(Fault) -> Example.Expectation {
    let map = try node.map(of: "what is expected")
    try map.allow(only: ["check", "due", "outcome", "because"])
    let outcomeNode = try map.required("outcome")
    let word = try outcomeNode.text(as: "outcome")
    guard let outcome = Outcome(word: word) else {
      throw outcomeNode.fault(
        "\"\(word)\" is no outcome", next: suggestion(for: word, in: Outcome.allCases.map(\.word)))
    }
    var because: Reason?
    if let node = map["because"] {
      let word = try node.text(as: "because")
      guard let reason = Reason(word: word) else {
        throw node.fault(
          "\"\(word)\" is no reason", next: suggestion(for: word, in: Reason.allCases.map(\.word)))
      }
      because = reason
    }
    return Example.Expectation(
      check: try map.text("check"), due: try map.text("due"), outcome: outcome, because: because,
      place: node.place)
  }
}
