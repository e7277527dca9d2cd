import CaseModel
import Clocks
import Faults
import YAMLReading

/// Reads what one edition of a rule says: its own keys over the rule's.
struct RuleBodyReader {
  let vocabulary: Vocabulary
  let rule: YAMLMap
  let edition: YAMLMap

  /// The body, with exactly one duty.
  func body() throws(Fault) -> RuleBody {
    guard let trigger = value("for each") else {
      throw Fault(
        .configuration, at: rule.place, "a rule says what it is applied to",
        next: "add \"for each: …\"")
    }
    return RuleBody(
      forEach: try self.trigger(trigger), condition: try condition("if"),
      notRequired: try condition("not required if"),
      starts: try optional("starts") { (node) throws(Fault) in try start(node) },
      livedFrom: try livedFrom(), duty: try duty(), stops: try stops(), whileOpen: try whileOpen(),
      dueSoon: try optional("due soon") { (node) throws(Fault) in try limit(node) })
  }

  /// The edition's value of a key, or else the rule's.
  private func value(_ key: String) -> YAMLNode? { edition[key] ?? rule[key] }

  private func optional<Value>(
    _ key: String, _ read: (YAMLNode) throws(Fault) -> Value
  ) throws(Fault) -> Value? {
    guard let node = value(key) else { return nil }
    return try read(node)
  }

  private func condition(_ key: String) throws(Fault) -> Condition? {
    guard let node = value(key) else { return nil }
    return try PhraseReader.condition(node, as: key, vocabulary: vocabulary)
  }

  private func phrase(_ node: YAMLNode, _ meaning: String) throws(Fault) -> PhraseReader {
    try PhraseReader(node, as: meaning, vocabulary: vocabulary)
  }

  private func trigger(_ node: YAMLNode) throws(Fault) -> RuleTrigger {
    var reader = try phrase(node, "for each")
    let word = try reader.word("a kind of process or a type of event")
    let target: RuleTrigger.Target
    if let kind = vocabulary.process(word) {
      target = .process(kind)
    } else if let type = vocabulary.event(word) {
      target = .event(type)
    } else {
      throw reader.faultAtLast(
        "\"\(word)\" is no kind of process and no type of event of the vocabulary",
        next: suggestion(
          for: word, in: vocabulary.processes.map(\.word) + vocabulary.events.map(\.word)))
    }
    let filter = reader.take("where") ? try reader.condition() : nil
    try reader.end()
    return RuleTrigger(target: target, filter: filter)
  }

  private func start(_ node: YAMLNode) throws(Fault) -> RuleStart {
    var reader = try phrase(node, "starts")
    var terms: [RuleStart.Term] = []
    repeat {
      if !terms.isEmpty { try reader.expect("else") }
      if reader.take("first") {
        terms.append(.first(try reader.eventType()))
      } else if reader.take("last") {
        terms.append(.last(try reader.eventType()))
      } else if reader.afterNext == "opened" {
        terms.append(.opened(try reader.process()))
        reader.skip()
      } else {
        let type = try reader.eventType()
        try reader.expect("that")
        let word = try reader.word("a flag")
        guard let flag = vocabulary.attribute(word), vocabulary[flag].type == .flag else {
          throw reader.faultAtLast(
            "\"\(word)\" is no flag of the vocabulary",
            next: suggestion(
              for: word, in: vocabulary.attributes.filter { $0.type == .flag }.map(\.word)))
        }
        terms.append(.flagged(type, flag))
      }
    } while reader.take(",")
    try reader.end()
    return RuleStart(terms: terms)
  }

  private func livedFrom() throws(Fault) -> [EventType] {
    guard let node = value("lived from") else { return [] }
    var reader = try phrase(node, "lived from")
    var types: [EventType] = []
    if reader.take(["first", "of", "["]) {
      repeat { types.append(try reader.eventType()) } while reader.take(",")
      try reader.expect("]")
    } else {
      types.append(try reader.eventType())
    }
    try reader.end()
    return types
  }

  private func duty() throws(Fault) -> RuleDuty {
    let duties = ["limit", "at most", "repeats", "attended by", "chaired by", "order"]
    let given = duties.filter { value($0) != nil }
    guard given.count == 1, let duty = given.first, let node = value(duty) else {
      throw Fault(
        .configuration, at: rule.place,
        "a rule asks for exactly one thing: \(duties.joined(separator: ", "))",
        next: given.isEmpty ? "add one of them" : "keep one of \(given.joined(separator: ", "))")
    }
    switch duty {
    case "limit": return .deadline(try tiers(node), try satisfier())
    case "at most": return .atMost(try tiers(node))
    case "repeats":
      let map = try node.map(of: "repeats")
      try map.allow(only: ["first", "then"])
      var first: Limit?
      if let node = map["first"] { first = try limit(node) }
      return .repeats(first: first, then: try limit(try map.required("then")), try satisfier())
    case "attended by": return .attendedBy(try places(node))
    case "chaired by": return .chairedBy(try chairTiers(node))
    default:
      var reader = try phrase(node, duty)
      let type = try reader.eventType()
      try reader.expect("before")
      let anchor = try reader.eventType()
      try reader.end()
      guard case .event(anchor) = try trigger(try forEach()).target else {
        throw node.fault(
          "an order names the event that the rule is applied to",
          next: "write the event of \"for each\" behind \"before\"")
      }
      return .preceded(by: type)
    }
  }

  private func forEach() throws(Fault) -> YAMLNode {
    guard let node = value("for each") else { return try rule.required("for each") }
    return node
  }

  private func satisfier() throws(Fault) -> RuleSatisfier {
    guard let node = value("met by") else {
      throw Fault(
        .configuration, at: rule.place, "a rule with a limit says what meets it",
        next: "add \"met by: …\"")
    }
    var reader = try phrase(node, "met by")
    var types: [EventType] = []
    if reader.take(["any", "of", "["]) {
      repeat { types.append(try reader.eventType()) } while reader.take(",")
      try reader.expect("]")
    } else {
      types.append(try reader.eventType())
    }
    let filter = reader.take("where") ? try reader.condition() : nil
    let isAfter = reader.take(["after", "the", "start", "day"])
    let isToAll = reader.take(["to", "all", "who", "attended"])
    try reader.end()
    return RuleSatisfier(
      types: types, filter: filter, isAfterStartDay: isAfter,
      recipients: isToAll ? .allWhoAttended : .none)
  }

  private func places(_ node: YAMLNode) throws(Fault) -> [[Role]] {
    var places: [[Role]] = []
    for place in try node.list(of: "places, a role each") {
      var reader = try phrase(place, "a place")
      var roles: [Role] = []
      repeat { roles.append(try reader.role()) } while reader.take("or")
      try reader.end()
      places.append(roles)
    }
    guard places.count <= 32 else {
      throw node.fault("a meeting has at most 32 places to fill", next: "shorten the list")
    }
    return places
  }

  private func chairTiers(_ node: YAMLNode) throws(Fault) -> [RuleDuty.ChairTier] {
    var tiers: [RuleDuty.ChairTier] = []
    for node in node.oneOrMore {
      var reader = try phrase(node, "chaired by")
      let role = try reader.role()
      let orAbove = reader.take(["or", "above"])
      tiers.append(
        RuleDuty.ChairTier(role: role, orAbove: orAbove, condition: try tierCondition(&reader)))
    }
    return tiers
  }

  private func tierCondition(_ reader: inout PhraseReader) throws(Fault) -> Condition? {
    if reader.take("if") {
      let condition = try reader.condition()
      try reader.end()
      return condition
    }
    _ = reader.take("otherwise")
    try reader.end()
    return nil
  }

  private func tiers(_ node: YAMLNode) throws(Fault) -> [RuleTier] {
    var tiers: [RuleTier] = []
    for node in node.oneOrMore {
      var reader = try phrase(node, "limit")
      let limit = try limit(&reader, at: node)
      tiers.append(RuleTier(limit: limit, condition: try tierCondition(&reader)))
    }
    for tier in tiers.dropLast() where tier.condition == nil {
      throw node.fault(
        "every tier but the last says when it applies", next: "add \"if …\" to each of them")
    }
    if let first = tiers.first,
      tiers.contains(where: { $0.limit.isElapsed != first.limit.isElapsed })
    {
      throw node.fault(
        "the tiers of a rule all count hours, or none of them does",
        next: "make two rules of it, or write the hours as \"same day\" or days")
    }
    return tiers
  }

  private func limit(_ node: YAMLNode) throws(Fault) -> Limit {
    var reader = try phrase(node, "a limit")
    let limit = try limit(&reader, at: node)
    try reader.end()
    return limit
  }

  private func limit(_ reader: inout PhraseReader, at node: YAMLNode) throws(Fault) -> Limit {
    var words: [String] = []
    while let word = reader.next, word != "if", word != "otherwise" {
      words.append(word)
      reader.skip()
    }
    do {
      return try Limit(words.joined(separator: " "))
    } catch {
      throw node.fault(error.reason, next: "write one number and one unit")
    }
  }

  private func stops() throws(Fault) -> [RuleStop] {
    guard let node = value("stops if") else { return [] }
    var reader = try phrase(node, "stops if")
    var stops: [RuleStop] = []
    repeat {
      switch try reader.alternative() {
      case .childDied: stops.append(RuleStop(fact: .childDied))
      case .isClosed(let kind): stops.append(RuleStop(fact: .closed(kind)))
      case .closeReason(let kind, let reasons):
        stops.append(RuleStop(fact: .closedFor(kind, reasons)))
      default:
        throw reader.faultAtLast(
          "what stops a clock has a date: a death, or a process that closed",
          next: "write \"child.died\", \"cp_plan closed\" or \"s47.close_reason is …\"")
      }
    } while reader.take("or")
    try reader.end()
    return stops
  }

  private func whileOpen() throws(Fault) -> ProcessKind? {
    guard let node = value("while") else { return nil }
    guard
      case .isOpen(let kind) = try PhraseReader.condition(
        node, as: "while", vocabulary: vocabulary)
    else {
      throw node.fault("\"while\" names a process that is open", next: "write \"cp_plan is open\"")
    }
    return kind
  }
}
