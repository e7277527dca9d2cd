/// A hash of all frames of a pipe, so that a frame that was lost or torn is seen.
///
/// It is no protection against a worker that wants to deceive: that is what checking each record is
/// for.
struct FrameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in the kind and the bytes of a frame.
  mutating func add(_ kind: UInt8, _ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(kind) << 32 | UInt64(bytes.count))
    var place = 0
    while place + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}
