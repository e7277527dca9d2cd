// How the values of exports are trimmed and compared, in every format: as bytes of UTF-8.

extension UnsafeRawBufferPointer {
  /// The bytes without the blanks around them: ASCII white space and the no-break space.
  @inline(__always)
  var trimmed: UnsafeRawBufferPointer {
    guard count > 0 else { return self }
    // Most values begin and end with a printable byte of ASCII.
    let (first, last) = (self[0], self[count - 1])
    return first &- 0x21 < 0x5E && last &- 0x21 < 0x5E ? self : withoutBlanks
  }

  /// The same, byte by byte from both ends.
  private var withoutBlanks: UnsafeRawBufferPointer {
    var (start, end) = (startIndex, endIndex)
    while start < end {
      if Self.isBlank(self[start]) {
        start += 1
      } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if Self.isBlank(self[end - 1]) {
        end -= 1
      } else if end - 2 >= start, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeRawBufferPointer(rebasing: self[start..<end])
  }

  /// Whether the bytes are a word, whatever the case of its ASCII letters; a no-break space in
  /// them is a blank.
  func isWord(_ word: [UInt8]) -> Bool {
    guard count == word.count else { return count > word.count && isSpacedWord(word) }
    for index in indices where Self.folded(self[index]) != Self.folded(word[index]) {
      return false
    }
    return true
  }

  /// Whether the bytes are a word but for no-break spaces in place of its blanks.
  private func isSpacedWord(_ word: [UInt8]) -> Bool {
    var at = startIndex
    for byte in word {
      guard at < endIndex else { return false }
      if byte == 0x20, self[at] == 0xC2, at + 1 < endIndex, self[at + 1] == 0xA0 {
        at += 2
      } else {
        guard Self.folded(self[at]) == Self.folded(byte) else { return false }
        at += 1
      }
    }
    return at == endIndex
  }

  /// The parts between the occurrences of a byte, each trimmed; empty parts are left out.
  func fields(cutAt byte: UInt8) -> [UnsafeRawBufferPointer] {
    split(separator: byte).map { UnsafeRawBufferPointer(rebasing: $0).trimmed }
  }

  /// The small letter of an ASCII capital; any other byte as it is.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

extension String {
  /// The UTF-8 bytes with small ASCII letters and without the blanks around them.
  var foldedBytes: [UInt8] {
    var copy = self
    return copy.withUTF8 { bytes in
      UnsafeRawBufferPointer(bytes).trimmed.map(UnsafeRawBufferPointer.folded)
    }
  }

  /// The bytes as a word of the vocabulary is written: small letters, `_` between words.
  ///
  /// `School nurse` becomes `school_nurse`.
  static func wordBytes(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var word: [UInt8] = []
    word.reserveCapacity(bytes.count)
    var isGap = false
    let trimmed = bytes.trimmed
    for (index, byte) in trimmed.enumerated() {
      switch byte {
      case 0xC2 where index + 1 < trimmed.count && trimmed[index + 1] == 0xA0: isGap = true
      case 0xA0 where index > 0 && trimmed[index - 1] == 0xC2: continue
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), 0x09...0x0D: isGap = true
      default:
        if isGap, !word.isEmpty { word.append(UInt8(ascii: "_")) }
        isGap = false
        word.append(UnsafeRawBufferPointer.folded(byte))
      }
    }
    return word
  }

  /// A text as a word of the vocabulary is written.
  static func wordBytes(_ text: some StringProtocol) -> [UInt8] {
    var text = String(text)
    return text.withUTF8 { wordBytes(UnsafeRawBufferPointer($0)) }
  }
}
