/// Days as a workbook counts them, and as text in the form of ISO 8601.
enum SerialDate {
  /// The bytes of a number of days and a fraction of a day; nil where it is no day.
  ///
  /// Counted from 1900 the numbers 3 to 60 are not read: there the count holds a 29 February 1900
  /// that never was. The whole numbers 0, 1 and 2 are what an empty date comes to, and are written
  /// as the day that stands for none, 1900-01-01. Counted from 1904 the day 0 is not read, for it is
  /// where a time of day alone stands. A fraction that is not zero is a time, and so is one of zero
  /// where the cell shows times; seconds are cut off.
  static func text(
    _ serial: Double, from1904 isFrom1904: Bool, showsTime: Bool = false
  ) -> [UInt8]? {
    if !isFrom1904, [0, 1, 2].contains(serial) { return Array("1900-01-01".utf8) }
    let range = isFrom1904 ? 1.0..<2_957_004.0 : 61.0..<2_958_466.0
    guard range.contains(serial) else { return nil }
    var day = Int(serial)
    // To the second first, for a fraction of a day is seldom exact.
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      // The last moment of 9999-12-31 has no next day.
      guard isFrom1904 || day < 2_958_465 else { return Array("9999-12-31".utf8) }
      day += 1
      seconds = 0
    }
    // 1 January 1970 is 25,569 counted from 1900, and 24,107 counted from 1904.
    var bytes = civil(day - (isFrom1904 ? 24_107 : 25_569))
    guard bytes.count == 10 else { return nil }
    if seconds > 0 || showsTime {
      bytes.append(UInt8(ascii: "T"))
      bytes += digits(seconds / 3600, 2) + [UInt8(ascii: ":")] + digits(seconds / 60 % 60, 2)
    }
    return bytes
  }

  /// The bytes of a date that a cell holds as text; nil where it is none.
  static func text(iso bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      (bytes[..<4] + bytes[5..<7] + bytes[8..<10]).allSatisfy({ $0 &- 48 < 10 })
    else { return nil }
    let time = bytes[10...]
    let signs = [UInt8(ascii: "T"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "0")]
    return time.allSatisfy { signs.contains($0) } ? Array(bytes[..<10]) : bytes
  }

  /// The day of a number counted from 1 January 1970.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`, for
  /// days after 1 March of the year 0.
  private static func civil(_ number: Int) -> [UInt8] {
    let days = number + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let dash = [UInt8(ascii: "-")]
    guard year <= 9999 else { return [] }
    return digits(year, 4) + dash + digits(month, 2) + dash + digits(day, 2)
  }

  private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    var rest = number
    var digits = [UInt8](repeating: 48, count: count)
    for index in digits.indices.reversed() {
      digits[index] = UInt8(48 + rest % 10)
      rest /= 10
    }
    return digits
  }
}
