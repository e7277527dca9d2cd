import Faults

/// Parts a page template into text and tags, by bytes, with line and column of each.
struct TemplateScanner {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var column = 1

  /// The pieces of a template.
  ///
  /// - Throws: ``Fault`` where a tag does not end or the file holds a control character.
  static func items(of text: String, file: String) throws(Fault) -> [TemplateItem] {
    var scanner = TemplateScanner(bytes: Array(text.utf8), file: file)
    var items: [TemplateItem] = []
    while scanner.position < scanner.bytes.count { items.append(try scanner.next()) }
    return items
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private var place: Place { Place(file: file, line: line, column: column) }

  private mutating func next() throws(Fault) -> TemplateItem {
    let start = place
    guard starts(with: "{{") else { return try text(from: start) }
    if starts(with: "{{{") {
      let name = try content(opening: 3, closing: "}}}", at: start)
      let kind: TemplateItem.Kind = name.utf8.contains(UInt8(ascii: ":")) ? .trusted : .raw
      return TemplateItem(kind: kind, content: name, place: start)
    }
    guard position + 2 < bytes.count else { throw unended(start) }
    let sign = bytes[position + 2]
    let kind: TemplateItem.Kind =
      switch sign {
      case UInt8(ascii: "#"): .section
      case UInt8(ascii: "^"): .inverted
      case UInt8(ascii: "/"): .close
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "&"): .raw
      case UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: "$"): .unused
      default: .variable
      }
    let name = try content(opening: kind == .variable ? 2 : 3, closing: "}}", at: start)
    return TemplateItem(kind: kind, content: name, place: start)
  }

  private mutating func text(from start: Place) throws(Fault) -> TemplateItem {
    let first = position
    while position < bytes.count, !starts(with: "{{") {
      let byte = bytes[position]
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
        throw Fault(
          .configuration, at: place, "a template holds no control characters",
          next: "remove the character")
      }
      advance(by: 1)
    }
    return TemplateItem(
      kind: .text, content: String(decoding: bytes[first..<position], as: UTF8.self), place: start)
  }

  private mutating func content(
    opening: Int, closing: String, at start: Place
  ) throws(Fault) -> String {
    advance(by: opening)
    let first = position
    while position < bytes.count, !starts(with: closing) { advance(by: 1) }
    guard position < bytes.count else { throw unended(start) }
    var name = bytes[first..<position]
    while let byte = name.first, byte == 0x20 || byte == 0x0A { name.removeFirst() }
    while let byte = name.last, byte == 0x20 || byte == 0x0A { name.removeLast() }
    advance(by: closing.utf8.count)
    return String(decoding: name, as: UTF8.self)
  }

  private func unended(_ start: Place) -> Fault {
    Fault(
      .configuration, at: start, "a tag that starts with {{ ends with }}",
      next: "add the closing braces")
  }

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func advance(by count: Int) {
    for _ in 0..<count where position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
