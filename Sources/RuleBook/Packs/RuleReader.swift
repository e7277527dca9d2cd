import CaseModel
import Clocks
import Faults
import YAMLReading

/// The keys of a rule that no edition has.
enum RuleKey: String, CaseIterable {
  case title
  case editions
  case ask
  case note
  case forms
  case rows
  case was
  case beside
  case per
  case judgedBy = "judged by"
  case switchedOff = "switched off"
  case examples
}

/// The keys of an edition that no rule has.
enum EditionKey: String, CaseIterable {
  case from
  case until
  case basis
  case citation
}

/// Reads one rule of a pack's file and checks every word of it against the vocabulary.
struct RuleReader {
  let vocabulary: Vocabulary
  let pack: String

  /// A rule with its checkpoints and its examples, as far as they can be read.
  func rule(_ key: YAMLNode, _ node: YAMLNode, _ diagnostics: inout Diagnostics) -> ParsedRule {
    var parsed = ParsedRule(id: "\(pack)/\(key.words ?? "")", key: key, node: node)
    let faults = diagnostics.faults.count
    let name = diagnostics.read(try name(key))
    guard let map = diagnostics.read(try node.map(of: "a rule")) else { return parsed }
    diagnostics.allow(only: KeyedMap<RuleKey>.words + BodyKey.words, in: map)
    let keys = KeyedMap<RuleKey>(map)
    let editions = editions(map, key, &diagnostics)
    let title = diagnostics.read(try keys.requiredText(.title))
    let ask = diagnostics.read(try keys.text(.ask)) ?? nil
    let note = diagnostics.read(try keys.text(.note)) ?? nil
    let forms = texts(keys[.forms], of: "a form", &diagnostics)
    let rows = texts(keys[.rows], of: "a row", &diagnostics)
    let was = diagnostics.read(try keys.text(.was)) ?? nil
    let switchedOff = diagnostics.read(try keys.text(.switchedOff)) ?? nil
    let beside = diagnostics.read(try self.beside(keys[.beside])) ?? nil
    let isPerIncident = diagnostics.read(try isStated(.per, "incident", keys))
    let isJudgedByDue = diagnostics.read(try isStated(.judgedBy, "due", keys))
    let before = diagnostics.faults.count
    parsed.examples = examples(keys[.examples], &diagnostics)
    let found = diagnostics.faults.count - before
    parsed.hasReadExamples = found == 0
    let checkpoints = ParsedCheckpoint.all(of: map, vocabulary, &diagnostics)
    // What is wrong with examples hides nothing of the rule.
    guard diagnostics.faults.count - found == faults, let name, let title else { return parsed }
    let rule = Rule(
      id: "\(pack)/\(name)", title: title, ask: ask ?? "", note: note ?? "", forms: forms,
      rows: rows, was: was, switchedOff: switchedOff, beside: beside, checkpoint: nil,
      isPerIncident: isPerIncident ?? false, isJudgedByDue: isJudgedByDue ?? false,
      place: key.place, editions: editions, examples: parsed.examples)
    parsed.rules = [rule] + ParsedCheckpoint.rules(checkpoints, of: rule)
    return parsed
  }

  /// The name of a rule, without its pack.
  private func name(_ key: YAMLNode) throws(Fault) -> String {
    let name = try key.text(as: "a rule's name")
    guard RuleReader.isName(name) else {
      throw key.fault(
        "a rule's name is lower-case words joined with \"-\"", next: "rename \"\(name)\"")
    }
    return name
  }

  private func texts(
    _ node: YAMLNode?, of meaning: String, _ diagnostics: inout Diagnostics
  ) -> [String] {
    var texts: [String] = []
    for item in node?.oneOrMore ?? [] {
      if let text = diagnostics.read(try item.text(as: meaning)) { texts.append(text) }
    }
    return texts
  }

  /// Whether a key is there; it can only say one thing.
  private func isStated(
    _ key: RuleKey, _ saying: String, _ keys: KeyedMap<RuleKey>
  ) throws(Fault) -> Bool {
    guard let node = keys[key] else { return false }
    guard try node.text(as: key.rawValue) == saying else {
      throw node.fault(
        "\"\(key.rawValue)\" says \"\(saying)\"", next: "write that, or leave the key out")
    }
    return true
  }

  /// `england/icpc stricter` or `england/icpc target`.
  private func beside(_ node: YAMLNode?) throws(Fault) -> Rule.Beside? {
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

  private func examples(
    _ node: YAMLNode?, _ diagnostics: inout Diagnostics
  ) -> [Example] {
    let list = diagnostics.read(try node?.list(of: "examples") ?? []) ?? []
    var examples: [Example] = []
    for node in list {
      if let example = diagnostics.read(try ExampleReader.example(node)) {
        examples.append(example)
      }
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

// MARK: Editions

extension RuleReader {
  /// The days of an edition.
  private struct Days {
    var from: CivilDay
    var until: CivilDay?
  }

  /// The editions that can be read, the oldest first.
  private func editions(
    _ rule: YAMLMap, _ key: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> [Edition] {
    let list = diagnostics.read(
      try KeyedMap<RuleKey>(rule).required(.editions).list(of: "editions"))
    guard let list else { return [] }
    if list.isEmpty {
      diagnostics.add(key.fault("a rule has at least one edition", next: "add \"- from: …\""))
    }
    var previous: Days?
    return list.compactMap { edition($0, of: rule, after: &previous, &diagnostics) }
  }

  private func edition(
    _ node: YAMLNode, of rule: YAMLMap, after previous: inout Days?,
    _ diagnostics: inout Diagnostics
  ) -> Edition? {
    guard let map = diagnostics.read(try node.map(of: "an edition")) else { return nil }
    diagnostics.allow(only: KeyedMap<EditionKey>.words + BodyKey.words, in: map)
    if let node = map[BodyKey.forEach.rawValue] {
      // What a rule is applied to is found before anybody knows which edition was in force.
      diagnostics.add(
        node.fault(
          "an edition cannot be for something else than its rule",
          next: "write a rule of its own for it, with these days in its editions"))
    }
    let keys = KeyedMap<EditionKey>(map)
    let days = days(keys, after: previous, &diagnostics)
    previous = days ?? previous
    let basis = diagnostics.read(try basis(keys))
    let citation = diagnostics.read(try citation(keys))
    let body = RuleBodyReader(vocabulary: vocabulary, rule: rule, edition: map).body(&diagnostics)
    guard let days, let basis, let citation, let body else { return nil }
    return Edition(
      from: days.from, until: days.until, basis: basis, citation: citation, body: body)
  }

  /// The first and the last day of an edition; nil where one of them cannot be read.
  private func days(
    _ keys: KeyedMap<EditionKey>, after previous: Days?, _ diagnostics: inout Diagnostics
  ) -> Days? {
    let fromNode = diagnostics.read(try keys.required(.from))
    let from =
      diagnostics.read(
        try fromNode.map { (node) throws(Fault) in try RuleReader.day(node) }) ?? nil
    if let fromNode, let from, let previous,
      previous.from >= from || previous.until.map({ $0 >= from }) ?? false
    {
      diagnostics.add(
        fromNode.fault(
          "editions follow each other without overlap, the oldest first",
          next: "put them in order, and end the one before on the day before"))
    }
    guard let node = keys[.until] else { return from.map { Days(from: $0, until: nil) } }
    guard let until = diagnostics.read(try RuleReader.day(node)), let from else { return nil }
    guard until >= from else {
      diagnostics.add(
        node.fault("an edition ends on or after its first day", next: "correct the date"))
      return nil
    }
    return Days(from: from, until: until)
  }

  /// What an edition rests on.
  private func basis(_ keys: KeyedMap<EditionKey>) throws(Fault) -> Basis {
    let node = try keys.required(.basis)
    let text = try node.text(as: EditionKey.basis.rawValue)
    guard let basis = Basis(rawValue: text) else {
      throw node.fault(
        "\"\(text)\" is no basis", next: suggestion(for: text, in: Basis.allCases.map(\.rawValue)))
    }
    return basis
  }

  /// Where an edition is written.
  private func citation(_ keys: KeyedMap<EditionKey>) throws(Fault) -> String {
    let node = try keys.required(.citation)
    let citation = try node.text(as: EditionKey.citation.rawValue)
    guard citation.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
      throw node.fault("an edition says where it is written", next: "fill in its citation")
    }
    return citation
  }
}
