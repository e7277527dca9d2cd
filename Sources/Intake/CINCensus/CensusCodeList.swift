/// The codes of one element of a census, each as one number, with the first year that has it.
///
/// A list is asked for each code of each child, so it hashes by one multiplication.
struct CensusCodeList {
  private var codes = [UInt64](repeating: 0, count: 128)
  private var years = [Int](repeating: 0, count: 128)

  /// An empty list, with room for 127 codes.
  init() {}

  /// Adds a code, which is not 0.
  mutating func add(_ code: UInt64, firstYear: Int) {
    let place = place(of: code)
    codes[place] = code
    years[place] = firstYear
  }

  /// The first year that has a code; nil where none has.
  func firstYear(of code: UInt64) -> Int? {
    let place = place(of: code)
    return code != 0 && codes[place] == code ? years[place] : nil
  }

  /// Where a code stands, or where it would.
  private func place(of code: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 57)
    while codes[place] != 0, codes[place] != code { place = (place + 1) & 127 }
    return place
  }
}
