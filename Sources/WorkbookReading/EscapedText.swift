/// Text of a workbook, in which `_x000D_` stands for a character that XML cannot hold.
enum EscapedText {
  /// The text with such characters put in their place.
  ///
  /// Source: ECMA-376-1, 22.9.2.19 `ST_Xstring`. Halves of a pair and zero stay as they stand.
  static func resolve(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var resolved: [UInt8] = []
    var at = 0
    while at < text.count {
      if let scalar = scalar(text[at...]), let bytes = UTF8.encode(scalar) {
        resolved += bytes
        at += 7
      } else {
        resolved.append(text[at])
        at += 1
      }
    }
    return resolved
  }

  private static func scalar(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let mark = text.prefix(7)
    guard mark.count == 7, mark.starts(with: "_x".utf8), mark.last == UInt8(ascii: "_") else {
      return nil
    }
    var value: UInt32 = 0
    for byte in mark.dropFirst(2).dropLast() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 48)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 55)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 87)
      default: return nil
      }
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
