/// Reads a CSV file record by record, as RFC 4180 has it, and refuses what is not so.
///
/// A damaged file is refused as a whole, with its line, because a shifted column is worse than a
/// missing night. Memory is a few blocks, whatever the size of the file. Lines that are empty are
/// skipped and counted. Line ends are LF, CR LF or CR, also mixed.
///
/// ```swift
/// var reader = CSVReader(descriptor: file, dialect: CSVDialect(delimiter: .semicolon))
/// let header = try reader.readHeader()
/// while try reader.next() {
///   reader.withField(0) { bytes in … }
/// }
/// ```
public struct CSVReader: ~Copyable {
  private let limits: CSVLimits
  private let hasHeader: Bool
  private let mayEndWithRowCount: Bool
  private var source: TextSource
  private var scanner: RecordScanner
  @usableFromInline var record: UnsafePointer<UInt8>?
  @usableFromInline var unescaped: UnsafePointer<UInt8>
  @usableFromInline let fields: UnsafePointer<CSVField>
  private var recordBytes = 0
  /// The line ends within the current record; nil where it is not known whole.
  private var innerLines: Int?
  private var nextLine = 1
  private var failure: CSVReadingError?
  private var expectedFields: Int?
  private var isHeaderRead = false

  /// The names of the columns, once read, without the white space around them.
  public internal(set) var header: [String] = []
  /// The number of fields of the current record.
  public private(set) var fieldCount = 0
  /// The line on which the current record starts, counted from 1.
  public private(set) var line = 1
  /// The records read so far, titles and header included.
  public private(set) var recordCount = 0
  /// The line at the end that counts the rows, where there is one; known once ``next()`` is false.
  public private(set) var rowCountLine: RowCountLine?
  /// The empty lines skipped so far.
  public private(set) var blankLineCount = 0

  /// A reader of an open descriptor, from its position to its end.
  ///
  /// - Parameters:
  ///   - descriptor: open for reading; a pipe will do. It is not closed.
  ///   - dialect: how the file is written.
  ///   - limits: the sizes above which it is refused.
  ///   - onBytes: called with each block as it is read, for a hash of the file.
  public init(
    descriptor: Int32, dialect: CSVDialect, limits: CSVLimits = CSVLimits(),
    onBytes: ((RawSpan) -> Void)? = nil
  ) {
    self.init(.descriptor(descriptor), dialect, limits, block: 256 << 10, onBytes)
  }

  /// A reader of a file that is in memory already.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - dialect: how it is written.
  ///   - limits: the sizes above which it is refused.
  public init(bytes: [UInt8], dialect: CSVDialect, limits: CSVLimits = CSVLimits()) {
    self.init(.memory(bytes), dialect, limits, block: 256 << 10, nil)
  }

  init(
    _ origin: TextSource.Origin, _ dialect: CSVDialect, _ limits: CSVLimits, block: Int,
    _ onBytes: ((RawSpan) -> Void)?
  ) {
    self.limits = limits
    hasHeader = dialect.hasHeader
    mayEndWithRowCount = dialect.mayEndWithRowCount
    source = TextSource(
      origin, encoding: dialect.encoding, block: block, limit: limits.bytes, onBytes: onBytes)
    let scanner = RecordScanner(delimiter: dialect.delimiter.rawValue, limits: limits)
    fields = UnsafePointer(scanner.fields)
    unescaped = UnsafePointer(scanner.unescaped)
    self.scanner = scanner
  }

  /// The bytes of the file read so far.
  public var bytesRead: Int { source.bytesRead }

  /// Goes on to the next record; the header, where there is one, is read first and not delivered.
  ///
  /// - Returns: false at the end of the file.
  /// - Throws: the first fault of the file, and the same again at every later call.
  public mutating func next() throws(CSVReadingError) -> Bool {
    if hasHeader, !isHeaderRead { _ = try readHeader() }
    guard try advance() else { return false }
    if mayEndWithRowCount, let rows = writtenRowCount { return try endWithRowCount(rows) }
    if let expectedFields {
      guard fieldCount == expectedFields else {
        throw fail(
          .ragged(fields: fieldCount, expected: expectedFields),
          at: fieldCount > expectedFields ? Int(fields[expectedFields].written) : 0)
      }
    } else {
      expectedFields = fieldCount
    }
    return true
  }

  /// Takes the current record for the line that counts the rows: nothing stands behind it.
  private mutating func endWithRowCount(_ rows: Int) throws(CSVReadingError) -> Bool {
    let counted = RowCountLine(line: line, rows: rows)
    let expected = expectedFields ?? 1
    guard try advance() else {
      rowCountLine = counted
      return false
    }
    fieldCount = 0
    let error = CSVReadingError(
      .ragged(fields: 1, expected: expected), line: counted.line, column: 1)
    failure = error
    throw error
  }

  /// Takes the current record for the header: from now on records have as many fields.
  mutating func adoptHeader(_ names: [String]) throws(CSVReadingError) {
    for second in names.indices where !names[second].isEmpty {
      let name = names[second].utf8
      guard let first = names[..<second].firstIndex(where: { $0.utf8.elementsEqual(name) }) else {
        continue
      }
      throw fail(
        .duplicateHeader(first: first + 1, second: second + 1), at: Int(fields[second].written))
    }
    header = names
    expectedFields = names.count
    isHeaderRead = true
  }

  /// Goes on to the next record, however many fields it has.
  mutating func advance() throws(CSVReadingError) -> Bool {
    try checkFailure()
    source.skip(recordBytes)
    recordBytes = 0
    innerLines = nil
    fieldCount = 0
    line = nextLine
    while true {
      let window = source.window
      let text = UnsafeBufferPointer(rebasing: window.prefix(max(limits.recordBytes, 1)))
      let isCut = text.count < window.count
      switch scanner.scan(text, isLast: source.isAtEnd && !isCut) {
      case .record(let bytes, let lines):
        guard recordCount < limits.records else {
          throw fail(.tooManyRecords(limit: limits.records), at: 0)
        }
        record = text.baseAddress
        unescaped = UnsafePointer(scanner.unescaped)
        recordBytes = bytes
        innerLines = lines
        fieldCount = scanner.fieldCount
        nextLine = line + lines + 1
        recordCount += 1
        return true
      case .blank(let bytes):
        guard blankLineCount < limits.records else {
          throw fail(.tooManyRecords(limit: limits.records), at: 0)
        }
        source.skip(bytes)
        line += 1
        nextLine = line
        blankLineCount += 1
      case .nothing:
        guard recordCount > 0 else { throw fail(.empty, at: nil) }
        return false
      case .unfinished:
        if isCut { throw fail(.recordTooLong(limit: limits.recordBytes), at: 0) }
        if grow() || source.isAtEnd { continue }
        throw fail(source.fault ?? .empty, at: text.count)
      case .fault(let cause, let offset):
        throw fail(cause, at: offset)
      }
    }
  }

  /// Twice as much text each time, so that a long record is not gone through again at each block.
  private mutating func grow() -> Bool {
    let wanted = 2 * source.window.count
    var hasGrown = false
    repeat {
      guard source.grow() else { break }
      hasGrown = true
    } while source.window.count < wanted
    return hasGrown
  }

  /// The bytes of the line at the front, its line end left out; nil where it has no such mark.
  mutating func headingLine(mark: UInt8) throws(CSVReadingError) -> [UInt8]? {
    while true {
      let window = source.window
      if let first = window.first {
        guard first == mark else { return nil }
        if let end = window.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
          return Array(window[..<end])
        }
        guard window.count <= limits.recordBytes else {
          throw fail(.recordTooLong(limit: limits.recordBytes), at: 0)
        }
      }
      if source.grow() { continue }
      guard source.isAtEnd else { throw fail(source.fault ?? .empty, at: source.window.count) }
      return window.isEmpty ? nil : Array(source.window)
    }
  }

  /// Goes on behind a line of so many bytes and its line end.
  mutating func skipLine(bytes count: Int) {
    source.skip(count)
    if source.window.count < 2 { _ = source.grow() }
    let end = source.window.prefix(2)
    source.skip(end.first == 0x0D && end.count == 2 && end[1] == 0x0A ? 2 : min(1, end.count))
    line += 1
    nextLine = line
  }

  /// Throws the fault that was found before, if there was one.
  func checkFailure() throws(CSVReadingError) {
    if let failure { throw failure }
  }

  /// Keeps a fault at an offset into the text from the record's start on; nil is the file's own.
  mutating func fail(_ cause: CSVReadingError.Cause, at offset: Int?) -> CSVReadingError {
    let error: CSVReadingError
    switch (cause, offset) {
    case (.workbook, _), (.compressed, _), (.inputOutput, _), (_, nil):
      error = CSVReadingError(cause)
    case (_, let offset?):
      let place = place(at: offset)
      error = CSVReadingError(cause, line: place.line, column: place.column)
    }
    failure = error
    fieldCount = 0
    return error
  }

  /// The line and the column of an offset, by going through the record once more.
  func place(at offset: Int) -> (line: Int, column: Int) {
    // Most records lie on one line.
    guard innerLines != 0 else { return (line, offset + 1) }
    let before = source.window.prefix(offset)
    guard before.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return (line, offset + 1)
    }
    var line = line
    var column = 1
    for (index, byte) in before.enumerated() {
      let isReturnOfPair =
        byte == UInt8(ascii: "\r") && index + 1 < source.window.count
        && source.window[index + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isReturnOfPair) {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
