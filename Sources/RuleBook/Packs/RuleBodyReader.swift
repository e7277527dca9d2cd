import CaseModel
import Clocks
import Faults
import YAMLReading

/// The keys that say what a rule does, those of its requirement aside; an edition may change any.
enum BodyKey: String, CaseIterable {
  case forEach = "for each"
  case condition = "if"
  case notRequired = "not required if"
  case starts
  case livedFrom = "lived from"
  case metBy = "met by"
  case extensions
  case stops = "stops if"
  case whileOpen = "while"
  case silence
  case endsAt = "ends at"
  case received
  case delay
  case checkpoints
  case calendar
  case dueSoon = "due soon"

  /// The keys, and behind them those that state a requirement.
  static var words: [String] {
    allCases.map(\.rawValue) + Requirement.Key.allCases.map(\.rawValue)
  }
}

/// Reads what one edition of a rule says: its own keys over the rule's.
struct RuleBodyReader {
  let vocabulary: Vocabulary
  let rule: YAMLMap
  let edition: YAMLMap

  /// The edition's value of a key, or else the rule's.
  subscript(key: BodyKey) -> YAMLNode? { edition[key.rawValue] ?? rule[key.rawValue] }

  /// The edition's value of a requirement's key, or else the rule's; an edition that states another
  /// requirement drops the rule's own.
  subscript(key: Requirement.Key) -> YAMLNode? {
    if let own = edition[key.rawValue] { return own }
    let isReplaced =
      key != .notBefore
      && Requirement.Key.allCases.contains { $0 != .notBefore && edition[$0.rawValue] != nil }
    return isReplaced ? nil : rule[key.rawValue]
  }

  /// The body, with exactly one requirement; nil where a part that it cannot do without has a fault.
  func body(_ diagnostics: inout Diagnostics) -> RuleBody? {
    let target = diagnostics.read(try target())
    let requirement = requirement(of: target, &diagnostics)
    let condition = diagnostics.read(try self.condition(.condition)) ?? nil
    let notRequired = diagnostics.read(try self.condition(.notRequired)) ?? nil
    let starts = diagnostics.read(try starts()) ?? nil
    let livedFrom = diagnostics.read(try livedFrom()) ?? []
    let stops = diagnostics.read(try stops()) ?? []
    let whileOpen = diagnostics.read(try whileOpen()) ?? nil
    let earliest = diagnostics.read(try earliest(beside: requirement)) ?? nil
    let silence = diagnostics.read(try isStated(.silence, as: "counts as agreed"))
    let received = diagnostics.read(try isStated(.received, as: "rolls to the next working day"))
    let endsAt = diagnostics.read(try ending()) ?? nil
    let delay = diagnostics.read(try delay()) ?? nil
    let calendar = diagnostics.read(try self[.calendar]?.text(as: "a calendar")) ?? nil
    let dueSoon = diagnostics.read(try dueSoon()) ?? nil
    guard let target, let requirement else { return nil }
    return RuleBody(
      forEach: target, condition: condition, notRequired: notRequired, starts: starts,
      livedFrom: livedFrom, requirement: requirement, notBefore: earliest, stops: stops,
      whileOpen: whileOpen ?? RuleBodyReader.repeated(target, requirement),
      isSilenceAgreement: silence ?? false, endsAt: endsAt,
      rollsToWorkingDay: received ?? false, delay: delay, calendar: calendar, dueSoon: dueSoon)
  }

  /// The process within which something comes again; nil for every other form.
  private static func repeated(
    _ trigger: RuleTrigger, _ requirement: Requirement
  ) -> ProcessKind? {
    guard case .repeats = requirement, case .process(let kind) = trigger.target else { return nil }
    return kind
  }

  private func condition(_ key: BodyKey) throws(Fault) -> Condition? {
    try self[key].map { (node) throws(Fault) in
      try PhraseReader.condition(node, as: key.rawValue, vocabulary: vocabulary)
    }
  }

  private func phrase(_ node: YAMLNode, _ meaning: String) throws(Fault) -> PhraseReader {
    try PhraseReader(node, as: meaning, vocabulary: vocabulary)
  }

  /// Whether a key is there; it can only say one thing.
  private func isStated(_ key: BodyKey, as saying: String) throws(Fault) -> Bool {
    guard let node = self[key] else { return false }
    let text = try node.text(as: key.rawValue)
    guard text == saying else {
      throw node.fault(
        "\"\(key.rawValue)\" says \"\(saying)\"", next: suggestion(for: text, in: [saying]))
    }
    return true
  }

  // MARK: Requirement

  /// What is asked for.
  private func requirement(
    of trigger: RuleTrigger?, _ diagnostics: inout Diagnostics
  ) -> Requirement? {
    var given = Requirement.Key.allCases.filter { self[$0] != nil }
    // Beside another requirement, an earliest day says which events count.
    if given.count > 1 { given.removeAll { $0 == .notBefore } }
    guard given.count == 1, let key = given.first, let node = self[key] else {
      diagnostics.add(
        Fault(
          .configuration, at: rule.place,
          "a rule asks for exactly one thing: \(Requirement.Key.allCases.map(\.rawValue).joined(separator: ", "))",
          next: given.isEmpty
            ? "add one of them"
            : "keep one of \(given.map(\.rawValue).joined(separator: ", "))"))
      if self[.metBy] != nil { diagnostics.read(try satisfier()) }
      diagnostics.read(try extensions())
      return nil
    }
    return key.form.read(
      RequirementSource(node: node, trigger: trigger, edition: self), &diagnostics)
  }

  /// The event that satisfies the rule.
  func satisfier() throws(Fault) -> RuleSatisfier {
    guard let node = self[.metBy] else {
      throw Fault(
        .configuration, at: rule.place, "a rule with a limit says what meets it",
        next: "add \"met by: …\"")
    }
    return try RuleSatisfier(node, vocabulary)
  }

  /// How a longest time may be extended; nil for not at all.
  func extensions() throws(Fault) -> RuleExtensions? {
    try self[.extensions].map { (node) throws(Fault) in try RuleExtensions(node, vocabulary) }
  }

  /// The day before which events do not count, beside another requirement.
  private func earliest(beside requirement: Requirement?) throws(Fault) -> LimitTerm? {
    if case .notBefore = requirement { return nil }
    return try self[.notBefore].map { (node) throws(Fault) in
      try RuleLimitReader(vocabulary: vocabulary).term(node)
    }
  }

  // MARK: Trigger and start

  /// What the rule is applied to.
  private func target() throws(Fault) -> RuleTrigger {
    guard let node = self[.forEach] else {
      throw Fault(
        .configuration, at: rule.place, "a rule says what it is applied to",
        next: "add \"for each: …\"")
    }
    var reader = try phrase(node, "for each")
    if reader.take(["when", "count", "("]) {
      let query = try reader.eventQuery()
      try reader.expect(")")
      try reader.expect("reaches")
      let reaches = try reader.wholeNumber()
      try reader.end()
      guard let within = query.within, reaches > 1 else {
        throw node.fault(
          "a count says within how long, and reaches 2 or more",
          next: "write \"when count(EVENT, within 28 days) reaches 3\"")
      }
      return RuleTrigger(
        target: .event(query.type), filter: query.filter,
        count: RuleTrigger.Count(reaches: reaches, within: within))
    }
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

  private func starts() throws(Fault) -> RuleStart? {
    guard let node = self[.starts] else { return nil }
    var reader = try phrase(node, "starts")
    var terms: [RuleStart.Term] = []
    repeat {
      if !terms.isEmpty { try reader.expect("else") }
      let way = try startWay(&reader)
      terms.append(
        RuleStart.Term(way: way, condition: reader.take("if") ? try reader.condition() : nil))
    } while reader.take(",")
    try reader.end()
    return RuleStart(terms: terms)
  }

  private func startWay(_ reader: inout PhraseReader) throws(Fault) -> RuleStart.Way {
    if reader.take("first") { return .first(try reader.eventType()) }
    if reader.take("last") { return .last(try reader.eventType()) }
    if reader.take(["latest", "of"]) {
      return .latestOf(try reader.bracketed { (reader) throws(Fault) in try reader.eventType() })
    }
    if reader.afterNext == "opened" {
      let kind = try reader.process()
      reader.skip()
      return .opened(kind)
    }
    let type = try reader.eventType()
    guard reader.take("that") else { return .first(type) }
    let word = try reader.word("a flag")
    guard let flag = vocabulary.attribute(word), vocabulary[flag].type == .flag else {
      throw reader.faultAtLast(
        "\"\(word)\" is no flag of the vocabulary",
        next: suggestion(
          for: word, in: vocabulary.attributes.filter { $0.type == .flag }.map(\.word)))
    }
    return .flagged(type, flag)
  }

  private func livedFrom() throws(Fault) -> [EventType] {
    guard let node = self[.livedFrom] else { return [] }
    var reader = try phrase(node, "lived from")
    let types =
      reader.take(["first", "of"])
      ? try reader.bracketed { (reader) throws(Fault) in try reader.eventType() }
      : [try reader.eventType()]
    try reader.end()
    return types
  }

  // MARK: End

  private func stops() throws(Fault) -> [RuleStop] {
    guard let node = self[.stops] else { return [] }
    var reader = try phrase(node, "stops if")
    var stops: [RuleStop] = []
    repeat {
      stops.append(try stop(&reader))
    } while reader.take("or")
    try reader.end()
    return stops
  }

  private func stop(_ reader: inout PhraseReader) throws(Fault) -> RuleStop {
    if reader.take(["child", ".", "died"]) { return RuleStop(fact: .childDied) }
    if reader.take(["child", "turns"]) {
      return RuleStop(fact: .childTurns(try reader.wholeNumber()))
    }
    let word = try reader.word("what stops the clock")
    var fact: RuleStop.Fact
    if let kind = vocabulary.process(word) {
      if reader.take(".") {
        let field = try reader.word("a field of the process")
        guard field == "close_reason" else {
          throw reader.faultAtLast(
            "of a process, only why it closed stops a clock",
            next: suggestion(for: field, in: ["close_reason"]))
        }
        return RuleStop(fact: .closedFor(kind, try reader.words("a close reason")))
      }
      _ = reader.take("is")
      if reader.take("closed") { return RuleStop(fact: .closed(kind)) }
      try reader.expect("opened")
      fact = .opened(kind)
    } else if let type = vocabulary.event(word) {
      fact = .happened(type)
    } else {
      throw reader.faultAtLast(
        "what stops a clock has a date: a death, a birthday, a process or an event",
        next: suggestion(
          for: word, in: vocabulary.processes.map(\.word) + vocabulary.events.map(\.word)))
    }
    return RuleStop(fact: fact, filter: reader.take("where") ? try reader.conjunction() : nil)
  }

  private func whileOpen() throws(Fault) -> ProcessKind? {
    guard let node = self[.whileOpen] else { return nil }
    guard
      case .isOpen(let kind) = try PhraseReader.condition(
        node, as: "while", vocabulary: vocabulary)
    else {
      throw node.fault("\"while\" names a process that is open", next: "write \"cp_plan is open\"")
    }
    return kind
  }

  /// `12:00 on the next day of CALENDAR if the last day is none`.
  private func ending() throws(Fault) -> RuleEnding? {
    guard let node = self[.endsAt] else { return nil }
    let words = try node.text(as: "ends at").utf8.split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    let between = ["on", "the", "next", "day", "of"]
    let behind = ["if", "the", "last", "day", "is", "none"]
    guard words.count == 13, Array(words[1..<6]) == between, Array(words[7...]) == behind,
      let minute = OfficeHours.minute(words[0])
    else {
      throw node.fault(
        "\"ends at\" is an hour of the next day of a calendar",
        next: "write \"12:00 on the next day of court-days if the last day is none\"")
    }
    return RuleEnding(minuteOfDay: minute, calendar: words[6])
  }

  private func delay() throws(Fault) -> RuleDelay? {
    guard let node = self[.delay] else { return nil }
    let authorisers = try node.map(of: "delay", keys: DelayKey.self).required(.authorisedBy)
    var found: [RuleDelay.Authoriser] = []
    for item in authorisers.oneOrMore {
      var reader = try phrase(item, "authorised by")
      let role = try reader.role()
      found.append(RuleDelay.Authoriser(role: role, orAbove: reader.take(["or", "above"])))
      try reader.end()
    }
    return RuleDelay(authorisers: found)
  }

  private enum DelayKey: String, CaseIterable {
    case authorisedBy = "authorised by"
  }

  /// How long before due the worklist warns.
  private func dueSoon() throws(Fault) -> Limit? {
    try self[.dueSoon].map { (node) throws(Fault) in
      try RuleLimitReader(vocabulary: vocabulary).limit(node)
    }
  }
}
