import Testing

@testable import CSVReading

/// One file that must be refused.
struct RefusedFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let dialect: CSVDialect
  let error: CSVReadingError

  init(
    _ name: String, _ bytes: [UInt8], _ cause: CSVReadingError.Cause, _ line: Int? = nil,
    _ column: Int? = nil, _ dialect: CSVDialect = CSVDialect()
  ) {
    testDescription = name
    self.bytes = bytes
    self.dialect = dialect
    error = CSVReadingError(cause, line: line, column: column)
  }

  init(
    _ name: String, _ text: String, _ cause: CSVReadingError.Cause, _ line: Int? = nil,
    _ column: Int? = nil, _ dialect: CSVDialect = CSVDialect()
  ) {
    self.init(name, Array(text.utf8), cause, line, column, dialect)
  }
}

@Suite struct RefusedFileTests {
  static func bytes(_ before: String, _ wrong: [UInt8], _ after: String = "\n") -> [UInt8] {
    Array(before.utf8) + wrong + Array(after.utf8)
  }

  static let files: [RefusedFile] = [
    RefusedFile("empty", "", .empty),
    RefusedFile("a mark alone", "\u{FEFF}", .empty),
    RefusedFile("blank lines", "\n\r\n\n", .empty),
    RefusedFile("too few fields", "a,b\n1,2\n3\n", .ragged(fields: 1, expected: 2), 3, 1),
    RefusedFile("too many fields", "a,b\n1,2,3\n", .ragged(fields: 3, expected: 2), 2, 5),
    RefusedFile("the wrong delimiter", "a,b\n1;2\n", .ragged(fields: 1, expected: 2), 2, 1),
    RefusedFile("a delimiter at the end", "a\n1,", .ragged(fields: 2, expected: 1), 2, 3),
    RefusedFile(
      "surplus after a quoted line break", "a\n\"1\n2\",3\n", .ragged(fields: 2, expected: 1), 3, 4
    ),
    RefusedFile("unclosed quote", "a,b\n1,\"2\n3,4\n", .unclosedQuote, 2, 3),
    RefusedFile("unclosed quote at the end", "a\n\"", .unclosedQuote, 2, 1),
    RefusedFile("text after a quote", "a,b\n1,\"2\"x\n", .textAfterQuote, 2, 6),
    RefusedFile("a blank after a quote", "a\n\"1\" \n", .textAfterQuote, 2, 4),
    RefusedFile("a quote in a field", "a,b\n1,2\"3\n", .quoteInField, 2, 4),
    RefusedFile("a blank before a quote", "a,b\n1, \"2\"\n", .quoteInField, 2, 4),
    RefusedFile("zero byte", "a,b\n1,\u{0}\n", .zeroByte, 2, 3),
    RefusedFile("zero byte in quotes", "a,b\n1,\"x\n\u{0}\"\n", .zeroByte, 3, 1),
    RefusedFile("zero byte in UTF-16", utf16("\u{FEFF}a\n1\u{0}"), .zeroByte, 2, 2),
    RefusedFile("overlong", bytes("a\nb", [0xC0, 0xAF]), .invalidEncoding(.utf8), 2, 2),
    RefusedFile(
      "overlong of three", bytes("a\n", [0xE0, 0x80, 0xAF]), .invalidEncoding(.utf8), 2, 1),
    RefusedFile("surrogate", bytes("a\n", [0xED, 0xA0, 0x80]), .invalidEncoding(.utf8), 2, 1),
    RefusedFile(
      "beyond Unicode", bytes("a\n", [0xF4, 0x90, 0x80, 0x80]), .invalidEncoding(.utf8), 2, 1),
    RefusedFile("a lone tail", bytes("é,b\né,", [0x80]), .invalidEncoding(.utf8), 2, 4),
    RefusedFile("cut at the end", bytes("a\n", [0xE2, 0x82], ""), .invalidEncoding(.utf8), 2, 1),
    RefusedFile(
      "windows-1252 read as UTF-8", bytes("a\n", [0x93], "x\n"), .invalidEncoding(.utf8), 2, 1),
    RefusedFile(
      "a hole of windows-1252", bytes("a\n", [0xE9, 0x81]), .invalidEncoding(.windows1252), 2, 3,
      CSVDialect(encoding: .windows1252)),
    RefusedFile(
      "half a character of UTF-16", utf16("\u{FEFF}a\n1") + [0x41],
      .invalidEncoding(.utf16LittleEndian), 2, 2),
    RefusedFile(
      "a high surrogate alone", utf16("\u{FEFF}a\n") + [0x00, 0xD8, 0x41, 0x00],
      .invalidEncoding(.utf16LittleEndian), 2, 1),
    RefusedFile(
      "a low surrogate alone", utf16("\u{FEFF}a\n", bigEndian: true) + [0xDC, 0x00],
      .invalidEncoding(.utf16BigEndian), 2, 1),
    RefusedFile(
      "a name twice", "id,date, id \n1,2,3\n", .duplicateHeader(first: 1, second: 3), 1, 9),
    RefusedFile("zip", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0, 8], .workbook),
    RefusedFile("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .workbook),
    RefusedFile("gzip", [0x1F, 0x8B, 8], .compressed),
    RefusedFile("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], .compressed),
    RefusedFile("Zstandard", [0x28, 0xB5, 0x2F, 0xFD], .compressed),
    RefusedFile("bzip2", "BZh91AY&SY", .compressed),
    RefusedFile(
      "the first of two faults", bytes("a,b\n1\n\"", [0xFF]), .ragged(fields: 1, expected: 2), 2, 1),
    RefusedFile(
      "an unclosed quote before a wrong byte", bytes("a\n\"x", [0xFF]), .invalidEncoding(.utf8), 2,
      3),
  ]

  @Test("refuses with cause, line and column", arguments: files)
  func refuses(_ file: RefusedFile) {
    #expect(refusal(file.bytes, file.dialect) == file.error)
  }

  @Test("the size of the blocks does not change a refusal", arguments: files)
  func refusesInBlocks(_ file: RefusedFile) {
    for block in 1...(file.bytes.count + 1) {
      #expect(refusal(file.bytes, file.dialect, block: block) == file.error)
    }
  }

  @Test("a refused file stays refused")
  func staysRefused() {
    var reader = CSVReader(bytes: Array("a,b\n1\n1,2\n".utf8), dialect: CSVDialect())
    for _ in 0..<3 {
      #expect(throws: CSVReadingError(.ragged(fields: 1, expected: 2), line: 2, column: 1)) {
        try reader.next()
      }
      #expect(reader.fieldCount == 0)
    }
  }

  @Test(
    "every cause is a clause without a full stop, and so is its next step",
    arguments: [
      CSVReadingError.Cause.empty, .workbook, .compressed, .ragged(fields: 1, expected: 2),
      .unclosedQuote, .textAfterQuote, .quoteInField, .zeroByte, .invalidEncoding(.windows1252),
      .duplicateHeader(first: 1, second: 2), .headerNotFound(within: 50), .fieldTooLong(limit: 1),
      .recordTooLong(limit: 1), .tooManyFields(limit: 1), .tooManyRecords(limit: 1),
      .tooManyBytes(limit: 1), .inputOutput(errno: 5),
    ])
  func words(_ cause: CSVReadingError.Cause) {
    let error = CSVReadingError(cause)
    for words in [error.rule, error.nextStep] {
      #expect(words.utf8.count > 10)
      #expect(words.utf8.last != UInt8(ascii: "."))
      #expect(words.utf8.first.map { $0 >= 0x61 } == true)
    }
  }
}
