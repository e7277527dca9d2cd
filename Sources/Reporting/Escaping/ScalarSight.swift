/// Whether a reader can see a scalar for what it is.
///
/// A name that holds an invisible or direction-changing scalar can look like another name, so
/// reports show such scalars as escapes and keep the raw text in the store.
enum ScalarSight {
  /// Shown as it is.
  case visible
  /// Shown as an escape: controls, formats, tags, line and paragraph separators.
  case hidden
  /// No character at all: NUL and the noncharacters.
  case forbidden

  /// How a scalar is to be shown.
  init(_ scalar: Unicode.Scalar) {
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

  /// Appends `⟨U+202E⟩`.
  static func appendEscape(of scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    bytes += "⟨U+".utf8
    for _ in digits.utf8.count..<max(4, digits.utf8.count) { bytes.append(UInt8(ascii: "0")) }
    bytes += digits.utf8
    bytes += "⟩".utf8
  }
}
