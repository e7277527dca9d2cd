import Clocks

/// The ISO forms of dates in exports of every format.
///
/// They are those of ``MomentText``, and a date with an offset behind it, which XML allows:
/// `2025-03-31Z` and `2025-03-31+01:00` are the day that they write.
enum ExportDate {
  /// The moment that trimmed bytes say; nil for bytes of no ISO form.
  static func read(_ bytes: UnsafeRawBufferPointer) -> Moment? {
    if let moment = MomentText.read(bytes) { return moment }
    guard isDateWithOffset(bytes) else { return nil }
    return CivilDay(iso: UnsafeRawBufferPointer(rebasing: bytes[..<10])).map { .day($0) }
  }

  /// The moment that a text says; nil for a text of no ISO form.
  static func read(_ text: String) -> Moment? {
    var text = text
    return text.withUTF8 { read(UnsafeRawBufferPointer($0)) }
  }

  /// The day that trimmed bytes say, for a format whose dates have no time of day.
  ///
  /// - Returns: missing for no bytes, unreadable for bytes of no ISO form.
  static func day(_ bytes: UnsafeRawBufferPointer) -> Moment {
    guard !bytes.isEmpty else { return .missing }
    if bytes.count == 10 { return CivilDay(iso: bytes).map { .day($0) } ?? .unreadable }
    guard let moment = read(bytes) else { return .unreadable }
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
