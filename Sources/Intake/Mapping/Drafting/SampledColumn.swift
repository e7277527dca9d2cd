import Clocks

/// A column of an export as a draft sees it: its name, and what its values look like.
///
/// No value is kept.
struct SampledColumn {
  /// What is odd in a column.
  enum Oddity: CaseIterable {
    /// Dates that only the other order of day and month reads.
    case monthFirst
    /// Years of two digits.
    case shortYear
    /// Words such as N/A instead of nothing.
    case nullWord
  }

  let name: String
  /// The words of the name.
  let words: [String]
  /// What the name says.
  let said: DraftedName
  /// The word that makes it personal; nil where nothing does.
  let personalWord: String?
  private(set) var filled = 0
  private(set) var dates = 0
  /// Dates that no format reads with certainty.
  private var unclear = 0
  /// The formats that its dates are written in, in the order of ``formats``.
  private(set) var formats: Set<Int> = []
  private(set) var oddities: Set<Oddity> = []
  /// The number of values with the same shape as the name, as `C1` and `C2`.
  private(set) var likeName = 0
  private let shape: [UInt8]
  /// Those of ``emptyWords`` that stand in it, by their index.
  private(set) var nulls: Set<Int> = []
  /// The number of rows without a value.
  private(set) var blanks = 0
  /// Whether a date in it has a time of day other than midnight.
  private(set) var hasTimes = false
  /// What its values say of the state of their rows.
  private(set) var states: Set<DraftedState> = []
  /// Whether a value says by itself that something was not to be.
  private(set) var saysVoid = false
  /// The columns that are filled in such a row.
  var filledBesideVoid: Set<String> = []
  /// Whether a value is neither yes nor no.
  private(set) var hasOtherThanTruth = false
  /// Whether all its values are the same.
  private(set) var isUniform = true
  private var first: ByteHash?

  /// The formats that are tried, as a mapping spells them.
  static let spellings = [
    "ISO", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "dd-mm-yyyy", "dd-mm-yyyy hh:mm", "dd.mm.yyyy",
    "dd.mm.yyyy hh:mm", "dd-mmm-yyyy", "dd-mmm-yyyy hh:mm", "dd mmm yyyy", "dd mmm yyyy hh:mm",
    "yyyy/mm/dd", "excel serial",
  ]
  /// All but the numbers of a spreadsheet, which might be anything.
  private static let readers = spellings.dropLast().compactMap { try? DateFormat($0) }
  /// The days from 1990 to 2049 as a spreadsheet numbers them.
  private static let serials = 32_874...54_788
  /// Words that stand for an empty field, as a mapping has them.
  static let emptyWords = ["N/A", "NA", "NULL", "None", "-", "Unknown", "Not known"]
  private static let nullWords = WordTable(emptyWords.enumerated().map { ($1, $0) })

  init(_ name: String) {
    let name = NamePattern.oneLine(name)
    self.name = name
    said = DraftedName(name)
    words = DraftWords.words(of: name)
    personalWord = PersonalColumns.word(in: name)
    shape = Self.shape(of: name)
  }

  /// Whether most of its values are dates, or none has any and its name says so.
  var isDate: Bool {
    filled > 0
      ? (dates + unclear) * 5 >= filled * 4 : isCalledDate
  }

  /// Whether its name says that it holds dates.
  private var isCalledDate: Bool { words.contains(where: DraftLexicon.dates.contains) }

  /// Whether a value may be a day as a spreadsheet numbers it, with or without a time.
  private static func isSerial(_ value: UnsafeRawBufferPointer) -> Bool {
    guard ExcelSerial.read(value) != nil else { return false }
    let whole = value.prefix { $0 != UInt8(ascii: ".") }
    return serials.contains(whole.reduce(0) { $0 * 10 + Int($1) - 48 })
  }

  /// Whether the name looks like a value of the column, so that the row is no header.
  var isLikeValue: Bool {
    Self.isValue(name) || (likeName > 0 && likeName * 2 >= filled && shape.contains(Self.digit))
  }

  /// Whether a text is a date or a number and so no name of a column.
  static func isValue(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return !bytes.contains { ($0 | 0x20) &- 97 < 26 || $0 >= 0x80 }
        || DateFormat.hasShortYear(bytes) || readers.contains { $0.read(bytes) != nil }
    }
  }

  /// Looks at a value.
  mutating func look(_ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else {
      blanks += 1
      return
    }
    if let null = Self.nullWords.value(value) {
      oddities.insert(.nullWord)
      nulls.insert(null)
      blanks += 1
      return
    }
    filled += 1
    states.insert(DraftedState.read(value))
    if DraftedState.certain.value(value) != nil { saysVoid = true }
    if TruthWords.read(value) == nil { hasOtherThanTruth = true }
    var hash = ByteHash()
    hash.add(value)
    if let first { isUniform = isUniform && first.value == hash.value } else { first = hash }
    if Self.shape(value) == shape { likeName += 1 }
    if let (format, moment) = Self.read(value) {
      dates += 1
      formats.insert(format)
      if moment.precision != .day, moment.localMinute?.minuteOfDay != 0 { hasTimes = true }
    } else if isCalledDate, Self.isSerial(value) {
      dates += 1
      formats.insert(Self.spellings.count - 1)
    } else if Self.readers.contains(where: { $0.exchanged?.read(value) != nil }) {
      unclear += 1
      oddities.insert(.monthFirst)
    } else if DateFormat.hasShortYear(value) {
      unclear += 1
      oddities.insert(.shortYear)
    }
  }

  /// The first format that reads a value, and what it reads.
  private static func read(_ value: UnsafeRawBufferPointer) -> (format: Int, moment: Moment)? {
    for (format, reader) in readers.enumerated() {
      if let moment = reader.read(value) { return (format, moment) }
    }
    return nil
  }

  private static let digit = UInt8(ascii: "9")

  private static func shape(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { shape(UnsafeRawBufferPointer($0)) }
  }

  /// The runs of letters and digits in a text: `C000001` and `C12` are both `a9`.
  private static func shape(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in bytes {
      let kind =
        byte &- 48 < 10 ? digit : (byte | 0x20) &- 97 < 26 ? UInt8(ascii: "a") : byte
      if shape.last != kind { shape.append(kind) }
    }
    return shape
  }
}
