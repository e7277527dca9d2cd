import Faults
import YAMLReading

/// The keys that say how a column is found and how its values are read.
private enum ColumnKey: String, CaseIterable {
  case named
  case matching
  case optional
  case several
  case dates
  case fillers
  case nullWords = "null words"
  case values
  case before
  case after
  case without
}

extension MappedListParser {
  /// The cell that a node names; nil where there is no node.
  mutating func cell(_ node: YAMLNode?) throws(Fault) -> MappedCell? {
    guard let node else { return nil }
    return try cell(node) as MappedCell
  }

  /// The cell that a node names: `always WORD`, `{A}-{B}` or a column.
  mutating func cell(_ node: YAMLNode) throws(Fault) -> MappedCell {
    let text = try node.text(as: "a column")
    if text.utf8.starts(with: "always ".utf8) {
      return .constant(Array(text.utf8.dropFirst("always ".utf8.count)))
    }
    guard text.utf8.contains(UInt8(ascii: "{")) else {
      return .column(try column(named: text, node))
    }
    var pieces: [MappedCell] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
          throw node.fault("a \"{\" is followed by a \"}\"", next: "close it")
        }
        let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        pieces.append(.column(try column(named: name, node)))
        rest = rest[(end + 1)...]
      } else {
        let literal = rest.prefix { $0 != UInt8(ascii: "{") }
        pieces.append(.constant(Array(literal)))
        rest = rest.dropFirst(literal.count)
      }
    }
    return .composed(pieces)
  }

  /// The index of a column that the mapping calls by a name; it is added where it is new.
  private mutating func column(named name: String, _ node: YAMLNode) throws(Fault) -> Int {
    let key = String(decoding: name.foldedBytes, as: UTF8.self)
    if let index = indexes[key] { return index }
    guard !key.isEmpty else {
      throw node.fault("a column has a name", next: "write the column's name")
    }
    var column = MappedColumn(name: name, names: [NamePattern(name)], node: node)
    column.dates = list.dates
    column.fillers = list.fillers
    for null in (own[.nullWords] ?? head.shared[.nullWords])?.oneOrMore ?? [] {
      column.nullWords.append(try null.text(as: "a null word").foldedBytes)
    }
    for owner in [head.shared, own] {
      for entry in try owner[.columns]?.map(of: "columns").entries ?? [] {
        guard try entry.key.text(as: "a column").foldedBytes == name.foldedBytes else { continue }
        try describe(&column, entry.value.map(of: "a column", keys: ColumnKey.self))
      }
    }
    for pattern in column.names {
      guard let word = PersonalColumns.word(in: pattern.text) else { continue }
      throw node.fault(
        "a column that looks like a name, an address or free text (\"\(word)\") is never read",
        next: "map a code or an id instead")
    }
    indexes[key] = list.columns.count
    list.columns.append(column)
    return list.columns.count - 1
  }

  private func describe(
    _ column: inout MappedColumn, _ keys: KeyedMap<ColumnKey>
  ) throws(Fault) {
    if let node = keys[.named] {
      column.names = []
      for name in node.oneOrMore {
        let text = try name.text(as: "a column's name")
        guard !text.utf8.contains(UInt8(ascii: "*")) else {
          throw name.fault("a name with \"*\" is a pattern", next: "write \"matching: …\"")
        }
        column.names.append(NamePattern(text))
      }
    }
    if let text = try keys.text(.matching) { column.names = [NamePattern(text)] }
    if let node = keys[.optional] { column.isOptional = try truth(node, "optional") }
    if let node = keys[.several] { column.isSeveral = try truth(node, "several") }
    if let node = keys[.dates] { column.dates = try dates(node) }
    if let node = keys[.fillers] { column.fillers = try Self.fillers(node) }
    if let node = keys[.nullWords] {
      column.nullWords = []
      for word in node.oneOrMore {
        column.nullWords.append(try word.text(as: "a null word").foldedBytes)
      }
    }
    if let node = keys[.values] { try describe(&column, values: node) }
    if let sign = try keys.text(.before) { column.extraction = .before(Array(sign.utf8)) }
    if let sign = try keys.text(.after) { column.extraction = .after(Array(sign.utf8)) }
    if let node = keys[.without] {
      guard try node.text(as: "without") == "list letter" else {
        throw node.fault(
          "without says what is left out, and that is a list letter such as \"a) \"",
          next: "write \"without: list letter\"")
      }
      column.extraction = .withoutListLetter
    }
  }

  private func describe(_ column: inout MappedColumn, values node: YAMLNode) throws(Fault) {
    let set: YAMLMap
    if node.isMap {
      set = try node.map(of: "values")
    } else {
      let name = try node.text(as: "a set of values")
      guard let named = head.sets[name] else {
        throw node.fault(
          "there is no set of values \"\(name)\"",
          next: suggestion(for: name, in: head.sets.keys.sorted()))
      }
      set = named
    }
    var words: [(String, Int)] = []
    column.targets = []
    for entry in set.entries {
      words.append((try entry.key.text(as: "a value"), column.targets.count))
      column.targets.append(
        (Array(try entry.value.text(as: "a word").utf8), entry.value))
    }
    column.values = WordTable(words)
  }

  /// Checks that what a cell can say by the mapping's own words is right for a use.
  func check(_ cell: MappedCell, as use: MappingWords.Use, at node: YAMLNode) throws(Fault) {
    switch cell {
    case .constant(let word): try words.check(word, as: use, at: node)
    case .column(let index):
      for target in list.columns[index].targets {
        try words.check(target.word, as: use, at: target.node)
      }
    case .composed: break
    }
  }

  /// The conditions of a key: one, or a list of which all hold.
  mutating func conditions(_ node: YAMLNode?) throws(Fault) -> [MappedCondition] {
    var conditions: [MappedCondition] = []
    for node in node?.oneOrMore ?? [] { conditions.append(try condition(node)) }
    return conditions
  }

  /// A condition: `COLUMN is VALUE`, `is not`, `is one of A, B`, `is not one of`, `is empty`.
  mutating func condition(_ node: YAMLNode) throws(Fault) -> MappedCondition {
    let words = try node.text(as: "a condition").utf8.split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard let verb = words.firstIndex(of: "is"), verb > 0, verb + 1 < words.count else {
      throw node.fault(
        "a condition is a column, \"is\" or \"is not\", and a value, \"empty\" or \"one of A, B\"",
        next: "write for instance \"EVENT is Core group\"")
    }
    let column = try column(named: words[..<verb].joined(separator: " "), node)
    var rest = words[(verb + 1)...]
    let isNegated = rest.first == "not" && rest.count > 1
    if isNegated { rest = rest.dropFirst() }
    if rest == ["empty"] {
      return MappedCondition(column: column, values: [], isNegated: isNegated)
    }
    guard rest.starts(with: ["one", "of"]), rest.count > 2 else {
      return MappedCondition(
        column: column, values: [rest.joined(separator: " ").foldedBytes], isNegated: isNegated)
    }
    let values = rest.dropFirst(2).joined(separator: " ").utf8.split(separator: UInt8(ascii: ","))
      .map { String(decoding: $0, as: UTF8.self).foldedBytes }
    return MappedCondition(column: column, values: values, isNegated: isNegated)
  }

  private func truth(_ node: YAMLNode, _ key: String) throws(Fault) -> Bool {
    switch try node.text(as: key) {
    case "yes": true
    case "no": false
    default: throw node.fault("\(key) is yes or no", next: "write one of the two")
    }
  }
}
