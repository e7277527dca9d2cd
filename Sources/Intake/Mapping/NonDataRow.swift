/// A row of a mapped file that is no data: what a database tool or a spreadsheet adds.
///
/// `Documentation/mapping.md` has the rule for each. A row that might be of a child is none.
enum NonDataRow: Sendable, Hashable, CaseIterable {
  /// Nothing but delimiters and blanks.
  case empty
  /// `-----,----` under the header.
  case dashes
  /// The header once more.
  case header
  /// `Total,,12` or `Grand total`.
  case total
  /// `(12 rows affected)` at the end.
  case count

  /// The rule that such a row does not keep.
  var rule: String {
    switch self {
    case .empty: "a row holds something, and this one is empty"
    case .dashes: "a row is data, and this one is the dashes under the header"
    case .header: "a row is data, and this one is the header once more"
    case .total: "a row is data, and this one is a total"
    case .count: "a row is data, and this line counts the rows"
    }
  }

  /// What to do about it.
  var nextStep: String {
    switch self {
    case .empty: "nothing; the export may leave out empty rows"
    case .dashes, .count: "nothing; the tool that exports can be told to leave it out"
    case .header: "nothing, where several files were put together; look whether none is missing"
    case .total: "nothing; the export may leave out totals"
    }
  }

  /// The words that a row of totals starts with.
  static let totals = WordTable(
    [
      "total", "totals", "grand total", "grand totals", "sub total", "subtotal", "sub-total",
      "total rows", "total records",
    ].flatMap { [($0, true), ("\($0):", true)] })

  /// Whether a field is one or more dashes.
  static func isDashes(_ field: UnsafeRawBufferPointer) -> Bool {
    !field.isEmpty && field.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// Whether a field is a number as totals are written: `1234`, `1,234`, `12.5`, `-3`, `45%`.
  static func isNumber(_ field: UnsafeRawBufferPointer) -> Bool {
    var hasDigit = false
    for (index, byte) in field.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: ","), UInt8(ascii: "."): guard hasDigit else { return false }
      case UInt8(ascii: "-"): guard index == 0 else { return false }
      case UInt8(ascii: "%"): guard hasDigit, index == field.count - 1 else { return false }
      default: return false
      }
    }
    return hasDigit
  }
}
