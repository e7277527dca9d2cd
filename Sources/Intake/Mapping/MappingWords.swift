import CaseModel
import Faults
import YAMLReading

/// The words that a mapping may use, looked up by nodes of its file.
struct MappingWords: Sendable {
  let vocabulary: Vocabulary
  private let words: RecordWords

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = RecordWords(vocabulary)
  }

  /// The kind of process that a node names.
  func kind(_ node: YAMLNode) throws(Fault) -> ProcessKind {
    let word = try node.text(as: "a kind of process")
    guard let kind = vocabulary.process(word) else {
      throw node.fault(
        "\"\(word)\" is no kind of process of the vocabulary",
        next: suggestion(for: word, in: vocabulary.processes.map(\.word)))
    }
    return kind
  }

  /// The attribute that a node names.
  func attribute(_ node: YAMLNode) throws(Fault) -> Attribute {
    let word = try node.text(as: "an attribute")
    guard let attribute = vocabulary.attribute(word) else {
      throw node.fault(
        "\"\(word)\" is no attribute of the vocabulary",
        next: suggestion(for: word, in: vocabulary.attributes.map(\.word)))
    }
    return attribute
  }

  /// Refuses a word that a role, a part, a state or a value of an attribute cannot be.
  func check(_ word: [UInt8], as use: Use, at node: YAMLNode) throws(Fault) {
    let isRight = word.withUnsafeBytes { bytes in
      switch use {
      case .role: words.roles.value(bytes) != nil
      case .part: words.parts.value(bytes) != nil
      case .state: words.states.value(bytes) != nil
      case .outcome(let type):
        outcomes(of: type).isEmpty || outcomes(of: type).contains { bytes.isWord(Array($0.utf8)) }
      case .attribute(let attribute): isValue(bytes, of: attribute)
      }
    }
    guard !isRight else { return }
    let text = String(decoding: word, as: UTF8.self)
    throw node.fault(
      "\"\(text)\" is no \(name(of: use))", next: suggestion(for: text, in: allowed(use)))
  }

  /// What a word of a mapping is used for.
  enum Use {
    case role
    case part
    case state
    case outcome(EventType)
    case attribute(Attribute)
  }

  private func outcomes(of type: EventType) -> [String] { vocabulary.outcomes(of: type) }

  private func isValue(_ bytes: UnsafeRawBufferPointer, of attribute: Attribute) -> Bool {
    let word = vocabulary[attribute]
    switch word.type {
    case .flag, .truth: return TruthWords.read(bytes) != nil
    case .role: return words.roles.value(bytes) != nil
    case .code: return word.values.isEmpty || word.values.contains { bytes.isWord(Array($0.utf8)) }
    case .number, .date, .limit: return true
    }
  }

  private func name(of use: Use) -> String {
    switch use {
    case .role: "role of the vocabulary"
    case .part: "part that somebody takes in an event"
    case .state: "state of an event"
    case .outcome(let type): "outcome of \(vocabulary[type].word)"
    case .attribute(let attribute): "value of \(vocabulary[attribute].word)"
    }
  }

  private func allowed(_ use: Use) -> [String] {
    switch use {
    case .role: return vocabulary.roles.map(\.word)
    case .part: return Part.allCases.map(\.word)
    case .state: return EventState.written.map(\.word)
    case .outcome(let type): return outcomes(of: type)
    case .attribute(let attribute):
      let word = vocabulary[attribute]
      switch word.type {
      case .flag, .truth: return ["yes", "no"]
      case .role: return vocabulary.roles.map(\.word)
      case .code, .number, .date, .limit: return word.values
      }
    }
  }
}
