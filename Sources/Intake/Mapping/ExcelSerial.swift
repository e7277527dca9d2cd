import Clocks

/// Dates as a spreadsheet counts them: days since 1899-12-30, the time of day as a fraction.
///
/// Numbers below 61 are not read: there the count holds a 29 February 1900 that never was.
enum ExcelSerial {
  /// The moment of a number such as `45748` or `45748.59028`; nil where it is none.
  ///
  /// A fraction that is not zero is a time, to the nearest minute.
  static func read(_ bytes: UnsafeRawBufferPointer) -> Moment? {
    let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
    guard (2...7).contains(whole.count), let number = digits(whole), number >= 61,
      number <= 2_958_465
    else { return nil }
    let day = CivilDay(number: -25_569).adding(days: Int(number))
    guard whole.count < bytes.count else { return .day(day) }
    // Nine digits are a thousandth of a second; more make no minute.
    let written = bytes[(whole.count + 1)...]
    guard !written.isEmpty, written.allSatisfy({ $0 &- 48 < 10 }),
      let fraction = digits(written.prefix(9))
    else { return nil }
    guard fraction > 0 else { return .day(day) }
    var scale: Int64 = 1
    for _ in written.prefix(9) { scale *= 10 }
    let minutes = (fraction * 1440 + scale / 2) / scale
    return .minute(
      LocalMinute(
        day: day.adding(days: Int(minutes / 1440)), minuteOfDay: Int16(minutes % 1440)))
  }

  private static func digits(_ bytes: some Collection<UInt8>) -> Int64? {
    var number: Int64 = 0
    for byte in bytes {
      guard byte &- 48 < 10 else { return nil }
      number = number * 10 + Int64(byte) - 48
    }
    return number
  }
}
