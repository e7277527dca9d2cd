/// The XML declaration, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`.
///
/// Grammar: Extensible Markup Language (XML) 1.0, fifth edition, production 23.
struct Declaration {
  private let text: ArraySlice<UInt8>
  private var position: Int

  /// A declaration that is still to be read; nil where the text does not begin with one.
  init?(_ text: [UInt8]) {
    guard text.starts(with: Array("<?xml".utf8)), text.count > 5, isBlank(text[5]) else {
      return nil
    }
    self.text = text.prefix(1024)
    position = 5
  }

  /// Reads it to its end.
  ///
  /// - Returns: the encoding it names, in small letters; nil where it names none.
  /// - Throws: an ``XMLReadingError`` for a version other than 1.0 or a fault of grammar.
  mutating func read() throws(XMLReadingError) -> String? {
    guard skipBlanks(), let version = try pseudoAttribute("version") else { throw malformed }
    guard version == "1.0" else { throw XMLReadingError(.version, line: 1) }
    var separated = skipBlanks()
    var encoding: String?
    if separated, let name = try pseudoAttribute("encoding") {
      encoding = name.lowercased()
      separated = skipBlanks()
    }
    if separated, let standalone = try pseudoAttribute("standalone") {
      guard standalone == "yes" || standalone == "no" else { throw malformed }
      _ = skipBlanks()
    }
    guard skip("?>") else { throw malformed }
    return encoding
  }

  private var malformed: XMLReadingError {
    XMLReadingError(
      .malformed(code: XMLReadingError.declarationUnfinished), line: 1, column: position + 1)
  }

  private mutating func skip(_ word: String) -> Bool {
    guard text[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func skipBlanks() -> Bool {
    let start = position
    while position < text.endIndex, isBlank(text[position]) { position += 1 }
    return position > start
  }

  private mutating func pseudoAttribute(_ name: String) throws(XMLReadingError) -> String? {
    guard skip(name) else { return nil }
    _ = skipBlanks()
    guard skip("=") else { throw malformed }
    _ = skipBlanks()
    guard position < text.endIndex else { throw malformed }
    let quote = text[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw malformed }
    position += 1
    guard let close = text[position...].firstIndex(of: quote) else { throw malformed }
    defer { position = close + 1 }
    return String(decoding: text[position..<close], as: UTF8.self)
  }
}
