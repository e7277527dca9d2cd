/// The tags and attributes of a page, as a plain reader of HTML finds them.
struct MarkupShape {
  /// The names of all start tags, in order.
  private(set) var tags: [String] = []
  /// The names of all attributes.
  private(set) var attributes: Set<String> = []
  /// The values of all class attributes.
  private(set) var classes: [String] = []
  /// How often each element that needs an end was opened.
  private(set) var opened: [String: Int] = [:]
  /// How often each was closed.
  private(set) var closed: [String: Int] = [:]

  private static let empty: Set<String> = ["meta", "br", "!doctype"]

  /// Reads a page.
  init(_ bytes: [UInt8]) {
    var index = 0
    var isStyle = false
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if isStyle, !bytes[index...].starts(with: "</style".utf8) {
        index += 1
        continue
      }
      let (tag, end) = MarkupShape.tag(bytes, from: index + 1)
      index = end
      isStyle = tag.name == "style"
      if tag.name.hasPrefix("/") {
        closed[String(tag.name.dropFirst()), default: 0] += 1
        continue
      }
      tags.append(tag.name)
      for (name, value) in tag.attributes {
        attributes.insert(name)
        if name == "class" { classes.append(value) }
      }
      if !MarkupShape.empty.contains(tag.name), !tag.isClosed { opened[tag.name, default: 0] += 1 }
    }
  }

  /// Whether headings start at 1 and go down by one step at a time.
  var areHeadingsInOrder: Bool {
    var last = 0
    for tag in tags where tag.utf8.count == 2 && tag.hasPrefix("h") {
      guard let level = Int(tag.dropFirst()) else { continue }
      if level > last + 1 { return false }
      last = level
    }
    return last > 0
  }

  private struct Tag {
    var name = ""
    var attributes: [(String, String)] = []
    var isClosed = false
  }

  private static func tag(_ bytes: [UInt8], from start: Int) -> (Tag, Int) {
    var tag = Tag()
    var index = start
    var word: [UInt8] = []
    var isNamed = false
    func text() -> String { String(decoding: word, as: UTF8.self).lowercased() }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: ">"), 0x20, 0x0A:
        if !isNamed {
          tag.name = text()
          isNamed = true
        } else if !word.isEmpty {
          tag.attributes.append((text(), ""))
        }
        word = []
        if byte == UInt8(ascii: ">") { return (tag, index) }
      case UInt8(ascii: "/") where isNamed || !word.isEmpty: tag.isClosed = true
      case UInt8(ascii: "="):
        var value: [UInt8] = []
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          index += 1
          while index < bytes.count, bytes[index] != quote {
            value.append(bytes[index])
            index += 1
          }
          index += 1
        }
        tag.attributes.append((text(), String(decoding: value, as: UTF8.self)))
        word = []
      default: word.append(byte)
      }
    }
    return (tag, index)
  }
}
