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
    let notRequired = diagnostics.read(try self.notRequired()) ?? nil
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
      forEach: target, condition: condition, notRequired: notRequired?.condition,
      isNotRequiredReadSoFar: notRequired?.isReadSoFar ?? false, starts: starts,
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

  /// What means that nothing is required, and whether it is read at the as-of: `CONDITION so far`.
  private func notRequired() throws(Fault) -> (condition: Condition, isReadSoFar: Bool)? {
    guard let node = self[.notRequired] else { return nil }
    var reader = try phrase(node, BodyKey.notRequired.rawValue)
    let condition = try reader.condition()
    let isReadSoFar = reader.take(["so", "far"])
    try reader.end()
    return (condition, isReadSoFar)
  }

  func phrase(_ node: YAMLNode, _ meaning: String) throws(Fault) -> PhraseReader {
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

  // MARK: Delay and warning

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

  /// The keys of a delay.
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
