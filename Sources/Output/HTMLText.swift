/// The one escaper of HTML, for text between tags and for quoted attributes.
///
/// It works on Unicode scalars: a quotation mark with a combining mark behind it is one
/// `Character`, and still ends an attribute.
public enum HTMLText {
  /// Appends a text, escaped for text and quoted attributes alike.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
  }

  /// Appends a value that came from an export, set apart from the direction of what is around it.
  public static func appendExported(_ text: String, to bytes: inout [UInt8]) {
    bytes += "<bdi>".utf8
    append(text, to: &bytes)
    bytes += "</bdi>".utf8
  }

  /// A text, escaped for text and quoted attributes alike.
  public static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value that came from an export, escaped and in `<bdi>`; for text only.
  public static func exported(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendExported(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "&": bytes += "&amp;".utf8
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "\"": bytes += "&quot;".utf8
    case "'": bytes += "&#39;".utf8
    default:
      if scalar.value >= 0x20, scalar.value < 0x7F {
        bytes.append(UInt8(scalar.value))
        return
      }
      ScalarSight.append(scalar, to: &bytes)
    }
  }
}

/// Whether a reader can see a scalar for what it is.
///
/// A name that holds an invisible or direction-changing scalar can look like another name, so
/// reports show such scalars as escapes and keep the raw text in the store.
public enum ScalarSight {
  /// Shown as it is.
  case visible
  /// Shown as an escape: controls, formats, tags, line and paragraph separators.
  case hidden
  /// No character at all: NUL and the noncharacters.
  case forbidden

  /// How a scalar is to be shown.
  public init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value == 0 || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE {
      self = .forbidden
      return
    }
    if value < 0x20 || (0x7F...0x9F).contains(value) {
      self = .hidden
      return
    }
    if value < 0x7F {
      self = .visible
      return
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: self = .hidden
    default: self = scalar.properties.isDefaultIgnorableCodePoint ? .hidden : .visible
    }
  }

  /// A text with what a reader cannot see shown as escapes, for a terminal.
  public static func shown(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a scalar as it is to be shown; `⟨U+202E⟩` for one that is hidden.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch ScalarSight(scalar) {
    case .visible: bytes += UTF8.encode(scalar).map(Array.init) ?? []
    case .hidden:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      bytes += "⟨U+".utf8
      bytes += String(repeating: "0", count: max(0, 4 - digits.utf8.count)).utf8
      bytes += digits.utf8
      bytes += "⟩".utf8
    case .forbidden: bytes += "\u{FFFD}".utf8
    }
  }
}
