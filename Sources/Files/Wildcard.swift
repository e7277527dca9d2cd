/// Patterns in which `*` stands for any run of bytes, none among them.
public enum Wildcard {
  /// Whether bytes fit a pattern from the first to the last.
  @inlinable
  public static func matches(
    _ pattern: [UInt8], _ bytes: some RandomAccessCollection<UInt8>
  ) -> Bool {
    matches(pattern, bytes) { $0 }
  }

  /// Whether bytes fit a pattern from the first to the last, each byte read through `folded`.
  @inlinable
  public static func matches<Bytes: RandomAccessCollection<UInt8>>(
    _ pattern: [UInt8], _ bytes: Bytes, by folded: (UInt8) -> UInt8
  ) -> Bool {
    var (at, position) = (0, bytes.startIndex)
    var star: (pattern: Int, bytes: Bytes.Index)?
    while position < bytes.endIndex {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, position)
        at += 1
      } else if at < pattern.count, pattern[at] == folded(bytes[position]) {
        at += 1
        position = bytes.index(after: position)
      } else if let last = star {
        // The last star takes one more byte.
        position = bytes.index(after: last.bytes)
        star = (last.pattern, position)
        at = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
