public import Clocks

/// The one writer of JSON's texts, for rows by the million and for ``JSONWriter`` alike.
public enum JSON {
  /// The byte that stands before and behind a text.
  public static let quote = UInt8(ascii: "\"")

  /// Appends a text in quotes, with what JSON does not allow in one escaped.
  @inlinable
  public static func append<Sink: ByteSink & ~Copyable>(
    _ text: some Collection<UInt8>, to sink: inout Sink
  ) {
    sink.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C:
        sink.append(0x5C)
        sink.append(byte)
      case 0..<0x20, 0x7F:
        sink.append(contentsOf: "\\u00".utf8)
        sink.append(hexadecimal(byte >> 4))
        sink.append(hexadecimal(byte & 15))
      default: sink.append(byte)
      }
    }
    sink.append(0x22)
  }

  @inlinable
  static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }
}

/// Writes JSON as bytes, with keys in the order in which they are written.
public struct JSONWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether the next value follows another in its list or map.
  private var needsComma = false
  /// Whether a blank stands behind each comma and colon.
  private let isSpaced: Bool

  /// A writer that has written nothing.
  ///
  /// - Parameter isSpaced: whether a blank stands behind each comma and colon, for a file of one
  ///   line that people look into.
  public init(isSpaced: Bool = false) { self.isSpaced = isSpaced }

  /// Reserves room for a text of about this length.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  // MARK: Values

  /// Writes a map.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose("{", "}", body)
  }

  /// Writes a list.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclose("[", "]", body)
  }

  /// Writes a text.
  public mutating func text(_ text: String) {
    separate()
    JSON.append(text.utf8, to: &bytes)
    needsComma = true
  }

  /// Writes a moment in its ISO form, or null where its day is not known.
  public mutating func moment(_ moment: Moment) {
    guard moment.isKnown else { return null() }
    separate()
    bytes.append(JSON.quote)
    moment.appendISO(to: &bytes)
    bytes.append(JSON.quote)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ number: Int) {
    separate()
    bytes.append(decimal: number)
    needsComma = true
  }

  /// Writes a number of tenths as a decimal, 857 as `85.7`; null for none.
  public mutating func tenths(_ tenths: Int?) {
    guard let tenths else { return null() }
    word("\(tenths / 10).\(tenths % 10)")
  }

  /// Writes true or false.
  public mutating func flag(_ flag: Bool) { word(flag ? "true" : "false") }

  /// Writes null.
  public mutating func null() { word("null") }

  // MARK: Keys

  /// Writes a key; its value is to be written next.
  public mutating func key(_ name: String) {
    separate()
    JSON.append(name.utf8, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if isSpaced { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
  }

  /// Writes a key with a map.
  public mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a key with a list, an element at a time.
  public mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes a key with a text.
  public mutating func text(_ name: String, _ value: String) {
    key(name)
    text(value)
  }

  /// Writes a key with a moment, null where its day is not known.
  public mutating func moment(_ name: String, _ value: Moment) {
    key(name)
    moment(value)
  }

  /// Writes a key with a day, null for none.
  public mutating func day(_ name: String, _ value: CivilDay?) {
    key(name)
    if let value { text(value.description) } else { null() }
  }

  /// Writes a key with a whole number, null for none.
  public mutating func number(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  // MARK: Lines

  /// Writes a line end, for people who look into the file.
  public mutating func lineEnd() {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    bytes.append(0x0A)
  }

  /// Ends the text with a line end.
  public mutating func finish() { bytes.append(0x0A) }

  private mutating func enclose(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func word(_ word: String) {
    separate()
    bytes += word.utf8
    needsComma = true
  }

  private mutating func separate() {
    guard needsComma else { return }
    bytes.append(UInt8(ascii: ","))
    if isSpaced { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
  }
}
