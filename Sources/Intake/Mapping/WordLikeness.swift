/// Whether two words of an export are likely to be meant for one another.
enum WordLikeness {
  /// The fewest letters and digits of a word in which one may be wrong.
  private static let fewest = 5

  /// Whether two words differ in blanks, signs and one letter at most, or one of them stands whole
  /// in the other: `Annual Health Assessment` and `health assessment`.
  static func isLike(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let (one, other) = (parts(of: first), parts(of: second))
    guard !one.isEmpty, !other.isEmpty else { return false }
    if holds(one, other) || holds(other, one) { return true }
    let letters = one.flatMap { $0 }
    let otherLetters = other.flatMap { $0 }
    return min(letters.count, otherLetters.count) >= fewest && differInOne(letters, otherLetters)
  }

  /// The runs of letters and digits of a word, with small letters.
  private static func parts(of word: [UInt8]) -> [[UInt8]] {
    word.map(UnsafeRawBufferPointer.folded).split { !isLetterOrDigit($0) }.map { Array($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: byte >= 0x80
    }
  }

  /// Whether the runs of one word follow on each other in another.
  private static func holds(_ long: [[UInt8]], _ short: [[UInt8]]) -> Bool {
    let letters = short.reduce(0) { $0 + $1.count }
    guard short.count <= long.count, letters >= fewest || short == long else { return false }
    return (0...(long.count - short.count)).contains { start in
      long[start..<(start + short.count)].elementsEqual(short)
    }
  }

  /// Whether one change, one letter more or one swap of neighbours makes one of the other.
  private static func differInOne(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    guard long.count - short.count <= 1 else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.dropFirst(start).reversed(), long.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let (left, right) = (short[start..<(short.count - end)], long[start..<(long.count - end)])
    if right.count <= 1 { return true }
    return left.count == 2 && right.count == 2 && left.elementsEqual(right.reversed())
  }
}
