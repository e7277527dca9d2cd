import Clocks

/// Fields of exports, handled as bytes.
enum Bytes {
  /// The bytes without white space around them.
  static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var first = 0
    var last = bytes.count
    while first < last, isSpace(bytes[first]) { first += 1 }
    while last > first, isSpace(bytes[last - 1]) { last -= 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[first..<last])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The day of a date, or of a date-time where a date belongs.
  ///
  /// Empty is missing; anything else that is no ISO form is unreadable. A date with an offset, which
  /// XML allows, is the day that it writes.
  static func day(_ bytes: UnsafeRawBufferPointer) -> Moment {
    guard !bytes.isEmpty else { return .missing }
    if bytes.count == 10 { return CivilDay(iso: bytes).map { .day($0) } ?? .unreadable }
    if isDateWithOffset(bytes) {
      return CivilDay(iso: UnsafeRawBufferPointer(rebasing: bytes[..<10])).map { .day($0) }
        ?? .unreadable
    }
    guard let moment = MomentText.read(bytes) else { return .unreadable }
    return .day(moment.civilDay)
  }

  /// Whether bytes have the shape of `2025-03-31Z` or `2025-03-31+01:00`.
  private static func isDateWithOffset(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.count == 11 { return bytes[10] == UInt8(ascii: "Z") }
    guard bytes.count == 16, bytes[10] == UInt8(ascii: "+") || bytes[10] == UInt8(ascii: "-")
    else { return false }
    return bytes[13] == UInt8(ascii: ":")
      && [11, 12, 14, 15].allSatisfy { bytes[$0] &- 0x30 < 10 }
  }
}
