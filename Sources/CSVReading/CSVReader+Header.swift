extension CSVReader {
  /// The records among which a header is looked for.
  public static let headerReach = 50

  /// Reads the header, the first record of the file.
  ///
  /// - Returns: the names of the columns without the white space around them. Empty names may
  ///   repeat, for spreadsheets write them behind the last column.
  /// - Throws: the fault of the file, among them ``CSVReadingError/Cause/duplicateHeader(first:second:)``.
  public mutating func readHeader() throws(CSVReadingError) -> [String] {
    try findHeader(within: 1) { _ in true }
  }

  /// Looks for the header below title rows: the first record that has all of these columns.
  ///
  /// - Parameters:
  ///   - required: the names, compared byte by byte without the white space around them.
  ///   - reach: the records to look at.
  /// - Returns: the names of the columns.
  /// - Throws: the fault of the file, or ``CSVReadingError/Cause/headerNotFound(within:)``.
  public mutating func findHeader(
    containing required: [String], within reach: Int = CSVReader.headerReach
  ) throws(CSVReadingError) -> [String] {
    try findHeader(within: reach) { names in
      required.allSatisfy { name in names.contains { $0.utf8.elementsEqual(name.utf8) } }
    }
  }

  /// Looks for the header below title rows: the first record that a test accepts.
  ///
  /// Titles may have any number of fields; from the header on every record has as many.
  ///
  /// - Parameters:
  ///   - reach: the records to look at.
  ///   - isHeader: gets the fields of a record without the white space around them.
  /// - Returns: the names of the columns.
  /// - Throws: the fault of the file, or ``CSVReadingError/Cause/headerNotFound(within:)``.
  public mutating func findHeader(
    within reach: Int = CSVReader.headerReach, where isHeader: ([String]) -> Bool
  ) throws(CSVReadingError) -> [String] {
    try checkFailure()
    precondition(recordCount == 0, "the header is looked for before any record is read")
    for _ in 0..<reach {
      guard try advance() else { break }
      let names = (0..<fieldCount).map { String(decoding: Self.trimmed(field($0)), as: UTF8.self) }
      guard isHeader(names) else { continue }
      try adoptHeader(names)
      return names
    }
    throw fail(.headerNotFound(within: reach), at: nil)
  }

  /// The column of a name, from 0; names are compared byte by byte.
  public func columnIndex(named name: String) -> Int? {
    header.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }

  /// A value without the blanks around it: ASCII white space and the no-break space.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var rest = bytes[...]
    while let first = rest.first {
      if isBlank(first) {
        rest.removeFirst()
      } else if rest.starts(with: [0xC2, 0xA0]) {
        rest.removeFirst(2)
      } else {
        break
      }
    }
    while let last = rest.last {
      if isBlank(last) {
        rest.removeLast()
      } else if last == 0xA0, rest.dropLast().last == 0xC2 {
        rest.removeLast(2)
      } else {
        break
      }
    }
    return rest
  }
}
