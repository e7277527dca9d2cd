import Files

/// A name in which `*` stands for any run of characters, compared without the case of ASCII;
/// a no-break space is a blank.
struct NamePattern: Sendable, Hashable {
  /// As written.
  let text: String
  private let pattern: [UInt8]

  init(_ text: String) {
    self.text = text
    pattern = Self.spaced(text.foldedBytes)
  }

  /// Whether a name fits the pattern from its first byte to its last.
  func matches(_ name: String) -> Bool { matches(folded: name.foldedBytes) }

  /// Whether a name that was trimmed and made small fits the pattern.
  func matches(folded name: [UInt8]) -> Bool {
    Wildcard.matches(pattern, name.contains(0xC2) ? Self.spaced(name) : name)
  }

  /// The bytes with a blank for each no-break space.
  private static func spaced(_ bytes: [UInt8]) -> [UInt8] {
    var spaced: [UInt8] = []
    for byte in bytes {
      if byte == 0xA0, spaced.last == 0xC2 {
        spaced[spaced.count - 1] = 0x20
      } else {
        spaced.append(byte)
      }
    }
    return spaced
  }
}
