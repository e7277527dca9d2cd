/// The codes that a census of a year has; any other is counted and stops nothing.
///
/// Source: the schemas and rule sets of the children in need census, 2017 to 2027.
enum CensusCodes {
  /// Whether a census of a year has a code; of any year where the year is nil.
  static func has(
    _ code: UnsafeRawBufferPointer, of name: CensusName, year: Int?
  ) -> Bool {
    guard let known = lists[Int(name.rawValue)] else { return true }
    guard let code = packed(code), let first = known.firstYear(of: code) else { return false }
    return year.map { $0 >= first } ?? true
  }

  /// Whether a census of that year has an element.
  static func has(_ name: CensusName, year: Int?) -> Bool {
    guard let year else { return true }
    switch name {
    case .cinPlanDates: return year >= 2022
    case .sex: return year >= 2025
    case .genderCurrent: return year < 2025
    case .preProceedings: return year >= CensusWords.firstYearOfPreProceedings
    default: return true
    }
  }

  /// Each element's codes with the first year that has them, by the element's number.
  private static let lists: [CensusCodeList?] = {
    let abuse = list("NEG PHY SAB EMO MUL")
    let lists: [CensusName: CensusCodeList] = [
      .referralSource: list(
        "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 6 7 8 9 10", later: [("5D", 2023)]),
      .primaryNeedCode: list("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9"),
      .reasonForClosure: list("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8", later: [("RC9", 2023)]),
      .initialCategoryOfAbuse: abuse,
      .latestCategoryOfAbuse: abuse,
      .assessmentFactors: list(
        """
        1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A \
        14A 15A 16A 17A 18A 19A 20 21 22A 23A
        """, later: [("18B 18C 19B 19C", 2021), ("24A", 2022)]),
      .sex: list("M F U"),
      .genderCurrent: list("0 1 2 9"),
      .upnUnknown: list("UN1 UN2 UN3 UN4 UN5 UN6 UN7"),
      .ethnicity: list(
        """
        WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH \
        REFU NOBT
        """),
      .disability: list("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA"),
      .referralNFA: marks,
      .icpcNotRequired: marks,
    ]
    let last = CensusName.allCases.map { Int($0.rawValue) }.max() ?? 0
    return (0...last).map { number in CensusName(rawValue: UInt16(number)).flatMap { lists[$0] } }
  }()

  /// The spellings of yes and no, as ``CensusEnquiry/Mark`` reads them.
  private static let marks = list(TruthWords.spellings.map(\.word).joined(separator: " "))

  private static func list(
    _ codes: String, later: [(codes: String, year: Int)] = []
  ) -> CensusCodeList {
    var list = CensusCodeList()
    for (codes, year) in [(codes, 0)] + later {
      for code in codes.utf8.split(separator: UInt8(ascii: " ")) {
        if let key = Array(code).withUnsafeBytes({ packed($0) }) {
          list.add(key, firstYear: year)
        }
      }
    }
    return list
  }

  /// The bytes of a code in capitals as one number; nil where it is longer than any code.
  private static func packed(_ code: UnsafeRawBufferPointer) -> UInt64? {
    guard code.count <= 8 else { return nil }
    var key: UInt64 = 0
    for byte in code {
      key = key << 8 | UInt64(byte &- 0x61 < 26 ? byte & 0xDF : byte)
    }
    return key
  }
}

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
    let slot = slot(of: code)
    codes[slot] = code
    years[slot] = firstYear
  }

  /// The first year that has a code; nil where none has.
  func firstYear(of code: UInt64) -> Int? {
    let slot = slot(of: code)
    return code != 0 && codes[slot] == code ? years[slot] : nil
  }

  /// The slot of a code; for a code that is not in the list, the empty slot for it.
  private func slot(of code: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 57)
    while codes[slot] != 0, codes[slot] != code { slot = (slot + 1) & 127 }
    return slot
  }
}
