/// Reads JSON that Duly wrote back, value by value, to count what really stands in it.
struct JSONReread {
  private let bytes: [UInt8]
  private var position = 0

  /// A reader of a file's bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes through a map: the body is given each key and has to read or skip its value.
  ///
  /// - Returns: false where this is no map.
  mutating func object(_ body: (inout JSONReread, String) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = text(), take(UInt8(ascii: ":")), body(&self, key) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  /// Goes through a list: the body is given each place and has to read or skip its value.
  ///
  /// - Returns: false where this is no list.
  mutating func array(_ body: (inout JSONReread, Int) -> Bool) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    if take(UInt8(ascii: "]")) { return true }
    var place = 0
    repeat {
      guard body(&self, place) else { return false }
      place += 1
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// A text, its escapes resolved; nil where this is none.
  mutating func text() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count else { return nil }
      let escaped = bytes[position]
      position += 1
      if escaped == UInt8(ascii: "u") {
        guard position + 4 <= bytes.count,
          let value = UInt8(
            String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else { return nil }
        text.append(value)
        position += 4
      } else {
        text.append(escaped)
      }
    }
    return nil
  }

  /// A whole number; nil where this is none.
  mutating func number() -> Int? {
    skipBlanks()
    let start = position
    while position < bytes.count,
      (48...57).contains(bytes[position]) || bytes[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// Goes past a value of any kind.
  ///
  /// - Returns: false where there is none.
  mutating func skip() -> Bool {
    skipBlanks()
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "{"): return object { reader, _ in reader.skip() }
    case UInt8(ascii: "["): return array { reader, _ in reader.skip() }
    case UInt8(ascii: "\""): return skipText()
    default:
      let start = position
      while position < bytes.count, isPlain(bytes[position]) { position += 1 }
      return position > start
    }
  }

  private mutating func skipText() -> Bool {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x20 {
      position += 1
    }
  }
}
