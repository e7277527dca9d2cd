/// Patterns in which `*` stands for any run of bytes, none among them.
public enum Wildcard {
  /// Whether bytes fit a pattern from the first to the last.
  public static func matches(_ pattern: [UInt8], _ bytes: [UInt8]) -> Bool {
    var (at, position) = (0, 0)
    var star: (pattern: Int, bytes: Int)?
    while position < bytes.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, position)
        at += 1
      } else if at < pattern.count, pattern[at] == bytes[position] {
        at += 1
        position += 1
      } else if let last = star {
        // The last star takes one more byte.
        star = (last.pattern, last.bytes + 1)
        at = last.pattern + 1
        position = last.bytes + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
