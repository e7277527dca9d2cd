/// The one escaper of HTML, for text between tags and for quoted attributes.
///
/// It works on Unicode scalars: a quotation mark with a combining mark behind it is one
/// `Character`, and still ends an attribute.
enum HTMLText {
  /// Appends a text, escaped for text and quoted attributes alike.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
  }

  /// Appends a value that came from an export, set apart from the direction of what is around it.
  static func appendExported(_ text: String, to bytes: inout [UInt8]) {
    bytes += "<bdi>".utf8
    append(text, to: &bytes)
    bytes += "</bdi>".utf8
  }

  /// A text, escaped for text and quoted attributes alike.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value that came from an export, escaped and in `<bdi>`; for text only.
  static func exported(_ text: String) -> String {
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
      switch ScalarSight(scalar) {
      case .visible: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      case .hidden: ScalarSight.appendEscape(of: scalar, to: &bytes)
      case .forbidden: bytes += "\u{FFFD}".utf8
      }
    }
  }
}
