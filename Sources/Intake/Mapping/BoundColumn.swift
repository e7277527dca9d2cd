/// A column of a list whose header was found.
///
/// A class, so that a row looks at the parts that it needs and copies none of the others.
final class BoundColumn {
  /// The column as the mapping has it.
  let column: MappedColumn

  init(_ column: MappedColumn) { self.column = column }

  /// The vocabulary's word for a value; nil where the mapping has none for it.
  func target(of value: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let index = column.values?.value(value) else { return nil }
    return column.targets[index].word
  }

  /// The value in a field: trimmed, cut out, and empty where a null word stands.
  func value(_ field: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let field = field.trimmed
    for word in column.nullWords where field.isWord(word) {
      return UnsafeRawBufferPointer(rebasing: field[..<0])
    }
    // What stands for a value that could not be had has no parts.
    guard let extraction = column.extraction, !SpreadsheetError.isError(field) else { return field }
    switch extraction {
    case .before(let sign):
      guard let cut = field.firstPlace(of: sign) else { return field }
      return UnsafeRawBufferPointer(rebasing: field[..<cut]).trimmed
    case .after(let sign):
      guard let cut = field.firstPlace(of: sign) else { return field }
      return UnsafeRawBufferPointer(rebasing: field[(cut + sign.count)...]).trimmed
    case .withoutListLetter:
      let head = field.prefix { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 }.count
      guard (1...2).contains(head), head < field.count else { return field }
      // `a) Yes` and `a. Yes`, and not the number in `1.5`.
      let isSign =
        field[head] == UInt8(ascii: ")")
        || (field[head] == UInt8(ascii: ".") && head + 1 < field.count && field[head + 1] == 0x20)
      guard isSign else { return field }
      return UnsafeRawBufferPointer(rebasing: field[(head + 1)...]).trimmed
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The index of the first occurrence of some bytes.
  fileprivate func firstPlace(of sign: [UInt8]) -> Int? {
    guard count >= sign.count, !sign.isEmpty else { return nil }
    return (0...(count - sign.count)).first { at in
      sign.indices.allSatisfy { self[at + $0] == sign[$0] }
    }
  }
}
