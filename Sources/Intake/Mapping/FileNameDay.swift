import Clocks

/// Finds the day in a file's name: `lcs-referrals-2026-03-31.csv`, `referrals_20260331.csv`.
enum FileNameDay {
  /// The last day that the name holds, with no other digit beside it.
  static func read(_ name: String) -> CivilDay? {
    let bytes = Array(name.utf8)
    for start in bytes.indices.reversed() {
      guard start == 0 || !isDigit(bytes[start - 1]) else { continue }
      for length in [10, 8] where start + length <= bytes.count {
        let end = start + length
        guard end == bytes.count || !isDigit(bytes[end]) else { continue }
        var text = Array(bytes[start..<end])
        if length == 8 {
          text.insert(UInt8(ascii: "-"), at: 6)
          text.insert(UInt8(ascii: "-"), at: 4)
        }
        if let day = text.withUnsafeBytes({ CivilDay(iso: $0) }) { return day }
      }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
