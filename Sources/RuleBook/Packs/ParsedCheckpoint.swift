import CaseModel
import Faults
import YAMLReading

/// The keys of a checkpoint.
enum CheckpointKey: String, CaseIterable {
  case limit
  case metBy = "met by"
  case condition = "if"
  case title
}

/// A checkpoint as read: what it changes of its rule.
struct ParsedCheckpoint {
  /// Its name, as written.
  let label: String
  /// Where it stands.
  let place: Place
  /// What meets it.
  let event: RuleSatisfier
  /// Its limits.
  let tiers: [RuleTier]
  /// When it is required; nil for whenever the rule is.
  let condition: Condition?
  /// Its title; nil for one made of the rule's and the label.
  let title: String?

  /// The checkpoints of a rule, as far as they can be read.
  static func all(
    of rule: YAMLMap, _ vocabulary: Vocabulary, _ diagnostics: inout Diagnostics
  ) -> [ParsedCheckpoint] {
    guard let node = rule[BodyKey.checkpoints.rawValue] else { return [] }
    let map = diagnostics.read(try node.map(of: "checkpoints, by label"))
    return (map?.entries ?? []).compactMap {
      ParsedCheckpoint($0.key, $0.value, vocabulary, &diagnostics)
    }
  }

  private init?(
    _ key: YAMLNode, _ value: YAMLNode, _ vocabulary: Vocabulary,
    _ diagnostics: inout Diagnostics
  ) {
    let label = diagnostics.read(try key.text(as: "a label"))
    let keys = diagnostics.map(value, of: "a checkpoint", keys: CheckpointKey.self)
    guard let keys else { return nil }
    let event = diagnostics.read(try RuleSatisfier(try keys.required(.metBy), vocabulary))
    let tiers = diagnostics.read(
      try RuleLimitReader(vocabulary: vocabulary).tiers(try keys.required(.limit)))
    let condition = diagnostics.read(
      try keys[.condition].map { (node) throws(Fault) in
        try PhraseReader.condition(
          node, as: CheckpointKey.condition.rawValue, vocabulary: vocabulary)
      })
    let title = diagnostics.read(try keys.text(.title))
    guard let label, let event, let tiers, let condition, let title else { return nil }
    self.label = label
    place = key.place
    self.event = event
    self.tiers = tiers
    self.condition = condition
    self.title = title
  }

  /// Each checkpoint as a rule of its own: the same trigger and clock, its own limit and event.
  static func rules(_ checkpoints: [ParsedCheckpoint], of rule: Rule) -> [Rule] {
    var served: [[EventType]: Int] = [:]
    return checkpoints.map { checkpoint in
      var event = checkpoint.event
      let before = served[event.types, default: 0]
      served[event.types] = before + 1
      // One event never closes two checkpoints.
      if before > 0, event.ordinal == 1 { event.ordinal = before + 1 }
      return checkpoint.rule(beside: rule, event)
    }
  }

  private func rule(beside rule: Rule, _ event: RuleSatisfier) -> Rule {
    Rule(
      id: "\(rule.id)/\(ParsedCheckpoint.slug(label))", title: title ?? "\(rule.title): \(label)",
      ask: "", note: "", forms: [], rows: [], was: nil, switchedOff: rule.switchedOff,
      beside: nil, checkpoint: Rule.Checkpoint(rule: rule.id, label: label),
      isPerIncident: rule.isPerIncident, isJudgedByDue: rule.isJudgedByDue, place: place,
      editions: rule.editions.map { edition in
        var body = edition.body
        body.requirement = .deadline(Requirement.Deadline(tiers: tiers, event: event))
        if let condition { body.condition = condition }
        body.delay = nil
        return Edition(
          from: edition.from, until: edition.until, basis: edition.basis,
          citation: edition.citation, body: body)
      }, examples: [])
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
}
