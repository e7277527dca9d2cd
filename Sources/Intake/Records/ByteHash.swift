import Files

/// A hash of a row of fields, the same in every run.
///
/// Sixty-four bits: among ten million rows two that differ share one in about one run of 400,000.
struct ByteHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Adds a field; its end counts, so that `ab`, `c` is not `a`, `bc`.
  mutating func add(_ field: UnsafeRawBufferPointer) {
    var at = 0
    while at + 8 <= field.count {
      mix(field.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest = UInt64(field.count - at + 1) << 56
    var shift: UInt64 = 0
    while at < field.count {
      rest |= UInt64(field[at]) << shift
      shift += 8
      at += 1
    }
    mix(rest)
  }

  /// Adds a number.
  mutating func add(_ number: UInt64) { mix(number) }

  private mutating func mix(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = (product.high ^ product.low) &+ word &* 0x9E37_79B9_7F4A_7C15
  }
}

/// Tells rows that say the same as a row before them.
///
/// Only counts hang on it: such rows are delivered all the same, and merged where rows of one child
/// meet, so that two rows that share a hash by chance lose nothing.
struct CopyCounter {
  private var seen = SeenHashes()

  /// Whether there was a row of this hash before.
  mutating func isCopy(_ hash: ByteHash) -> Bool { !seen.insert(hash.value) }
}
