import CaseModel
import Clocks
import Faults
import YAMLReading

/// Reads one rule of a pack's file and checks every word of it against the vocabulary.
struct RuleReader {
  let vocabulary: Vocabulary
  let pack: String

  /// The keys that say what a rule does; an edition may change any of them.
  static let bodyKeys =
    [
      "for each", "if", "not required if", "starts", "lived from", "met by", "extensions",
      "stops if", "while", "silence", "ends at", "received", "delay", "checkpoints", "calendar",
      "due soon",
    ] + RuleBodyReader.requirements

  static let ruleKeys =
    [
      "title", "editions", "ask", "note", "forms", "rows", "was", "beside", "per", "judged by",
      "switched off", "examples",
    ] + bodyKeys

  static let editionKeys = ["from", "until", "basis", "citation"] + bodyKeys

  static let checkpointKeys = ["limit", "met by", "if", "title"]

  /// The rule of a name, and its checkpoints behind it.
  func rules(_ key: YAMLNode, _ node: YAMLNode) throws(Fault) -> [Rule] {
    let rule = try rule(key, node)
    let map = try node.map(of: "a rule")
    return [rule] + (try checkpoints(of: rule, map))
  }

  private func rule(_ key: YAMLNode, _ node: YAMLNode) throws(Fault) -> Rule {
    let name = try name(key)
    let map = try node.map(of: "a rule")
    try map.allow(only: RuleReader.ruleKeys)
    var editions: [Edition] = []
    for edition in try map.required("editions").list(of: "editions") {
      editions.append(try self.edition(edition, of: map, after: editions.last))
    }
    guard !editions.isEmpty else {
      throw key.fault("a rule has at least one edition", next: "add \"- from: …\"")
    }
    return Rule(
      id: "\(pack)/\(name)", title: try map.requiredText("title"), ask: try map.text("ask") ?? "",
      note: try map.text("note") ?? "", forms: try texts(map["forms"], of: "a form"),
      rows: try texts(map["rows"], of: "a row"), was: try map.text("was"),
      switchedOff: try map.text("switched off"), beside: try beside(map["beside"]),
      checkpoint: nil, isPerIncident: try isStated(map["per"], "per", "incident"),
      isJudgedByDue: try isStated(map["judged by"], "judged by", "due"), place: key.place,
      editions: editions, examples: try examples(map["examples"]))
  }

  /// The name of a rule, without its pack.
  func name(_ key: YAMLNode) throws(Fault) -> String {
    let name = try key.text(as: "a rule's name")
    guard RuleReader.isName(name) else {
      throw key.fault(
        "a rule's name is lower-case words joined with \"-\"", next: "rename \"\(name)\"")
    }
    return name
  }

  func texts(_ node: YAMLNode?, of meaning: String) throws(Fault) -> [String] {
    var texts: [String] = []
    for item in node?.oneOrMore ?? [] { texts.append(try item.text(as: meaning)) }
    return texts
  }

  /// Whether a key is there; it can only say one thing.
  func isStated(
    _ node: YAMLNode?, _ key: String, _ saying: String
  ) throws(Fault) -> Bool {
    guard let node else { return false }
    guard try node.text(as: key) == saying else {
      throw node.fault("\"\(key)\" says \"\(saying)\"", next: "write that, or leave the key out")
    }
    return true
  }

  /// `england/icpc stricter` or `england/icpc target`.
  func beside(_ node: YAMLNode?) throws(Fault) -> Rule.Beside? {
    guard let node else { return nil }
    let words = try node.text(as: "beside").utf8.split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 2, let relation = Rule.Beside.Relation(rawValue: words[1]) else {
      throw node.fault(
        "\"beside\" names a rule and how this one stands to it",
        next: "write \"england/icpc stricter\" or \"england/icpc target\"")
    }
    return Rule.Beside(rule: words[0], relation: relation, place: node.place)
  }

  /// Each checkpoint as a rule of its own: the same trigger and clock, its own limit and event.
  func checkpoints(of rule: Rule, _ map: YAMLMap) throws(Fault) -> [Rule] {
    guard let node = map["checkpoints"] else { return [] }
    var found: [Rule] = []
    var served: [[EventType]: Int] = [:]
    for entry in try node.map(of: "checkpoints, by label").entries {
      let label = try entry.key.text(as: "a label")
      let keys = try entry.value.map(of: "a checkpoint")
      try keys.allow(only: RuleReader.checkpointKeys)
      var editions: [Edition] = []
      for edition in rule.editions {
        let reader = RuleBodyReader(vocabulary: vocabulary, rule: map, edition: keys)
        var body = edition.body
        var satisfier = try reader.satisfier(try keys.required("met by"))
        body.requirement = .deadline(try reader.tiers(try keys.required("limit")), satisfier)
        let before = served[satisfier.types, default: 0]
        if before > 0, satisfier.ordinal == 1 {
          // One event never closes two checkpoints.
          satisfier.ordinal = before + 1
          body.requirement = .deadline(body.requirement.tiers, satisfier)
        }
        if let condition = try reader.ownCondition(keys["if"]) { body.condition = condition }
        body.delay = nil
        editions.append(
          Edition(
            from: edition.from, until: edition.until, basis: edition.basis,
            citation: edition.citation, body: body))
        if editions.count == rule.editions.count { served[satisfier.types] = before + 1 }
      }
      found.append(
        Rule(
          id: "\(rule.id)/\(RuleReader.slug(label))",
          title: try keys.text("title") ?? "\(rule.title): \(label)", ask: "", note: "",
          forms: [], rows: [], was: nil, switchedOff: rule.switchedOff, beside: nil,
          checkpoint: Rule.Checkpoint(rule: rule.id, label: label),
          isPerIncident: rule.isPerIncident, isJudgedByDue: rule.isJudgedByDue,
          place: entry.key.place, editions: editions, examples: []))
    }
    return found
  }

  /// A label in lower case with `-` for what is no letter and no digit.
  private static func slug(_ label: String) -> String {
    String(
      decoding: label.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: UInt8(ascii: "-")
        }
      }, as: UTF8.self)
  }

  private func edition(
    _ node: YAMLNode, of rule: YAMLMap, after previous: Edition?
  ) throws(Fault) -> Edition {
    let map = try node.map(of: "an edition")
    try map.allow(only: RuleReader.editionKeys)
    if let node = map["for each"] {
      // What a rule is applied to is found before anybody knows which edition was in force.
      throw node.fault(
        "an edition cannot be for something else than its rule",
        next: "write a rule of its own for it, with these days in its editions")
    }
    let (from, until) = try days(map, after: previous.map { ($0.from, $0.until) })
    return Edition(
      from: from, until: until, basis: try basis(map), citation: try citation(map),
      body: try RuleBodyReader(vocabulary: vocabulary, rule: rule, edition: map).body())
  }

  /// The first and the last day of an edition.
  func days(
    _ map: YAMLMap, after previous: (from: CivilDay, until: CivilDay?)?
  ) throws(Fault) -> (from: CivilDay, until: CivilDay?) {
    let fromNode = try map.required("from")
    let from = try RuleReader.day(fromNode)
    if let previous {
      guard previous.from < from, previous.until.map({ $0 < from }) ?? true else {
        throw fromNode.fault(
          "editions follow each other without overlap, the oldest first",
          next: "put them in order, and end the one before on the day before")
      }
    }
    guard let node = map["until"] else { return (from, nil) }
    let until = try RuleReader.day(node)
    guard until >= from else {
      throw node.fault("an edition ends on or after its first day", next: "correct the date")
    }
    return (from, until)
  }

  /// What an edition rests on.
  func basis(_ map: YAMLMap) throws(Fault) -> Basis {
    let node = try map.required("basis")
    let text = try node.text(as: "basis")
    guard let basis = Basis(rawValue: text) else {
      throw node.fault(
        "\"\(text)\" is no basis", next: suggestion(for: text, in: Basis.allCases.map(\.rawValue)))
    }
    return basis
  }

  /// Where an edition is written.
  func citation(_ map: YAMLMap) throws(Fault) -> String {
    let node = try map.required("citation")
    let citation = try node.text(as: "citation")
    guard citation.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
      throw node.fault("an edition says where it is written", next: "fill in its citation")
    }
    return citation
  }

  private func examples(_ node: YAMLNode?) throws(Fault) -> [Example] {
    var examples: [Example] = []
    for node in try node?.list(of: "examples") ?? [] {
      examples.append(try ExampleReader.example(node))
    }
    return examples
  }

  /// Whether a text is lower-case letters and digits in words joined with `-`.
  static func isName(_ text: String) -> Bool {
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
