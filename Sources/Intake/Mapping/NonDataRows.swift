import Faults

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

  /// What a person does about it, as one clause.
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

/// Tells the rows of a file that are no data, row by row and in order.
struct NonDataRows {
  private let header: [[UInt8]]
  /// The fields that the child's id is made of.
  private let childFields: [Int]
  /// Whether the row before was a header.
  private var isUnderHeader = true

  init(_ bound: BoundList) {
    header = bound.header.map { Array($0.utf8) }
    childFields = bound.list.child.columns.compactMap { bound.fields[$0] }
  }

  /// The kind of the current row; nil for a row of data.
  ///
  /// - Throws: ``Fault`` with 65 for the header of another list: the rows under it have other
  ///   columns.
  mutating func kind(
    _ csv: borrowing some ListRecords & ~Copyable
  ) throws(Fault) -> NonDataRow? {
    let wasUnderHeader = isUnderHeader
    isUnderHeader = false
    let count = csv.fieldCount
    guard let first = (0..<count).first(where: { !field($0, csv).isEmpty }) else { return .empty }
    let value = field(first, csv)
    if wasUnderHeader, first == 0, NonDataRow.isDashes(value),
      (1..<count).allSatisfy({ NonDataRow.isDashes(field($0, csv)) })
    {
      return .dashes
    }
    if !childFields.isEmpty, childFields.allSatisfy({ isName($0, csv) }) {
      guard (0..<count).allSatisfy({ isName($0, csv) }) else {
        throw Fault(
          .inputRefused, at: csv.place(of: nil),
          "a file has one header, and here another one starts",
          next: "put only files with the same columns in the same order together")
      }
      isUnderHeader = true
      return .header
    }
    guard NonDataRow.totals.value(value) != nil else { return nil }
    let isTotal = (first + 1..<count).allSatisfy { index in
      let value = field(index, csv)
      return value.isEmpty || NonDataRow.isNumber(value)
    }
    // A number in the child's column may be a child's id.
    let namesChild = childFields.contains { $0 != first && !field($0, csv).isEmpty }
    return isTotal && !namesChild ? .total : nil
  }

  /// Whether a field holds the name of its own column.
  private func isName(_ index: Int, _ csv: borrowing some ListRecords & ~Copyable) -> Bool {
    let field = csv.field(index)
    let name = header[index]
    // Most values tell by their first byte or their length.
    guard field.count >= name.count else { return false }
    return UnsafeRawBufferPointer(field).trimmed.isWord(name)
  }

  private func field(_ index: Int, _ csv: borrowing some ListRecords & ~Copyable)
    -> UnsafeRawBufferPointer
  {
    UnsafeRawBufferPointer(csv.field(index)).trimmed
  }
}
