/// The encodings that a file may be in; any other is refused.
///
/// libxml2 alone would accept some hundred more, UTF-7 among them, in which harmless bytes become
/// markup.
public enum XMLEncoding: Hashable, Sendable, CaseIterable {
  /// UTF-8, also assumed where a file says nothing.
  case utf8
  /// US-ASCII.
  case ascii
  /// ISO-8859-1.
  case latin1
  /// windows-1252.
  case windows1252
  /// UTF-16 with its low byte first, told by its byte order mark.
  case utf16LittleEndian
  /// UTF-16 with its high byte first, told by its byte order mark.
  case utf16BigEndian

  /// Whether a declaration may name the file's encoding so, in small letters.
  func isDeclared(as name: String) -> Bool {
    switch self {
    case .utf8: name == "utf-8"
    case .ascii: name == "us-ascii"
    case .latin1: name == "iso-8859-1"
    case .windows1252: name == "windows-1252"
    case .utf16LittleEndian: name == "utf-16" || name == "utf-16le"
    case .utf16BigEndian: name == "utf-16" || name == "utf-16be"
    }
  }

  /// Whether a character takes two bytes, so that only a byte order mark can tell their order.
  var isTwoByte: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
