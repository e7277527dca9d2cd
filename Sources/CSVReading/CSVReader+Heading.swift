extension CSVReader {
  /// One line in front of the header that is no record.
  public struct HeadingLine: Hashable, Sendable {
    /// What stands behind the mark, without the white space around it.
    public let text: String
    /// Its line, counted from 1.
    public let line: Int
  }

  /// The lines at the start of the file that begin with a mark; the records start behind them.
  ///
  /// Asked for before anything else. The lines count for the numbers of all lines behind them.
  ///
  /// - Parameter mark: the ASCII character that such a line begins with.
  /// - Returns: the lines, in order.
  /// - Throws: the fault of the file.
  public mutating func readHeading(
    mark: UInt8 = UInt8(ascii: "#")
  ) throws(CSVReadingError) -> [HeadingLine] {
    precondition(recordCount == 0, "the heading is read before any record")
    var lines: [HeadingLine] = []
    while let bytes = try headingLine(mark: mark) {
      var text = bytes.dropFirst()
      while let first = text.first, first <= 0x20 { text.removeFirst() }
      while let last = text.last, last <= 0x20 { text.removeLast() }
      lines.append(HeadingLine(text: String(decoding: text, as: UTF8.self), line: line))
      skipLine(bytes: bytes.count)
    }
    return lines
  }
}
