extension CSVReader {
  /// The line behind the rows in which a database tool counts them.
  public struct RowCountLine: Hashable, Sendable {
    /// Its line, counted from 1.
    public let line: Int
    /// How many rows it counts.
    public let rows: Int
  }

  /// How many rows the current record counts; nil where it is no such line.
  ///
  /// It is one field without quotes: `(12 rows affected)`, `(1 row affected)` or, as older tools
  /// write, `(12 row(s) affected)`.
  var writtenRowCount: Int? {
    guard fieldCount == 1 else { return nil }
    var rest = Self.trimmed(field(0))
    // A quoted field is a value.
    guard fields[0].start == fields[0].written, !fields[0].isUnescaped,
      rest.popFirst() == UInt8(ascii: "(")
    else { return nil }
    let digits = rest.prefix { $0 &- 48 < 10 }
    guard (1...9).contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    let rows = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    let words = [" rows affected)", " row affected)", " row(s) affected)"]
    return words.contains { $0.utf8.elementsEqual(rest) } ? rows : nil
  }
}
