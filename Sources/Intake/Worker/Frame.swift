/// The content of a frame on the pipe between a worker and the process that started it.
///
/// A frame is its kind, one byte; the size of what it holds, four bytes, the low one first; and that
/// many bytes.
enum FrameKind: UInt8 {
  /// To the worker: what it is to read. The first and only frame that it is sent.
  case order = 1
  /// From the worker: what it has given up. Its first frame.
  case confinement
  /// It is still at work.
  case alive
  /// A feed begins: what it is.
  case feed
  /// A sheet of a workbook is read: its name, for the positions of what follows.
  case sheet
  /// Short texts that later records name by their number.
  case codes
  /// Some children, or parts of them.
  case records
  /// Some rows that cannot be used.
  case rows
  /// A list of a mapping was read to its end: its columns, its counts, what was odd in it.
  case list
  /// The feed ended: what it carries and counts.
  case feedEnd
  /// The result of reading.
  case reading
  /// A draft of a mapping: its lines.
  case draft
  /// The reading was refused.
  case fault
  /// The last frame: how many frames, records and rows there were, and a hash of them all.
  case end

  /// The largest size of what a frame holds, in bytes.
  static let largest = 64 << 20
}

/// A hash of all frames of a pipe, so that a frame that was lost or torn is seen.
///
/// It is no protection against a worker that wants to deceive: that is what checking each record is
/// for.
struct FrameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in the kind and the bytes of a frame.
  mutating func add(_ kind: UInt8, _ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(kind) << 32 | UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}
