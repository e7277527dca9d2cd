extension Moment: CustomStringConvertible {
  /// `2025-03-31`, `2025-03-31T19:00`, or empty where the day is not known.
  public var description: String {
    var bytes: [UInt8] = []
    appendISO(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `2025-03-31` or `2025-03-31T19:00`; nothing where the day is not known.
  public func appendISO(to bytes: inout [UInt8]) {
    guard isKnown else { return }
    civilDay.appendISO(to: &bytes)
    guard precision == .minute else { return }
    let (hour, minute) = (Int(minuteOfDay) / 60, Int(minuteOfDay) % 60)
    bytes.append(UInt8(ascii: "T"))
    bytes.append(UInt8(48 + hour / 10))
    bytes.append(UInt8(48 + hour % 10))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(48 + minute / 10))
    bytes.append(UInt8(48 + minute % 10))
  }

  /// The text with London's offset behind a minute: `2025-03-31T19:00+01:00`.
  public var descriptionWithOffset: String {
    guard precision == .minute, let range = instants, range.lowerBound == range.upperBound
    else { return description }
    let offset = LondonTime.offset(at: range.lowerBound)
    return description + (offset == 0 ? "+00:00" : "+01:00")
  }

  /// In words: `Monday 31 March 2025` or `19:00 on Monday 31 March 2025`.
  public var words: String {
    switch precision {
    case .absent: "no date"
    case .missing: "a date that was left empty"
    case .unreadable: "a date that cannot be read"
    case .day: civilDay.words
    case .minute: "\(timeOfDay) on \(civilDay.words)"
    }
  }

  /// `19:00`, or empty unless known to the minute.
  public var timeOfDay: String {
    guard precision == .minute else { return "" }
    return String(description.suffix(5))
  }
}
