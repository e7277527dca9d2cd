import CaseModel
import Clocks

/// The words for the parts of a rule, for sentences that can be read aloud.
struct RuleWords {
  let vocabulary: Vocabulary

  /// `a section 47 enquiry`.
  func one(_ name: String) -> String {
    let vowels = "aeiou".utf8
    return (name.utf8.first.map { vowels.contains($0) } ?? false) ? "an \(name)" : "a \(name)"
  }

  /// The name of what triggers a rule.
  func name(_ target: RuleTrigger.Target) -> String {
    switch target {
    case .process(let kind): vocabulary[kind].name
    case .event(let type): vocabulary[type].name
    }
  }

  /// The name of a role.
  func name(_ role: Role) -> String { vocabulary[role]?.name ?? "somebody in a role not known" }

  /// `a, b and c`.
  static func list(_ words: [String], _ join: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(join) \(last)"
  }

  /// A word of a pack with blanks for its underscores.
  static func plain(_ word: String) -> String {
    String(
      decoding: word.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// A sentence of meaning as a clause: without its full stop and its capital.
  static func clause(_ meaning: String) -> String {
    var bytes = Array(meaning.utf8)
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    if let first = bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
      bytes[0] = first + 32
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A condition as a clause.
  func clause(_ condition: Condition) -> String {
    switch condition {
    case .not(let inner): "it is not so that \(clause(inner))"
    case .all(let parts): RuleWords.list(parts.map(clause))
    case .any(let parts): RuleWords.list(parts.map(clause), "or")
    case .eventAttribute(let attribute, let test): clause(attribute, test)
    case .processAttribute(_, let attribute, let test): clause(attribute, test)
    case .closeReason(let kind, let words):
      "the \(vocabulary[kind].name) was closed because \(RuleWords.list(words.map(RuleWords.plain), "or"))"
    case .isOpen(let kind): "\(one(vocabulary[kind].name)) is open"
    case .isClosed(let kind): "the \(vocabulary[kind].name) is closed"
    case .childDied: "the child has died"
    case .eventState(let type, .notRequired):
      "\(one(vocabulary[type].name)) is recorded as not required"
    case .eventState(let type, let state): "\(one(vocabulary[type].name)) is \(state.word)"
    }
  }

  private func clause(_ attribute: Attribute, _ test: Condition.Test) -> String {
    let word = vocabulary[attribute]
    switch test {
    case .isTrue: return RuleWords.clause(word.meaning)
    case .isFalse: return "it is not so that \(RuleWords.clause(word.meaning))"
    case .isOneOf(let values):
      return
        "the \(RuleWords.plain(word.word)) is \(RuleWords.list(values.map(RuleWords.plain), "or"))"
    }
  }
}
