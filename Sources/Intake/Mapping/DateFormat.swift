import Clocks

/// One way of writing dates: `dd/mm/yyyy`, `dd/mm/yyyy hh:mm`, `yyyy-mm-dd`, `ISO`, `excel serial`.
///
/// Years have four digits. Where the year comes last, days, months and hours may have one digit.
/// Behind a time, seconds are read and cut off.
struct DateFormat: Sendable, Hashable {
  /// The reason why a text is no format of dates.
  struct NotAFormat: Error, Hashable {
    var reason: String
  }

  enum Token: Sendable, Hashable {
    case day
    case month
    case monthName
    case year
    case hour
    case minute
    case sign(UInt8)
  }

  enum Kind: Sendable, Hashable {
    case tokens([Token])
    case iso
    case serial
  }

  let kind: Kind

  /// Days and minutes as ISO 8601 has them.
  static let iso = DateFormat(kind: .iso)

  private init(kind: Kind) { self.kind = kind }

  /// Reads a format as a mapping spells it.
  ///
  /// - Throws: ``NotAFormat`` with the reason.
  init(_ text: String) throws(NotAFormat) {
    let pattern = text.foldedBytes
    switch String(decoding: pattern, as: UTF8.self) {
    case "iso", "yyyy-mm-ddthh:mm", "yyyy-mm-dd hh:mm": kind = .iso
    case "excel serial": kind = .serial
    default: kind = .tokens(try DateFormat.tokens(pattern))
    }
  }

  init(tokens: [Token]) { kind = .tokens(tokens) }

  /// Whether the month stands before the day and no year before both, as nobody in England writes.
  var isMonthFirst: Bool { comesFirst(.month, before: .day) }

  /// Whether the day stands before the month.
  var isDayFirst: Bool { comesFirst(.day, before: .month) }

  /// The moment that trimmed bytes say; nil where they are not of this format.
  func read(_ bytes: UnsafeRawBufferPointer) -> Moment? {
    switch kind {
    case .iso: ExportDate.read(bytes)
    case .serial: ExcelSerial.read(bytes)
    case .tokens(let tokens): DateFormat.read(bytes, tokens)
    }
  }

  private func comesFirst(_ first: Token, before second: Token) -> Bool {
    guard case .tokens(let tokens) = kind, let left = tokens.firstIndex(of: first),
      let right = tokens.firstIndex(of: second), tokens.first != .year
    else { return false }
    return left < right
  }

  private static func tokens(_ pattern: [UInt8]) throws(NotAFormat) -> [Token] {
    var tokens: [Token] = []
    var at = 0
    while at < pattern.count {
      let byte = pattern[at]
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) else {
        tokens.append(.sign(byte))
        at += 1
        continue
      }
      let run = pattern[at...].prefix { $0 == byte }.count
      switch (byte, run) {
      case (UInt8(ascii: "d"), 2): tokens.append(.day)
      case (UInt8(ascii: "m"), 2): tokens.append(tokens.contains(.hour) ? .minute : .month)
      case (UInt8(ascii: "m"), 3): tokens.append(.monthName)
      case (UInt8(ascii: "y"), 4): tokens.append(.year)
      case (UInt8(ascii: "h"), 2): tokens.append(.hour)
      case (UInt8(ascii: "y"), _):
        throw NotAFormat(reason: "a year has four digits, for two do not say which century")
      default:
        throw NotAFormat(
          reason: "a format of dates is made of dd, mm, mmm, yyyy, hh and mm, or is ISO or "
            + "excel serial")
      }
      at += run
    }
    let months = tokens.count { $0 == .month || $0 == .monthName }
    guard tokens.count(where: { $0 == .day }) == 1, months == 1,
      tokens.count(where: { $0 == .year }) == 1,
      tokens.contains(.hour) == tokens.contains(.minute)
    else {
      throw NotAFormat(reason: "a format of dates has one day, one month and one year")
    }
    return tokens
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, _ tokens: [Token]) -> Moment? {
    var at = 0
    var (year, month, day, hour, minute) = (0, 0, 0, 0, 0)
    let fewest = tokens.first == .year ? 2 : 1
    for token in tokens {
      switch token {
      case .sign(let sign):
        guard at < bytes.count, UnsafeRawBufferPointer.folded(bytes[at]) == sign else { return nil }
        at += 1
      case .monthName:
        guard let read = monthName(bytes, &at) else { return nil }
        month = read
      case .day, .month, .year, .hour, .minute:
        let (low, high) =
          switch token {
          case .year: (4, 4)
          case .minute: (2, 2)
          default: (fewest, 2)
          }
        guard let number = number(bytes, &at, low, high) else { return nil }
        switch token {
        case .day: day = number
        case .month: month = number
        case .year: year = number
        case .hour: hour = number
        default: minute = number
        }
      }
    }
    if tokens.last == .minute { skipSeconds(bytes, &at) }
    guard at == bytes.count, hour < 24, minute < 60,
      let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    guard tokens.contains(.hour) else { return .day(civil) }
    return .minute(LocalMinute(day: civil, minuteOfDay: Int16(hour * 60 + minute)))
  }

  private static func number(
    _ bytes: UnsafeRawBufferPointer, _ at: inout Int, _ fewest: Int, _ most: Int
  ) -> Int? {
    var (number, count) = (0, 0)
    while at < bytes.count, count < most, bytes[at] &- 48 < 10 {
      number = number * 10 + Int(bytes[at]) - 48
      at += 1
      count += 1
    }
    return count >= fewest ? number : nil
  }

  private static func monthName(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Int? {
    guard at + 3 <= bytes.count else { return nil }
    let name = bytes[at..<(at + 3)].map(UnsafeRawBufferPointer.folded)
    guard let index = monthNames.firstIndex(of: name) else { return nil }
    at += 3
    return index + 1
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  /// Goes past `:30` and `:30.123`.
  private static func skipSeconds(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) {
    var next = at + 1
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":"),
      let seconds = number(bytes, &next, 2, 2), seconds < 60
    else { return }
    at = next
    guard at < bytes.count, bytes[at] == UInt8(ascii: ".") else { return }
    next = at + 1
    while next < bytes.count, bytes[next] &- 48 < 10 { next += 1 }
    if next > at + 1 { at = next }
  }
}

extension DateFormat {
  /// Whether somebody could take the day for the month.
  var mayBeExchanged: Bool {
    guard case .tokens(let tokens) = kind else { return false }
    return (isDayFirst || isMonthFirst) && !tokens.contains(.monthName)
  }

  /// The format with day and month exchanged; nil where nobody could take one for the other.
  var exchanged: DateFormat? {
    guard mayBeExchanged, case .tokens(let tokens) = kind else { return nil }
    return DateFormat(
      tokens: tokens.map { $0 == .day ? .month : $0 == .month ? .day : $0 })
  }

  /// Whether bytes are a date whose year has two digits: `01/02/25`, `1-Feb-25 10:00`.
  static func hasShortYear(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    for isLast in [false, false, true] {
      let part = rest.prefix { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 }
      let isNumber = part.allSatisfy { $0 &- 48 < 10 }
      guard isNumber ? (isLast ? 2 : 1)...2 ~= part.count : !isLast && part.count == 3 else {
        return false
      }
      rest = rest.dropFirst(part.count)
      if isLast { return rest.first.map { $0 == 0x20 } ?? true }
      guard let sign = rest.popFirst(), [0x20, 0x2D, 0x2E, 0x2F].contains(sign) else {
        return false
      }
    }
    return false
  }
}

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
