/// Reads the ISO forms of a moment: a day, or a day and a time of day with or without offset.
///
/// `2025-03-31`, `2025-03-31T19:00`, with seconds, a blank for the `T`, and `Z` or `±HH:MM`
/// behind it. Seconds are cut off: time is kept in whole minutes.
public enum MomentText {
  /// The moment that a text says.
  public static func read(_ text: String) -> Moment? {
    var text = text
    return text.withUTF8 { read(UnsafeRawBufferPointer($0)) }
  }

  /// The moment that bytes say; nil where they are none of the ISO forms.
  public static func read(_ bytes: UnsafeRawBufferPointer) -> Moment? {
    guard bytes.count >= 10,
      let day = CivilDay(iso: UnsafeRawBufferPointer(rebasing: bytes[0..<10]))
    else { return nil }
    guard bytes.count > 10 else { return .day(day) }
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let hour = pair(bytes, 11), hour < 24, bytes[13] == colon, let minute = pair(bytes, 14),
      minute < 60
    else { return nil }
    var position = 16
    if position < bytes.count, bytes[position] == colon {
      guard let second = pair(bytes, position + 1), second < 60 else { return nil }
      position += 3
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        let start = position + 1
        position = start
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        guard position > start else { return nil }
      }
    }
    let local = LocalMinute(day: day, minuteOfDay: Int16(hour * 60 + minute))
    guard position < bytes.count else { return .minute(local) }
    guard let offset = offset(bytes, position) else { return nil }
    let moment = Moment.instant(Instant(minutes: local.wallMinutes - offset))
    return CivilDay.span.contains(moment.civilDay) ? moment : nil
  }

  /// The offset in minutes of `Z` or `±HH:MM` that fills the rest of the bytes.
  private static func offset(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int64? {
    if bytes[start] == UInt8(ascii: "Z") { return start + 1 == bytes.count ? 0 : nil }
    guard start + 6 == bytes.count, let hours = pair(bytes, start + 1),
      bytes[start + 3] == colon, let minutes = pair(bytes, start + 4), minutes < 60,
      hours * 60 + minutes <= 14 * 60
    else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "+"): return Int64(hours * 60 + minutes)
    case UInt8(ascii: "-"): return -Int64(hours * 60 + minutes)
    default: return nil
    }
  }

  private static let colon = UInt8(ascii: ":")

  private static func pair(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let (tens, ones) = (Int(bytes[start]) - 48, Int(bytes[start + 1]) - 48)
    guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
    return tens * 10 + ones
  }
}
