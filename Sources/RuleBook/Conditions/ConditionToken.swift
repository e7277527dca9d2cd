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
