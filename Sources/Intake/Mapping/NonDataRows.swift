import Faults

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

  /// What the current row is, where it is no data.
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
