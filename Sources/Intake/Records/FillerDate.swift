import Clocks

/// Dates that stand for none: what databases and spreadsheets write into a date that is empty.
///
/// 1900-01-01 is the zero of SQL Server, 1899-12-30 that of spreadsheets and Access, 0001-01-01 and
/// 1753-01-01 are the least dates of .NET and SQL Server, and 9999-12-31 is the greatest. In every
/// format a filler is as an empty field, at whatever time of day it is written.
enum FillerDate {
  /// The greatest, which stands for an end that is not there yet.
  static let never = CivilDay.span.upperBound
  /// The least; also what is written 0000-00-00.
  private static let least = CivilDay.span.lowerBound
  /// The others, and the day that the offset of a time zone makes of 1900-01-01.
  private static let others = [
    (1753, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1),
  ].compactMap { CivilDay(year: $0, month: $1, day: $2) }
  private static let newestOther = others.max() ?? least

  /// Whether a day that was read is a filler.
  @inline(__always)
  static func isFiller(_ day: CivilDay) -> Bool {
    day >= never || day <= newestOther && (day == least || others.contains(day))
  }

  /// The filler that trimmed bytes say in any usual notation, whatever dates a mapping names; nil
  /// where they say none.
  ///
  /// Year, month and day stand in the order of ISO, of England or of America, the month in digits or
  /// as a name, and a time of day may follow.
  static func read(_ bytes: UnsafeRawBufferPointer) -> CivilDay? {
    // The shortest is 1/1/1900, and most dates are ones of this millennium in the form of ISO.
    guard bytes.count >= 8, bytes.count <= 40, !isOfThisMillennium(bytes) else { return nil }
    var parts: [(number: Int, digits: Int)] = []
    var at = 0
    while at < bytes.count, parts.count < 3 {
      guard let part = part(bytes, &at) else { return nil }
      parts.append(part)
      if parts.count == 1, part.digits == 8 {
        parts = [
          (part.number / 10_000, 4), (part.number / 100 % 100, 2), (part.number % 100, 2),
        ]
        break
      }
      while parts.count < 3, at < bytes.count, isSign(bytes[at]) { at += 1 }
    }
    guard parts.count == 3, at == bytes.count || isBeforeTime(bytes[at]) else { return nil }
    if parts[0].digits == 4 { return filler(parts[0].number, parts[1].number, parts[2].number) }
    guard parts[2].digits == 4 else { return nil }
    return filler(parts[2].number, parts[1].number, parts[0].number)
      ?? filler(parts[2].number, parts[0].number, parts[1].number)
  }

  /// The filler that bytes say which were read as a moment, or as none; nil where they say none.
  static func read(_ bytes: UnsafeRawBufferPointer, as moment: Moment?) -> CivilDay? {
    guard let day = moment?.day else { return read(bytes) }
    return isFiller(day) ? day : nil
  }

  /// The filler that bytes say where dates are the serials of a spreadsheet: 0, 1 and 2, which it
  /// shows as days of January 1900.
  static func read(serial bytes: UnsafeRawBufferPointer) -> CivilDay? {
    guard let first = bytes.first, (0x30...0x32).contains(first) else { return nil }
    guard
      bytes.count == 1
        || bytes.count > 2 && bytes[1] == UInt8(ascii: ".")
          && bytes[2...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return newestOther
  }

  private static func filler(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    if day == 0, year == 0 && month == 0 || year == 1900 && month == 1 { return least }
    guard let civil = CivilDay(year: year, month: month, day: day), isFiller(civil) else {
      return nil
    }
    return civil
  }

  /// A number, or the month of a name, with its count of digits.
  private static func part(
    _ bytes: UnsafeRawBufferPointer, _ at: inout Int
  ) -> (number: Int, digits: Int)? {
    let start = at
    if bytes[at] &- 48 < 10 {
      var number = 0
      while at < bytes.count, at - start < 8, bytes[at] &- 48 < 10 {
        number = number * 10 + Int(bytes[at]) - 48
        at += 1
      }
      return (number, at - start)
    }
    while at < bytes.count, (bytes[at] | 0x20) &- 97 < 26 { at += 1 }
    let name = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
    return months.value(name).map { ($0, 2) }
  }

  /// Whether bytes begin as `2025-` does.
  private static func isOfThisMillennium(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes[0] == UInt8(ascii: "2") && bytes[4] == UInt8(ascii: "-") && bytes[1] &- 48 < 10
      && bytes[3] &- 48 < 10
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    [0x20, 0x2C, 0x2D, 0x2E, 0x2F].contains(byte)
  }

  private static func isBeforeTime(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte | 0x20 == UInt8(ascii: "t") || byte == UInt8(ascii: "Z")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "+")
  }

  private static let months = WordTable<Int>([
    ("jan", 1), ("january", 1), ("dec", 12), ("december", 12),
  ])
}
