import CaseModel
import Clocks
import Faults
import Output
import YAMLReading

extension Requirement {
  /// The triggering process lasts no longer than a limit, extensions counted.
  struct AtMost: RequirementForm {
    /// The limits, each with its condition.
    var tiers: [RuleTier]
    /// How it may be extended; nil for not at all.
    var extensions: RuleExtensions?

    static let key = Key.atMost

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(try source.needProcess())
      let inAny = diagnostics.read(try AtMostInAny.read(source))
      if let inAny, let inAny { return .atMostInAny(inAny) }
      let tiers = inAny == nil ? nil : diagnostics.read(try source.tiers(source.node))
      let extensions = diagnostics.read(try source.edition.extensions())
      guard let tiers, let extensions else { return nil }
      return .atMost(AtMost(tiers: tiers, extensions: extensions))
    }

    var satisfier: RuleSatisfier? { nil }
    var isAboutTrigger: Bool { false }
    var family: CompiledEdition.Family { .deadline }
    var inputs: [RequirementInput] {
      [.closing] + (extensions.map { [.extensions($0.by)] } ?? [])
    }

    var outcomes: Set<Outcome> { [.met, .metLate, .overdue, .due] }
    var canStop: Bool { true }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .atMost(let other) = national else { return .ofDifferentKinds }
      return extensions == other.extensions
        ? RuleComparison.longer(tiers, other.tiers) : .incomparable("their extensions differ")
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let length = words.limits.lasting(tiers)
      let isElapsed = tiers.contains { $0.limit.isElapsed }
      var sentence =
        length.utf8.starts(with: "until ".utf8)
        ? "\(words.each(trigger)) may last \(length) and no longer."
        : "\(words.each(trigger)) may last no longer than \(length)\(isElapsed ? ", counted to the minute" : "")."
      if let extensions {
        let often =
          extensions.count.map { $0 == 1 ? "once" : "\($0) times" } ?? "any number of times"
        sentence +=
          " It may be extended \(often) by \(extensions.each), by \(English.one(words.vocabulary[extensions.by].name)) that comes no later than the end it moves."
        if extensions.isFromGrant {
          sentence += " The new time runs from the day of the extension."
        }
      }
      return sentence
    }
  }

  /// All processes of the kind together last no longer than a limit in any time of a length.
  struct AtMostInAny: RequirementForm {
    /// How long they may last together.
    var cap: Limit
    /// The length of the time that is looked at.
    var window: Limit

    static let key = Key.atMost

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      AtMost.read(source, &diagnostics)
    }

    /// `75 days in any 12 months`; nil where the value says something else.
    fileprivate static func read(_ source: RequirementSource) throws(Fault) -> AtMostInAny? {
      guard !source.node.isList else { return nil }
      var reader = try source.phrase(source.node, key.rawValue)
      guard reader.next.flatMap({ Int($0) }) != nil else { return nil }
      let cap = try reader.limitPhrase()
      guard reader.take(["in", "any"]) else { return nil }
      let window = try reader.limitPhrase()
      try reader.end()
      return AtMostInAny(cap: cap, window: window)
    }

    var tiers: [RuleTier] { [] }
    var satisfier: RuleSatisfier? { nil }
    var isAboutTrigger: Bool { false }
    var family: CompiledEdition.Family { .cap }
    var inputs: [RequirementInput] { [.closing] }

    var outcomes: Set<Outcome> { [.met, .notMet, .due] }
    var canStop: Bool { false }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .atMostInAny(let other) = national else { return .ofDifferentKinds }
      return window == other.window
        ? RuleComparison.longer(cap, other.cap)
        : .incomparable("they look at different times")
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "All \(English.plural(words.name(trigger.target))) of a child together may last no longer than \(cap) in any \(window)."
    }
  }
}

/// How a longest time may be extended.
struct RuleExtensions: Sendable, Hashable {
  /// How often; nil for any number.
  var count: Int?
  /// By how much each time.
  var each: Limit
  /// The event that grants one.
  var by: EventType
  /// Whether the new time runs from the day of the grant; else from the end that it moves.
  var isFromGrant = false

  /// Reads `1 of 7 days by EVENT` or `any number of 8 weeks by EVENT`, with `, from its day` behind it
  /// where the new time runs from the grant.
  init(_ node: YAMLNode, _ vocabulary: Vocabulary) throws(Fault) {
    var reader = try PhraseReader(node, as: "extensions", vocabulary: vocabulary)
    count = reader.take(["any", "number"]) ? nil : try reader.wholeNumber()
    try reader.expect("of")
    each = try reader.limitPhrase()
    try reader.expect("by")
    by = try reader.eventType()
    isFromGrant = reader.take([",", "from", "its", "day"])
    try reader.end()
  }
}

extension Requirement {
  /// The triggering process lasts no less than a limit.
  struct AtLeast: RequirementForm {
    /// The limits, each with its condition.
    var tiers: [RuleTier]

    static let key = Key.atLeast

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(try source.needProcess())
      return diagnostics.read(.atLeast(AtLeast(tiers: try source.tiers(source.node))))
    }

    var satisfier: RuleSatisfier? { nil }
    var isAboutTrigger: Bool { false }
    var family: CompiledEdition.Family { .atLeast }
    var inputs: [RequirementInput] { [.closing] }

    var outcomes: Set<Outcome> { [.met, .notMet, .due] }
    var canStop: Bool { true }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .atLeast(let other) = national else { return .ofDifferentKinds }
      return RuleComparison.longer(other.tiers, tiers).turned
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "\(words.each(trigger)) is to last at least \(words.limits.lasting(tiers))."
    }
  }
}
