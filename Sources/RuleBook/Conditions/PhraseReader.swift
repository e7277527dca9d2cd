import CaseModel
import Clocks
import Faults
import YAMLReading

/// Reads the short phrases of packs word by word, with the place of each for messages.
///
/// Conditions, triggers and starts are all phrases; each has a file of its own that extends this.
struct PhraseReader {
  let vocabulary: Vocabulary
  let node: YAMLNode
  private let tokens: [ConditionToken]
  private var position = 0
  /// How many parts of a condition lie around the next word.
  var depth = 0

  /// A reader at the start of a node's text.
  init(_ node: YAMLNode, as meaning: String, vocabulary: Vocabulary) throws(Fault) {
    self.vocabulary = vocabulary
    self.node = node
    tokens = ConditionToken.tokens(try node.text(as: meaning))
  }

  /// The next word or sign; nil at the end.
  var next: String? { position < tokens.count ? tokens[position].text : nil }

  /// The word or sign after the next; nil at the end.
  var afterNext: String? { position + 1 < tokens.count ? tokens[position + 1].text : nil }

  /// Goes past the next word.
  mutating func skip() { position += 1 }

  /// Goes past the next word if it is this one.
  mutating func take(_ word: String) -> Bool {
    guard next == word else { return false }
    position += 1
    return true
  }

  /// Goes past some words if they are the next ones.
  mutating func take(_ words: [String]) -> Bool {
    guard tokens[position...].prefix(words.count).map(\.text) == words else { return false }
    position += words.count
    return true
  }

  /// The next word, which must be there.
  mutating func word(_ meaning: String) throws(Fault) -> String {
    guard let word = next else {
      throw fault("\(meaning) is missing at the end", next: "finish the phrase")
    }
    position += 1
    return word
  }

  /// Goes past a word that must be next.
  mutating func expect(_ word: String) throws(Fault) {
    guard take(word) else {
      throw fault("\"\(word)\" is expected here", next: "write it, or look at the words before")
    }
  }

  /// Refuses anything that is left.
  func end() throws(Fault) {
    guard let next else { return }
    throw fault(
      "the phrase ends before \"\(next)\"",
      next: "remove the rest, or join it with \"and\" or \"or\"")
  }

  /// A fault at the next word.
  func fault(_ rule: String, next nextStep: String) -> Fault {
    fault(at: position, rule, next: nextStep)
  }

  /// A fault at the word just taken.
  func faultAtLast(_ rule: String, next nextStep: String) -> Fault {
    fault(at: max(0, position - 1), rule, next: nextStep)
  }

  private func fault(at index: Int, _ rule: String, next nextStep: String) -> Fault {
    let offset =
      index < tokens.count
      ? tokens[index].offset : (tokens.last.map { $0.offset + $0.text.utf8.count } ?? 0)
    var place = node.place
    place.column = place.column.map { $0 + offset }
    return Fault(.configuration, at: place, rule, next: nextStep)
  }

  /// A whole number, which must be next.
  mutating func wholeNumber() throws(Fault) -> Int {
    let word = try word("a whole number")
    guard word.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(word),
      number <= 100_000
    else { throw faultAtLast("a whole number is expected here", next: "write it in digits") }
    return number
  }

  /// A limit: a number, a unit, and `counting the first day` where it is wanted.
  mutating func limitPhrase() throws(Fault) -> Limit {
    var words: [String] = []
    let first = position
    while let word = next, words.count < 7, PhraseReader.isOfLimit(word, words) {
      words.append(word)
      skip()
    }
    do {
      return try Limit(words.joined(separator: " "))
    } catch {
      throw fault(at: first, error.reason, next: "write one number and one unit")
    }
  }

  /// Whether a word can go on a limit that begins with some words.
  private static func isOfLimit(_ word: String, _ before: [String]) -> Bool {
    if before.isEmpty {
      return word == "same" || word.utf8.first.map { (48...57).contains($0) } ?? false
    }
    let units = Limit.Unit.allCases.flatMap { $0.rawValue.utf8.split(separator: 0x20) }
      .map { String(decoding: $0, as: UTF8.self) }
    return units.contains(word) || units.contains { "\($0)s" == word }
      || ["counting", "the", "first"].contains(word)
  }

  /// Words in square brackets, parted by commas.
  mutating func bracketed<Item>(
    _ item: (inout PhraseReader) throws(Fault) -> Item
  ) throws(Fault) -> [Item] {
    try expect("[")
    var items: [Item] = []
    repeat { items.append(try item(&self)) } while take(",")
    try expect("]")
    return items
  }

  /// An event type, which must be next.
  mutating func eventType() throws(Fault) -> EventType {
    let word = try word("an event type")
    guard let type = vocabulary.event(word) else {
      throw faultAtLast(
        "\"\(word)\" is no event type of the vocabulary",
        next: suggestion(for: word, in: vocabulary.events.map(\.word)))
    }
    return type
  }

  /// A kind of process, which must be next.
  mutating func process() throws(Fault) -> ProcessKind {
    let word = try word("a kind of process")
    guard let kind = vocabulary.process(word) else {
      throw faultAtLast(
        "\"\(word)\" is no kind of process of the vocabulary",
        next: suggestion(for: word, in: vocabulary.processes.map(\.word)))
    }
    return kind
  }

  /// A role, which must be next.
  mutating func role() throws(Fault) -> Role {
    let word = try word("a role")
    guard let role = vocabulary.role(word) else {
      throw faultAtLast(
        "\"\(word)\" is no role of the vocabulary",
        next: suggestion(for: word, in: vocabulary.roles.map(\.word)))
    }
    return role
  }
}

/// A word or sign of a condition, with its place in the text.
struct ConditionToken: Hashable {
  /// The word, or the sign `( ) [ ] , . = < > <= >=`.
  var text: String
  /// How many characters stand before it.
  var offset: Int

  /// The tokens of a text, in order; a sign that no condition uses is a token of its own.
  static func tokens(_ text: String) -> [ConditionToken] {
    var tokens: [ConditionToken] = []
    var word: [UInt8] = []
    var start = 0
    var offset = 0
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
        true
      default: false
      }
    }
    func flush() {
      guard !word.isEmpty else { return }
      tokens.append(
        ConditionToken(text: String(decoding: word, as: UTF8.self), offset: start))
      word.removeAll()
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "="), word.isEmpty, let last = tokens.last, last.offset == offset - 1,
        last.text == "<" || last.text == ">"
      {
        tokens[tokens.count - 1].text += "="
      } else if isWord(byte) {
        if word.isEmpty { start = offset }
        word.append(byte)
      } else {
        flush()
        if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\n") {
          tokens.append(
            ConditionToken(text: String(decoding: [byte], as: UTF8.self), offset: offset))
        }
      }
      offset += 1
    }
    flush()
    return tokens
  }
}
