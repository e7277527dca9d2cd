import CaseModel
import Clocks
import Faults
import YAMLReading

/// Reads the limits of rules.
struct RuleLimitReader {
  let vocabulary: Vocabulary

  /// The limits of a rule, each with its condition.
  func tiers(_ node: YAMLNode) throws(Fault) -> [RuleTier] {
    var tiers: [RuleTier] = []
    for node in node.oneOrMore {
      try refuseTwoAtOnce(node)
      var reader = try PhraseReader(node, as: "a limit", vocabulary: vocabulary)
      var tier = RuleTier(limit: try expression(&reader), condition: nil)
      if reader.take("if") {
        tier.condition = try reader.condition()
        if reader.take(["on", "the", "due", "day"]) {
          tier.reading = .onDueDay
        } else if reader.take(["by", "the", "due", "day"]) {
          tier.reading = .byDueDay
        }
      } else {
        _ = reader.take("otherwise")
      }
      try reader.end()
      tiers.append(tier)
    }
    for tier in tiers.dropLast() where tier.condition == nil {
      throw node.fault(
        "every tier but the last says when it applies", next: "add \"if …\" to each of them")
    }
    return tiers
  }

  /// A limit of one number and one unit.
  func limit(_ node: YAMLNode) throws(Fault) -> Limit {
    try refuseTwoAtOnce(node)
    var reader = try PhraseReader(node, as: "a limit", vocabulary: vocabulary)
    let limit = try reader.limitPhrase()
    try reader.end()
    return limit
  }

  /// One term of a limit.
  func term(_ node: YAMLNode) throws(Fault) -> LimitTerm {
    try refuseTwoAtOnce(node)
    var reader = try PhraseReader(node, as: "a day", vocabulary: vocabulary)
    let term = try term(&reader)
    try reader.end()
    return term
  }

  /// Refuses `3 working days (72 hours)`, which is two limits.
  private func refuseTwoAtOnce(_ node: YAMLNode) throws(Fault) {
    guard !node.isList, !node.isMap else { return }
    let bytes = Array(try node.text(as: "a limit").utf8)
    guard let bracket = bytes.firstIndex(of: UInt8(ascii: "(")), bracket + 1 < bytes.count,
      (48...57).contains(bytes[bracket + 1])
    else { return }
    throw node.fault(
      "a limit states one length of time, and this one states two that are not equal",
      next: "keep the one that governs and quote the other in the rule's note")
  }

  private func expression(_ reader: inout PhraseReader) throws(Fault) -> LimitExpression {
    if reader.take(["earliest", "of"]) {
      return LimitExpression(choice: .earliest, terms: try terms(&reader))
    }
    if reader.take(["latest", "of"]) {
      return LimitExpression(choice: .latest, terms: try terms(&reader))
    }
    return LimitExpression(choice: .only, terms: [try term(&reader)])
  }

  private func terms(_ reader: inout PhraseReader) throws(Fault) -> [LimitTerm] {
    try reader.bracketed { (reader) throws(Fault) in
      var term = try self.term(&reader)
      if reader.take("if") { term.condition = try reader.condition() }
      return term
    }
  }

  private func term(_ reader: inout PhraseReader) throws(Fault) -> LimitTerm {
    if reader.take("by") {
      return LimitTerm(kind: .recorded(try attribute(&reader, .date)))
    }
    if reader.take("as") {
      let attribute = try attribute(&reader, .limit)
      let ceiling = reader.take([",", "at", "most"]) ? try reader.limitPhrase() : nil
      return LimitTerm(kind: .own(attribute, ceiling: ceiling))
    }
    guard let first = reader.next, first == "same" || Int(first) != nil else {
      return LimitTerm(kind: .on(try anchor(&reader)))
    }
    let limit = try reader.limitPhrase()
    if reader.take("after") { return LimitTerm(kind: .after(limit, try anchor(&reader))) }
    if reader.take("before") {
      guard !limit.isElapsed else {
        throw reader.fault("days are counted backwards, hours are not", next: "write it in days")
      }
      return LimitTerm(kind: .before(limit, try anchor(&reader)))
    }
    return LimitTerm(kind: .afterStart(limit))
  }

  private func anchor(_ reader: inout PhraseReader) throws(Fault) -> DayAnchor {
    if reader.take(["child", ".", "born"]) { return .childBorn }
    if reader.take(["child", ".", "expected"]) { return .childExpected }
    if reader.take(["child", "turns"]) { return .childTurns(try reader.wholeNumber()) }
    if reader.take("first") { return .first(try reader.eventType()) }
    if reader.take("last") { return .last(try reader.eventType()) }
    if reader.afterNext == "opened" || reader.afterNext == "closed" {
      let kind = try reader.process()
      return reader.take("opened")
        ? .opened(kind)
        : {
          reader.skip()
          return .closed(kind)
        }()
    }
    if let word = reader.next, let attribute = vocabulary.attribute(word),
      vocabulary[attribute].type == .date
    {
      reader.skip()
      return .recorded(attribute)
    }
    throw reader.fault(
      "a day is expected here: a birth, a birthday, a process that opened or closed, an event, or a date that is recorded",
      next: "write \"child.born\", \"child turns 18\", \"cp_plan opened\" or \"first EVENT\"")
  }

  private func attribute(
    _ reader: inout PhraseReader, _ type: Vocabulary.AttributeType
  ) throws(Fault) -> Attribute {
    let word = try reader.word("a field")
    guard let attribute = vocabulary.attribute(word), vocabulary[attribute].type == type else {
      throw reader.faultAtLast(
        "\"\(word)\" is no field of the type \(type.rawValue)",
        next: suggestion(
          for: word, in: vocabulary.attributes.filter { $0.type == type }.map(\.word)))
    }
    return attribute
  }
}
