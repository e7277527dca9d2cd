import CaseModel
import Clocks
import Faults
import YAMLReading

extension RuleBodyReader {
  /// The keys of which a rule has exactly one.
  static let requirements = [
    "limit", "repeats", "at most", "at least", "before", "order", "not before", "attended by",
    "forbidden", "chaired by", "must be", "pattern", "soft",
  ]

  /// What is asked for.
  func requirement(of trigger: RuleTrigger) throws(Fault) -> Requirement {
    var given = RuleBodyReader.requirements.filter { value($0) != nil }
    // Beside a limit, an earliest day says which events count.
    if given.count > 1 { given.removeAll { $0 == "not before" } }
    guard given.count == 1, let requirement = given.first, let node = value(requirement) else {
      throw Fault(
        .configuration, at: rule.place,
        "a rule asks for exactly one thing: \(RuleBodyReader.requirements.joined(separator: ", "))",
        next: given.isEmpty ? "add one of them" : "keep one of \(given.joined(separator: ", "))")
    }
    switch requirement {
    case "limit": return .deadline(try tiers(node), try satisfier())
    case "at most": return try atMost(node, trigger)
    case "at least":
      try needProcess(node, trigger)
      return .atLeast(try tiers(node))
    case "repeats":
      let map = try node.map(of: "repeats")
      try map.allow(only: ["first", "then"])
      return .repeats(
        first: try map["first"].map { (node) throws(Fault) in try tiers(node) } ?? [],
        then: try tiers(try map.required("then")), try satisfier())
    case "before": return .before(try limit(node), try satisfier())
    case "not before": return .notBefore(try term(node))
    case "attended by": return .attendedBy(try places(node))
    case "forbidden": return .forbidden(try roles(node))
    case "chaired by": return .chairedBy(try chairTiers(node))
    case "must be":
      return .mustBe(try PhraseReader.condition(node, as: requirement, vocabulary: vocabulary))
    case "pattern": return try pattern(node)
    case "soft":
      return .soft(
        try node.text(as: requirement), value("met by") == nil ? nil : try satisfier())
    default: return .preceded(by: try order(node, trigger))
    }
  }

  /// The day before which events do not count, beside another duty.
  func earliest(_ requirement: Requirement) throws(Fault) -> LimitTerm? {
    if case .notBefore = requirement { return nil }
    guard let node = value("not before") else { return nil }
    return try term(node)
  }

  private func needProcess(_ node: YAMLNode, _ trigger: RuleTrigger) throws(Fault) {
    guard case .process = trigger.target else {
      throw node.fault(
        "only a process lasts, and this rule is applied to an event",
        next: "write the process behind \"for each\"")
    }
  }

  private func atMost(_ node: YAMLNode, _ trigger: RuleTrigger) throws(Fault) -> Requirement {
    try needProcess(node, trigger)
    var reader = node.isList ? nil : try phrase(node, "at most")
    if reader?.next.flatMap({ Int($0) }) != nil, var reader = reader.take() {
      let cap = try reader.limitPhrase()
      if reader.take(["in", "any"]) {
        let window = try reader.limitPhrase()
        try reader.end()
        return .atMostInAny(cap, window: window)
      }
    }
    return .atMost(try tiers(node), try extensions())
  }

  /// `1 of 7 days by EVENT` or `any number of 8 weeks by EVENT`.
  func extensions() throws(Fault) -> RuleExtensions? {
    guard let node = value("extensions") else { return nil }
    var reader = try phrase(node, "extensions")
    let count = reader.take(["any", "number"]) ? nil : try reader.wholeNumber()
    try reader.expect("of")
    let each = try reader.limitPhrase()
    try reader.expect("by")
    let type = try reader.eventType()
    try reader.end()
    return RuleExtensions(count: count, each: each, by: type)
  }

  private func order(_ node: YAMLNode, _ trigger: RuleTrigger) throws(Fault) -> EventType {
    var reader = try phrase(node, "order")
    let type = try reader.eventType()
    try reader.expect("before")
    let anchor = try reader.word("what the rule is applied to")
    try reader.end()
    let isTrigger =
      switch trigger.target {
      case .process(let kind): vocabulary.process(anchor) == kind
      case .event(let event): vocabulary.event(anchor) == event
      }
    guard isTrigger else {
      throw node.fault(
        "an order names what the rule is applied to",
        next: "write what stands behind \"for each\" behind \"before\"")
    }
    return type
  }

  /// `at least 1 of the last 2 where CONDITION`.
  private func pattern(_ node: YAMLNode) throws(Fault) -> Requirement {
    var reader = try phrase(node, "pattern")
    guard reader.take(["at", "least"]) else {
      throw node.fault(
        "a pattern says how many of the last events",
        next: "write \"at least 1 of the last 2 where CONDITION\"")
    }
    let count = try reader.wholeNumber()
    guard reader.take(["of", "the", "last"]) else {
      throw reader.fault("\"of the last\" is expected here", next: "write it")
    }
    let last = try reader.wholeNumber()
    try reader.expect("where")
    let condition = try reader.condition()
    try reader.end()
    guard (1...last).contains(count) else {
      throw node.fault("a pattern asks for no more than it looks at", next: "mend the numbers")
    }
    return .pattern(count, ofLast: last, condition)
  }

  // MARK: What meets it

  /// The event that satisfies the rule.
  func satisfier() throws(Fault) -> RuleSatisfier {
    guard let node = value("met by") else {
      throw Fault(
        .configuration, at: rule.place, "a rule with a limit says what meets it",
        next: "add \"met by: …\"")
    }
    return try satisfier(node)
  }

  /// The event that a phrase names.
  func satisfier(_ node: YAMLNode) throws(Fault) -> RuleSatisfier {
    var reader = try phrase(node, "met by")
    var satisfier = RuleSatisfier(types: [])
    if reader.take(["any", "of"]) {
      satisfier.types = try reader.bracketed { (reader) throws(Fault) in try reader.eventType() }
    } else if reader.take(["all", "of"]) {
      satisfier.needsAll = true
      satisfier.types = try reader.bracketed { (reader) throws(Fault) in try reader.eventType() }
    } else {
      let ordinals = ["first", "second", "third", "fourth", "fifth"]
      if let word = reader.next, let place = ordinals.firstIndex(of: word) {
        reader.skip()
        satisfier.ordinal = place + 1
      }
      satisfier.types = [try reader.eventType()]
    }
    if reader.take("where") { satisfier.filter = try reader.condition() }
    satisfier.isAfterStartDay = reader.take(["after", "the", "start", "day"])
    satisfier.isAlsoBeforeStart = reader.take(["also", "before", "the", "start"])
    if reader.take(["to", "all", "who", "attended"]) {
      satisfier.recipients = .allWhoAttended
    } else if reader.take(["to", "each", "of"]) {
      satisfier.recipients = .each(
        try reader.bracketed { (reader) throws(Fault) in try reader.role() })
    }
    satisfier.mayBeShared = reader.take(["may", "be", "shared"])
    try reader.end()
    return satisfier
  }
}
