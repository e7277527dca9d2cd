public import Clocks

/// The day, and where there is one the time, that a file's name holds.
///
/// The year comes first (`2026-03-31`, `20260331`, with or without the time behind it,
/// `20260331120115`) or last (`31-03-2026`, `31032026`, `31-Mar-2026`), and then the day comes before
/// the month, as everybody in England writes. No other digit stands beside it. Of several days the
/// last counts.
public struct FileNameDay: Sendable, Hashable {
  /// The day.
  public let day: CivilDay
  /// The hour, minute and second as one number, `120115`; 0 where the name holds none.
  public let time: Int
  /// The name without both, the same for every night of one list.
  public let rest: [UInt8]

  /// The day that a name holds; nil where it holds none.
  public init?(_ name: String) {
    let bytes = Array(name.utf8)
    for start in bytes.indices.reversed() {
      guard FileNameDay.isDigit(bytes[start]), start == 0 || !FileNameDay.isDigit(bytes[start - 1]),
        let (day, end) = FileNameDay.day(bytes[start...])
      else { continue }
      let (time, last) = FileNameDay.time(bytes[end...])
      self.day = day
      self.time = time
      rest = Array(bytes[..<start] + bytes[last...])
      return
    }
    return nil
  }

  /// The day that a name holds; nil where it holds none.
  public static func read(_ name: String) -> CivilDay? { FileNameDay(name)?.day }

  /// The day at the beginning of some bytes, and where it ends.
  private static func day(_ bytes: ArraySlice<UInt8>) -> (CivilDay, Int)? {
    let run = bytes.prefix(while: isDigit)
    switch run.count {
    case 8:
      let day =
        civil(number(run.prefix(4)), number(run.dropFirst(4).prefix(2)), number(run.suffix(2)))
        ?? civil(number(run.suffix(4)), number(run.dropFirst(2).prefix(2)), number(run.prefix(2)))
      return day.map { ($0, run.endIndex) }
    case 12, 14:
      guard isTime(run.dropFirst(8)) else { return nil }
      return civil(
        number(run.prefix(4)), number(run.dropFirst(4).prefix(2)),
        number(run.dropFirst(6).prefix(2))
      ).map { ($0, run.startIndex + 8) }
    case 1, 2, 4: return parted(bytes, run)
    default: return nil
    }
  }

  /// A day of three parts with one sign between them.
  private static func parted(
    _ bytes: ArraySlice<UInt8>, _ first: ArraySlice<UInt8>
  ) -> (CivilDay, Int)? {
    guard let sign = bytes[first.endIndex...].first, isSign(sign) else { return nil }
    let rest = bytes[(first.endIndex + 1)...]
    let second = rest.prefix { isDigit($0) || isLetter($0) }
    guard rest[second.endIndex...].first == sign else { return nil }
    let third = rest[(second.endIndex + 1)...].prefix(while: isDigit)
    let month =
      second.allSatisfy(isDigit) && (1...2).contains(second.count)
      ? number(second) : second.allSatisfy(isLetter) ? monthOfName(second) : nil
    guard let month else { return nil }
    let day: CivilDay?
    switch (first.count, third.count) {
    case (4, 2): day = second.count == 1 ? nil : civil(number(first), month, number(third))
    case (1, 4), (2, 4): day = civil(number(third), month, number(first))
    default: day = nil
    }
    return day.map { ($0, third.endIndex) }
  }

  /// The time behind a day, glued to it or behind one sign; 0 for none.
  private static func time(_ bytes: ArraySlice<UInt8>) -> (Int, Int) {
    var rest = bytes
    let isAtDigit = rest.first.map(isDigit) ?? false
    if !isAtDigit {
      guard let sign = rest.first, isSign(sign) || sign | 0x20 == UInt8(ascii: "t") else {
        return (0, bytes.startIndex)
      }
      rest = rest.dropFirst()
    }
    var digits: [UInt8] = []
    var end = rest.startIndex
    // `120115`, `1201`, `12-01-15` and `12.01`.
    while end < rest.endIndex, digits.count < 6 {
      let run = rest[end...].prefix(while: isDigit)
      guard run.count == 2 || digits.isEmpty && [4, 6].contains(run.count) else { break }
      digits += run
      end = run.endIndex
      guard run.count == 2, end < rest.endIndex, isSign(rest[end]), digits.count < 6,
        rest[(end + 1)...].prefix(while: isDigit).count == 2
      else { break }
      end += 1
    }
    guard isTime(digits[...]), end == rest.endIndex || !isDigit(rest[end]) else {
      return (0, bytes.startIndex)
    }
    return (number(digits[...]) * (digits.count == 4 ? 100 : 1), end)
  }

  private static func isTime(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 4 || digits.count == 6 else { return false }
    return number(digits.prefix(2)) < 24 && number(digits.dropFirst(2).prefix(2)) < 60
      && number(digits.dropFirst(4)) < 60
  }

  private static func civil(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    (1900...2199).contains(year) ? CivilDay(year: year, month: month, day: day) : nil
  }

  /// The month of an English name or its first three letters.
  private static func monthOfName(_ name: ArraySlice<UInt8>) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let small = name.map { $0 | 0x20 }
    return names.firstIndex { month in
      month.utf8.elementsEqual(small) || month.utf8.prefix(3).elementsEqual(small)
        || month == "september" && "sept".utf8.elementsEqual(small)
    }.map { $0 + 1 }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  private static func isSign(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " ")].contains(byte)
  }
}
