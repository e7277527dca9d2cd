public import Clocks
public import Faults
import YAMLReading

/// A case worked out by hand that stands beside its rule: what is given and what must come of it.
public struct Example: Sendable {
  /// What it shows.
  public let name: String
  /// Where it stands.
  public let place: Place
  /// The facts, one a line.
  public let given: [Fact]
  /// The as-of.
  public let asOf: Moment
  /// What must come of it, in the order of the triggers.
  public let expected: [Expectation]

  /// A fact as it is written, with its place.
  public struct Fact: Sendable {
    /// The line.
    public let text: String
    /// Where it stands.
    public let place: Place
  }

  /// What a check must come to; what is nil is not compared.
  public struct Expectation: Sendable {
    /// The label of the checkpoint that it is of; nil for the rule's own check.
    public let check: String?
    /// The due date or minute, as it is printed.
    public let due: String?
    /// The outcome.
    public let outcome: Outcome
    /// The first reason.
    public let because: Reason?
    /// Where it stands.
    public let place: Place
  }
}

/// The keys of an example.
enum ExampleKey: String, CaseIterable {
  case name
  case given
  case asOf = "as of"
  case expect
}

/// The keys of what an example expects.
enum ExpectationKey: String, CaseIterable {
  case check
  case due
  case outcome
  case because
}

/// Reads an example of a rule; its facts are read when it is run.
enum ExampleReader {
  /// The example that a node holds.
  static func example(_ node: YAMLNode) throws(Fault) -> Example {
    let keys = try node.map(of: "an example", keys: ExampleKey.self)
    var given: [Example.Fact] = []
    for fact in try keys.required(.given).list(of: "facts, one a line") {
      given.append(Example.Fact(text: try fact.text(as: "a fact"), place: fact.place))
    }
    let asOfNode = try keys.required(.asOf)
    guard let asOf = MomentText.read(try asOfNode.text(as: ExampleKey.asOf.rawValue)) else {
      throw asOfNode.fault(
        "an as-of is a day or a minute, as 2025-01-31 or 2025-01-31T18:00", next: "correct it")
    }
    var expected: [Example.Expectation] = []
    for node in try keys.required(.expect).oneOrMore { expected.append(try expectation(node)) }
    return Example(
      name: try keys.requiredText(.name), place: node.place, given: given, asOf: asOf,
      expected: expected)
  }

  private static func expectation(_ node: YAMLNode) throws(Fault) -> Example.Expectation {
    let keys = try node.map(of: "what is expected", keys: ExpectationKey.self)
    let outcomeNode = try keys.required(.outcome)
    let word = try outcomeNode.text(as: ExpectationKey.outcome.rawValue)
    guard let outcome = Outcome(word: word) else {
      throw outcomeNode.fault(
        "\"\(word)\" is no outcome", next: suggestion(for: word, in: Outcome.allCases.map(\.word)))
    }
    let because = try keys[.because].map { (node) throws(Fault) in
      let word = try node.text(as: ExpectationKey.because.rawValue)
      guard let reason = Reason(word: word) else {
        throw node.fault(
          "\"\(word)\" is no reason", next: suggestion(for: word, in: Reason.allCases.map(\.word)))
      }
      return reason
    }
    return Example.Expectation(
      check: try keys.text(.check), due: try keys.text(.due), outcome: outcome, because: because,
      place: node.place)
  }
}
