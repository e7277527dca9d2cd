/// The outcome of turning a run of raw bytes into UTF-8.
struct Decoded {
  /// The raw bytes that were turned; fewer than given where a character is cut or wrong.
  var consumed = 0
  /// The bytes of UTF-8 that they gave.
  var produced = 0
  /// What is wrong with the next character.
  var fault: CSVReadingError.Cause?
}

extension CSVEncoding {
  /// The most bytes of UTF-8 that one raw byte can give.
  static let growth = 3

  /// Turns raw bytes into UTF-8 and stops at the first wrong character or at a cut one.
  ///
  /// - Parameters:
  ///   - raw: the bytes.
  ///   - text: room for ``growth`` times as many.
  ///   - isLast: whether a cut character at the end is wrong, for nothing follows.
  /// - Returns: how far it came.
  func decode(
    _ raw: UnsafeRawBufferPointer, into text: UnsafeMutablePointer<UInt8>, isLast: Bool
  ) -> Decoded {
    var decoded: Decoded =
      switch self {
      case .utf8: Self.decodeUTF8(raw, into: text)
      case .latin1: Self.decodeBytes(raw, into: text) { UInt16($0) }
      case .windows1252:
        Self.decodeBytes(raw, into: text) { byte in
          (0x80..<0xA0).contains(byte) ? Self.windows1252Upper[Int(byte) - 0x80] : UInt16(byte)
        }
      case .utf16LittleEndian: Self.decodeUTF16(raw, into: text, low: 0)
      case .utf16BigEndian: Self.decodeUTF16(raw, into: text, low: 1)
      }
    if decoded.fault == nil, isLast, decoded.consumed < raw.count {
      decoded.fault = .invalidEncoding(self)
    }
    return decoded
  }

  /// The characters 0x80 to 0x9F of windows-1252; 0 where it has none.
  ///
  /// Source: the Unicode Consortium's mapping table for code page 1252.
  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func decodeUTF8(
    _ raw: UnsafeRawBufferPointer, into text: UnsafeMutablePointer<UInt8>
  ) -> Decoded {
    let target = UnsafeMutableRawPointer(text)
    var at = 0
    while at < raw.count {
      // Eight bytes of ASCII without a zero at a time.
      while at + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        guard (word &- 0x0101_0101_0101_0101 | word) & 0x8080_8080_8080_8080 == 0 else { break }
        target.storeBytes(of: word, toByteOffset: at, as: UInt64.self)
        at += 8
      }
      guard at < raw.count else { break }
      let byte = raw[at]
      if byte == 0 { return Decoded(consumed: at, produced: at, fault: .zeroByte) }
      if byte < 0x80 {
        text[at] = byte
        at += 1
        continue
      }
      switch sequence(raw, at) {
      case .whole(let length):
        for offset in at..<(at + length) { text[offset] = raw[offset] }
        at += length
      case .cut: return Decoded(consumed: at, produced: at)
      case .wrong: return Decoded(consumed: at, produced: at, fault: .invalidEncoding(.utf8))
      }
    }
    return Decoded(consumed: at, produced: at)
  }

  private enum Sequence {
    case whole(Int)
    case cut
    case wrong
  }

  /// The sequence of two to four bytes at a position.
  ///
  /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
  private static func sequence(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Sequence {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch raw[at] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .wrong
    }
    for offset in 1..<length {
      guard at + offset < raw.count else { return .cut }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(raw[at + offset]) else { return .wrong }
    }
    return .whole(length)
  }

  private static func decodeBytes(
    _ raw: UnsafeRawBufferPointer, into text: UnsafeMutablePointer<UInt8>,
    _ scalar: (UInt8) -> UInt16
  ) -> Decoded {
    var produced = 0
    for at in raw.indices {
      let byte = raw[at]
      if byte == 0 { return Decoded(consumed: at, produced: produced, fault: .zeroByte) }
      let value = scalar(byte)
      if value == 0 {
        return Decoded(consumed: at, produced: produced, fault: .invalidEncoding(.windows1252))
      }
      produced += encode(UInt32(value), at: text + produced)
    }
    return Decoded(consumed: raw.count, produced: produced)
  }

  private static func decodeUTF16(
    _ raw: UnsafeRawBufferPointer, into text: UnsafeMutablePointer<UInt8>, low: Int
  ) -> Decoded {
    let encoding: CSVEncoding = low == 0 ? .utf16LittleEndian : .utf16BigEndian
    func unit(_ at: Int) -> UInt32 { UInt32(raw[at + low]) | UInt32(raw[at + 1 - low]) << 8 }
    var decoded = Decoded()
    while decoded.consumed + 2 <= raw.count {
      let at = decoded.consumed
      var scalar = unit(at)
      var length = 2
      switch scalar {
      case 0:
        decoded.fault = .zeroByte
        return decoded
      case 0xD800..<0xDC00:
        guard at + 4 <= raw.count else { return decoded }
        let second = unit(at + 2)
        guard (0xDC00..<0xE000).contains(second) else {
          decoded.fault = .invalidEncoding(encoding)
          return decoded
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (second - 0xDC00)
        length = 4
      case 0xDC00..<0xE000:
        decoded.fault = .invalidEncoding(encoding)
        return decoded
      default: break
      }
      decoded.produced += encode(scalar, at: text + decoded.produced)
      decoded.consumed += length
    }
    return decoded
  }

  /// Writes a scalar as UTF-8 and answers its length.
  private static func encode(_ scalar: UInt32, at text: UnsafeMutablePointer<UInt8>) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case ..<0x80:
      text[0] = UInt8(scalar)
      return 1
    case ..<0x800:
      text[0] = UInt8(0xC0 | scalar >> 6)
      text[1] = tail(0)
      return 2
    case ..<0x10000:
      text[0] = UInt8(0xE0 | scalar >> 12)
      text[1] = tail(6)
      text[2] = tail(0)
      return 3
    default:
      text[0] = UInt8(0xF0 | scalar >> 18)
      text[1] = tail(12)
      text[2] = tail(6)
      text[3] = tail(0)
      return 4
    }
  }
}
