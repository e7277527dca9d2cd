extension CivilDay: CustomStringConvertible {
  /// The day as `2025-03-31`.
  public var description: String {
    String(decoding: isoBytes, as: UTF8.self)
  }

  /// The ten bytes of `2025-03-31`.
  public var isoBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    appendISO(to: &bytes)
    return bytes
  }

  /// Appends the ten bytes of `2025-03-31`.
  public func appendISO(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    // All ten at once: rows by the hundred thousand are made of dates.
    withUnsafeTemporaryAllocation(byteCount: 10, alignment: 1) { text in
      text[0] = UInt8(truncatingIfNeeded: 48 + year / 1000)
      text[1] = UInt8(truncatingIfNeeded: 48 + year / 100 % 10)
      text[2] = UInt8(truncatingIfNeeded: 48 + year / 10 % 10)
      text[3] = UInt8(truncatingIfNeeded: 48 + year % 10)
      text[4] = UInt8(ascii: "-")
      text[5] = UInt8(truncatingIfNeeded: 48 + month / 10)
      text[6] = UInt8(truncatingIfNeeded: 48 + month % 10)
      text[7] = UInt8(ascii: "-")
      text[8] = UInt8(truncatingIfNeeded: 48 + day / 10)
      text[9] = UInt8(truncatingIfNeeded: 48 + day % 10)
      bytes.append(contentsOf: UnsafeRawBufferPointer(text))
    }
  }

  /// Reads exactly `YYYY-MM-DD`; nothing else is a day.
  public init?(iso text: String) {
    var text = text
    let parsed = text.withUTF8 { CivilDay(iso: UnsafeRawBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads exactly the ten bytes of `YYYY-MM-DD`; nothing else is a day.
  public init?(iso bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var digits: (Int, Int, Int) = (0, 0, 0)
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      if index < 4 {
        digits.0 = digits.0 * 10 + digit
      } else if index < 7 {
        digits.1 = digits.1 * 10 + digit
      } else {
        digits.2 = digits.2 * 10 + digit
      }
    }
    self.init(year: digits.0, month: digits.1, day: digits.2)
  }

  /// The day in words: `Monday 31 March 2025`.
  public var words: String {
    "\(Weekday.names[weekday]) \(shortWords)"
  }

  /// The day in words without its weekday: `31 March 2025`.
  public var shortWords: String {
    let (year, month, day) = civil
    return "\(day) \(CivilDay.monthNames[month - 1]) \(year)"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
