/// Tells the formats that show a number as a date or a time.
enum DateCode {
  /// What a format shows of a number.
  enum Shown {
    /// The number.
    case number
    /// A day.
    case day
    /// A day and a time, or a time alone.
    case time
  }

  /// What a format that every spreadsheet program knows by number shows.
  static func shown(builtIn id: Int) -> Shown {
    guard isDate(builtIn: id) else { return .number }
    return [18, 19, 20, 21, 22, 32, 33, 45, 46, 47].contains(id) ? .time : .day
  }

  /// What a format written out shows.
  static func shown(_ code: [UInt8]) -> Shown {
    guard isDate(code) else { return .number }
    return hasLetter(of: "hsHS", code) ? .time : .day
  }

  /// Whether a format that every spreadsheet program knows by number is one.
  ///
  /// Source: ECMA-376-1, 18.8.30 `numFmt`, with the ones of the East Asian editions.
  static func isDate(builtIn id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a format written out is one: it has a `d`, `m`, `y`, `h` or `s` that is no literal.
  static func isDate(_ code: [UInt8]) -> Bool { hasLetter(of: "dmyhsDMYHS", code) }

  /// Whether a format has one of some letters that is no literal.
  private static func hasLetter(of letters: String, _ code: [UInt8]) -> Bool {
    var at = 0
    while at < code.count {
      switch code[at] {
      case UInt8(ascii: "\""):
        at = code[(at + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
      case UInt8(ascii: "["):
        let end = code[at...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
        // `[h]`, `[mm]` and `[s]` count hours, minutes and seconds beyond a day.
        let inside = code[(at + 1)..<end]
        if let first = inside.first, "hmsHMS".utf8.contains(first),
          inside.allSatisfy({ $0 | 0x20 == first | 0x20 })
        {
          return true
        }
        at = end
      // The next one stands for itself, for its width, or is repeated.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at += 1
      case let letter where letters.utf8.contains(letter): return true
      default: break
      }
      at += 1
    }
    return false
  }
}
