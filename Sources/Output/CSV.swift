public import Clocks

/// The one writer of CSV: RFC 4180, with a guard against fields that a spreadsheet runs as formulas.
///
/// Every CSV file and row that Duly hands to a person comes through it; the exports that `duly demo`
/// makes up are inputs, and are written as case systems write them.
public enum CSV {
  /// Which fields stand in quotes.
  public enum Quoting: Sendable {
    /// Every field.
    case always
    /// A field that holds a comma, a quote or a line end.
    case whenNeeded
  }

  /// The end of a record.
  public static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// The byte-order mark of UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends the end of a record.
  @inlinable
  public static func appendLineEnd<Sink: ByteSink & ~Copyable>(to sink: inout Sink) {
    sink.append(0x0D)
    sink.append(0x0A)
  }

  /// Appends the comma between two fields.
  @inlinable
  public static func appendComma<Sink: ByteSink & ~Copyable>(to sink: inout Sink) {
    sink.append(0x2C)
  }

  /// Appends a text as a field, with an apostrophe in front where a spreadsheet would run it.
  ///
  /// Source: OWASP ASVS 5.0, requirement 1.2.10.
  @inlinable
  public static func append<Sink: ByteSink & ~Copyable>(
    _ text: some Collection<UInt8>, quoting: Quoting, to sink: inout Sink
  ) {
    let isGuarded = looksLikeFormula(text)
    guard quoting == .always || text.contains(where: needsQuotes) else {
      if isGuarded { sink.append(0x27) }
      return sink.append(contentsOf: text)
    }
    sink.append(0x22)
    if isGuarded { sink.append(0x27) }
    for byte in text {
      if byte == 0x22 { sink.append(0x22) }
      sink.append(byte)
    }
    sink.append(0x22)
  }

  /// Appends a text as a field in quotes, guarded.
  public static func append<Sink: ByteSink & ~Copyable>(_ text: String, to sink: inout Sink) {
    append(text.utf8, quoting: .always, to: &sink)
  }

  /// Appends a number in quotes and without a guard: it was never text.
  public static func append<Sink: ByteSink & ~Copyable>(_ number: Int, to sink: inout Sink) {
    sink.append(0x22)
    sink.append(decimal: number)
    sink.append(0x22)
  }

  /// Appends a moment in its ISO form in quotes; nothing in them where its day is not known.
  public static func append(_ moment: Moment, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    moment.appendISO(to: &bytes)
    bytes.append(0x22)
  }

  /// Appends a record of texts and its end.
  public static func appendRecord<Sink: ByteSink & ~Copyable>(
    _ texts: some Sequence<String>, to sink: inout Sink
  ) {
    var isFirst = true
    for text in texts {
      if !isFirst { appendComma(to: &sink) }
      isFirst = false
      append(text, to: &sink)
    }
    appendLineEnd(to: &sink)
  }

  /// Whether the first scalar that shows makes a spreadsheet evaluate the field.
  @inlinable
  public static func looksLikeFormula(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case 0x2B, 0x2D, 0x3D, 0x40: return true
    case 0x21...0x7F: return false
    default: return hidesFormula(Array(text))
    }
  }

  /// The same of a text that begins with a blank, a control or a scalar beyond ASCII.
  @usableFromInline
  static func hidesFormula(_ text: [UInt8]) -> Bool {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !isSkipped(scalar) {
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

  @inlinable
  static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
  }
}
