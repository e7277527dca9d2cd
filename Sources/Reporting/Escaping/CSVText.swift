/// The one writer of CSV fields: each is quoted, and none is taken for a formula.
enum CSVText {
  /// The end of a record.
  static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// The byte-order mark of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends a text as a quoted field, with an apostrophe in front where a spreadsheet would run it.
  ///
  /// Source: OWASP ASVS 5.0, requirement 1.2.10.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    if looksLikeFormula(text) { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Appends a number, quoted and without a guard: it was never text.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(quote)
    bytes += String(number).utf8
    bytes.append(quote)
  }

  /// Appends the comma between two fields.
  static func appendComma(to bytes: inout [UInt8]) { bytes.append(UInt8(ascii: ",")) }

  /// Whether the first scalar that shows is one that makes a spreadsheet evaluate the field.
  static func looksLikeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if isSkipped(scalar) { continue }
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "\0": return true
      case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
      default: return false
      }
    }
    return false
  }

  /// Blanks, the byte-order mark and what has no width: a spreadsheet looks behind them.
  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20: true
    case 0x21...0x9F: false
    case 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000:
      true
    case 0xFEFF: true
    default: false
    }
  }

  private static let quote = UInt8(ascii: "\"")
}
