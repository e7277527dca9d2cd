import CaseModel
import Faults
import YAMLReading

extension PhraseReader {
  /// The condition that a node states, to its end.
  static func condition(
    _ node: YAMLNode, as meaning: String, vocabulary: Vocabulary
  ) throws(Fault) -> Condition {
    var reader = try PhraseReader(node, as: meaning, vocabulary: vocabulary)
    let condition = try reader.condition()
    try reader.end()
    return condition
  }

  /// A condition: alternatives joined with `or`.
  mutating func condition() throws(Fault) -> Condition {
    var parts = [try conjunction()]
    while take("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// A condition without a bare `or`: parts joined with `and`.
  mutating func conjunction() throws(Fault) -> Condition {
    var parts = [try single()]
    while take("and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// How deep a condition may be nested: more than anybody can read, and less than a stack holds.
  private static let deepest = 32

  private mutating func single() throws(Fault) -> Condition {
    guard depth < PhraseReader.deepest else {
      throw fault(
        "a condition is nested no deeper than \(PhraseReader.deepest) parts",
        next: "say it with fewer \"not\" and brackets, or in two rules")
    }
    depth += 1
    defer { depth -= 1 }
    if take("not") { return .not(try single()) }
    if take("(") {
      let inside = try condition()
      try expect(")")
      return inside
    }
    if next == "child" { return try childTest() }
    if take(["on", "a", "working", "day"]) { return .onWorkingDay }
    if next == "outcome", afterNext == "is" || afterNext == "in" || afterNext == "=" {
      skip()
      return .outcome(try words("an outcome", known: vocabulary.allOutcomes))
    }
    if next == "exists" || next == "count", afterNext == "(" { return try countTest() }
    let word = try word("a field")
    if ["exists", "count"].contains(word) {
      throw fault(
        "\"\(word)\" is followed by an event in brackets", next: "write \"\(word)(EVENT)\"")
    }
    if let kind = vocabulary.process(word) { return try processTest(kind) }
    if let type = vocabulary.event(word) { return try eventTest(type) }
    if let attribute = vocabulary.attribute(word) {
      return .eventAttribute(attribute, try test(of: attribute))
    }
    let known =
      vocabulary.attributes.map(\.word) + vocabulary.events.map(\.word)
      + vocabulary.processes.map(\.word)
      + ["child.died", "child.age", "exists", "count", "outcome"]
    throw faultAtLast(
      "\"\(word)\" is no field of the vocabulary", next: suggestion(for: word, in: known))
  }

  private mutating func processTest(_ kind: ProcessKind) throws(Fault) -> Condition {
    if take(".") {
      let word = try word("a field of the process")
      if word == "close_reason" {
        return .closeReason(kind, try words("a close reason", known: vocabulary[kind].closedAs))
      }
      guard let attribute = vocabulary.attribute(word),
        vocabulary[attribute].owners.contains(vocabulary[kind].word)
      else {
        let owned = vocabulary.attributes.filter { $0.owners.contains(vocabulary[kind].word) }
        throw faultAtLast(
          "a \(vocabulary[kind].word) has no field \"\(word)\"",
          next: suggestion(for: word, in: owned.map(\.word) + ["close_reason"]))
      }
      return .processAttribute(kind, attribute, try test(of: attribute))
    }
    _ = take("is")
    if take(["open", "for", "more", "than"]) { return .isOpenFor(kind, try limitPhrase()) }
    if take("open") { return .isOpen(kind) }
    if take("closed") { return .isClosed(kind) }
    throw fault(
      "a process is said to be open or closed, or one of its fields is asked for",
      next:
        "write \"\(vocabulary[kind].word) is open\" or \"\(vocabulary[kind].word).close_reason is …\""
    )
  }

  private mutating func eventTest(_ type: EventType) throws(Fault) -> Condition {
    guard take("is") else {
      throw fault(
        "an event is said to be in a state",
        next: "write \"\(vocabulary[type].word) is held\" or another state")
    }
    let word = try word("a state")
    guard let state = EventState(word: word) else {
      throw faultAtLast(
        "\"\(word)\" is no state of an event",
        next: suggestion(for: word, in: EventState.written.map(\.word)))
    }
    return .eventState(type, state)
  }

  private mutating func test(of attribute: Attribute) throws(Fault) -> Condition.Test {
    let entry = vocabulary[attribute]
    // A flag that is absent is known not to be set: nothing of it is ever missing.
    if entry.type != .flag, take(["is", "recorded"]) { return .isRecorded }
    switch entry.type {
    case .flag, .truth:
      guard next == "is" || next == "=" else { return .isTrue }
      skip()
      if take("yes") { return .isTrue }
      if take("no") { return .isFalse }
      throw fault("\"\(entry.word)\" is yes or no", next: "write one of the two")
    case .code, .role:
      let known = entry.type == .role ? vocabulary.roles.map(\.word) : entry.values
      return .isOneOf(try words("a value of \"\(entry.word)\"", known: known))
    case .number:
      let comparison = try comparison()
      return .compares(comparison, try wholeNumber())
    case .date, .limit:
      throw faultAtLast(
        "\"\(entry.word)\" is a \(entry.type.rawValue), of which a condition only asks whether it is there",
        next: "write \"\(entry.word) is recorded\", or the limit as \"by \(entry.word)\"")
    }
  }

  /// `child.died`, `child is unborn` or `child.age < 5`.
  private mutating func childTest() throws(Fault) -> Condition {
    if take(["child", ".", "died"]) { return .childDied }
    if take(["child", "is", "unborn"]) { return .childUnborn }
    if take(["child", ".", "age"]) {
      let comparison = try comparison()
      return .childAge(comparison, try wholeNumber())
    }
    throw fault(
      "of a child is asked whether it died, is unborn, or how old it is",
      next: "write \"child.died\", \"child is unborn\" or \"child.age < 5\"")
  }

  /// `exists(EVENT …)` or `count(EVENT …) >= 3`.
  private mutating func countTest() throws(Fault) -> Condition {
    let isCount = take("count")
    if !isCount { try expect("exists") }
    try expect("(")
    let query = try eventQuery()
    try expect(")")
    guard isCount else { return .count(query, .atLeast, 1) }
    let comparison = try comparison()
    return .count(query, comparison, try wholeNumber())
  }

  /// `EVENT`, with `of the child`, `where CONDITION` and `, within LIMIT` behind it where they are
  /// wanted.
  mutating func eventQuery() throws(Fault) -> Condition.EventQuery {
    let type = try eventType()
    let isOfChild = take(["of", "the", "child"])
    let filter = take("where") ? try condition() : nil
    let within = take([",", "within"]) ? try limitPhrase() : nil
    return Condition.EventQuery(
      type: type, isOfChild: isOfChild, filter: filter, within: within)
  }

  private mutating func comparison() throws(Fault) -> Condition.Comparison {
    if take("is") { return .equal }
    guard let sign = next, let comparison = Condition.Comparison(rawValue: sign) else {
      throw fault("a number is compared here", next: "write <, <=, =, >= or > and a whole number")
    }
    skip()
    return comparison
  }

  /// `is word`, `= word` or `in [word, word]`.
  mutating func words(_ meaning: String, known: [String] = []) throws(Fault) -> [String] {
    var found: [String] = []
    func checked(_ reader: PhraseReader, _ word: String) throws(Fault) -> String {
      guard known.isEmpty || known.contains(word) else {
        throw reader.faultAtLast(
          "\"\(word)\" is not \(meaning)", next: suggestion(for: word, in: known))
      }
      return word
    }
    if take("in") {
      try expect("[")
      repeat { found.append(try checked(self, try word(meaning))) } while take(",")
      try expect("]")
      return found
    }
    guard take("is") || take("=") else {
      throw fault("\"is\", \"=\" or \"in\" is expected here", next: "write \"is\" and \(meaning)")
    }
    return [try checked(self, try word(meaning))]
  }
}
