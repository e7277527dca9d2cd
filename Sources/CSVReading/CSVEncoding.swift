/// The encodings that a CSV file may be in.
public enum CSVEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, checked strictly: no overlong forms and no surrogates.
  case utf8 = "UTF-8"
  /// windows-1252, what Excel on Windows writes as "CSV".
  case windows1252 = "windows-1252"
  /// ISO-8859-1.
  case latin1 = "ISO-8859-1"
  /// UTF-16 with its low byte first, what Excel writes as "Unicode text".
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16 with its high byte first.
  case utf16BigEndian = "UTF-16BE"
}
