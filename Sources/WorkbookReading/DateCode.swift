/// Tells the formats that show a number as a date or a time.
enum DateCode {
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
  static func isDate(_ code: [UInt8]) -> Bool {
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
      case let letter where "dmyhsDMYHS".utf8.contains(letter): return true
      default: break
      }
      at += 1
    }
    return false
  }
}
