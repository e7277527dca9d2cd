import Clocks

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
