/// The hours of a working day in which an office is open, on London's clocks.
public struct OfficeHours: Hashable, Sendable {
  /// The minute of the day at which it opens.
  public let opens: Int
  /// The minute of the day at which it closes.
  public let closes: Int

  /// Hours between two minutes of a day; nil where they are in no order.
  public init?(opens: Int, closes: Int) {
    guard 0 <= opens, opens < closes, closes <= 1440 else { return nil }
    self.opens = opens
    self.closes = closes
  }

  /// Reads `09:00 to 17:00`; nil for anything else.
  public init?(_ text: String) {
    let words = text.utf8.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count == 3, words[1] == "to", let opens = OfficeHours.minute(words[0]),
      let closes = OfficeHours.minute(words[2])
    else { return nil }
    self.init(opens: opens, closes: closes)
  }

  /// Whether a minute of a day lies in them; the closing minute does.
  public func contains(minute: Int) -> Bool { opens <= minute && minute <= closes }

  /// The minute of the day that `09:30` is; nil for anything else.
  public static func minute(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hour < 24, minute < 60 else { return nil }
    return hour * 60 + minute
  }
}

extension OfficeHours: CustomStringConvertible {
  /// `09:00 to 17:00`.
  public var description: String { "\(OfficeHours.time(opens)) to \(OfficeHours.time(closes))" }

  /// `09:30` for a minute of a day.
  public static func time(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}
