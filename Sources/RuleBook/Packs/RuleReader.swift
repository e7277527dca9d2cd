import CaseModel
import Clocks
import Faults
import YAMLReading

/// Reads one rule of a pack's file and checks every word of it against the vocabulary.
struct RuleReader {
  let vocabulary: Vocabulary
  let pack: String

  /// The keys that say what a rule does; an edition may change any of them.
  static let bodyKeys = [
    "for each", "if", "not required if", "starts", "lived from", "limit", "met by", "repeats",
    "at most", "order", "attended by", "chaired by", "stops if", "while", "due soon",
  ]

  private static let ruleKeys =
    ["title", "editions", "ask", "note", "forms", "switched off", "examples"] + bodyKeys

  /// The rule of a name.
  func rule(_ key: YAMLNode, _ node: YAMLNode) throws(Fault) -> Rule {
    let name = try key.text(as: "a rule's name")
    guard RuleReader.isName(name) else {
      throw key.fault(
        "a rule's name is lower-case words joined with \"-\"", next: "rename \"\(name)\"")
    }
    let map = try node.map(of: "a rule")
    try map.allow(only: RuleReader.ruleKeys)
    var editions: [Edition] = []
    for edition in try map.required("editions").list(of: "editions") {
      editions.append(try self.edition(edition, of: map, after: editions.last))
    }
    guard !editions.isEmpty else {
      throw key.fault("a rule has at least one edition", next: "add \"- from: …\"")
    }
    var forms: [String] = []
    for form in map["forms"]?.oneOrMore ?? [] { forms.append(try form.text(as: "a form")) }
    return Rule(
      id: "\(pack)/\(name)", title: try map.requiredText("title"), ask: try map.text("ask") ?? "",
      note: try map.text("note") ?? "", forms: forms, switchedOff: try map.text("switched off"),
      place: key.place, editions: editions, examples: try examples(map["examples"]))
  }

  private func edition(
    _ node: YAMLNode, of rule: YAMLMap, after previous: Edition?
  ) throws(Fault) -> Edition {
    let map = try node.map(of: "an edition")
    try map.allow(only: ["from", "until", "basis", "citation"] + RuleReader.bodyKeys)
    let fromNode = try map.required("from")
    let from = try RuleReader.day(fromNode)
    if let previous {
      guard previous.from < from, previous.until.map({ $0 < from }) ?? true else {
        throw fromNode.fault(
          "editions follow each other without overlap, the oldest first",
          next: "put them in order, and end the one before on the day before")
      }
    }
    var until: CivilDay?
    if let node = map["until"] {
      let day = try RuleReader.day(node)
      guard day >= from else {
        throw node.fault("an edition ends on or after its first day", next: "correct the date")
      }
      until = day
    }
    let basisNode = try map.required("basis")
    let basisText = try basisNode.text(as: "basis")
    guard let basis = Basis(rawValue: basisText) else {
      throw basisNode.fault(
        "\"\(basisText)\" is no basis",
        next: suggestion(for: basisText, in: Basis.allCases.map(\.rawValue)))
    }
    let citation = try map.requiredText("citation")
    guard !citation.isEmpty else {
      throw node.fault("an edition says where it is written", next: "fill in its citation")
    }
    return Edition(
      from: from, until: until, basis: basis, citation: citation,
      body: try RuleBodyReader(vocabulary: vocabulary, rule: rule, edition: map).body())
  }

  private func examples(_ node: YAMLNode?) throws(Fault) -> [Example] {
    var examples: [Example] = []
    for node in try node?.list(of: "examples") ?? [] {
      examples.append(try ExampleReader.example(node))
    }
    return examples
  }

  /// Whether a text is lower-case letters and digits in words joined with `-`.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  static func day(_ node: YAMLNode) throws(Fault) -> CivilDay {
    guard let day = CivilDay(iso: try node.text(as: "a date")) else {
      throw node.fault("a date is written as 2023-12-15", next: "correct the date")
    }
    return day
  }
}
