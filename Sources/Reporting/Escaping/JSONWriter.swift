import Clocks

/// Writes JSON as bytes, with keys in the order in which they are written.
struct JSONWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  /// Whether the next value follows another in its list or map.
  private var needsComma = false

  /// Reserves room for a text of about this length.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes a map.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes a list.
  mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a key; its value is to be written next.
  mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a text.
  mutating func text(_ text: String) {
    separate()
    appendQuoted(text)
    needsComma = true
  }

  /// Writes a moment in its ISO form, or null where its day is not known.
  mutating func moment(_ moment: Moment) {
    guard moment.isKnown else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    moment.appendISO(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  mutating func number(_ number: Int) {
    separate()
    bytes += String(number).utf8
    needsComma = true
  }

  /// Writes a number of tenths as a decimal: 857 as `85.7`.
  mutating func tenths(_ tenths: Int?) {
    guard let tenths else { return null() }
    separate()
    bytes += "\(tenths / 10).\(tenths % 10)".utf8
    needsComma = true
  }

  /// Writes true or false.
  mutating func flag(_ flag: Bool) {
    separate()
    bytes += (flag ? "true" : "false").utf8
    needsComma = true
  }

  /// Writes null.
  mutating func null() {
    separate()
    bytes += "null".utf8
    needsComma = true
  }

  /// Writes a line end, for people who look into the file.
  mutating func lineEnd() {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    bytes.append(0x0A)
  }

  /// Ends the text with a line end.
  mutating func finish() { bytes.append(0x0A) }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes.append(JSONWriter.hexadecimal[Int(byte >> 4)])
        bytes.append(JSONWriter.hexadecimal[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
