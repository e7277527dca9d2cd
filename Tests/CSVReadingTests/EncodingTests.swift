import Testing

@testable import CSVReading

/// Every encoding with every line end, with and without a byte order mark.
@Suite struct EncodingTests {
  /// One way of writing a text as bytes.
  struct Way: Sendable, CustomTestStringConvertible {
    let name: String
    let declared: CSVEncoding
    let mark: [UInt8]
    let write: @Sendable (String) -> [UInt8]

    var testDescription: String { name }
  }

  static let ways = [
    Way(name: "UTF-8", declared: .utf8, mark: []) { Array($0.utf8) },
    Way(name: "UTF-8 with mark", declared: .utf8, mark: [0xEF, 0xBB, 0xBF]) { Array($0.utf8) },
    Way(name: "UTF-16LE", declared: .utf16LittleEndian, mark: []) { utf16($0) },
    Way(name: "UTF-16LE with mark", declared: .utf16LittleEndian, mark: [0xFF, 0xFE]) { utf16($0) },
    Way(name: "UTF-16LE by mark alone", declared: .utf8, mark: [0xFF, 0xFE]) { utf16($0) },
    Way(name: "UTF-16BE", declared: .utf16BigEndian, mark: []) { utf16($0, bigEndian: true) },
    Way(name: "UTF-16BE with mark", declared: .utf16BigEndian, mark: [0xFE, 0xFF]) {
      utf16($0, bigEndian: true)
    },
    Way(name: "UTF-16BE by mark alone", declared: .windows1252, mark: [0xFE, 0xFF]) {
      utf16($0, bigEndian: true)
    },
    Way(name: "windows-1252", declared: .windows1252, mark: []) { text in
      text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    },
    Way(name: "ISO-8859-1", declared: .latin1, mark: []) { text in
      text.unicodeScalars.map { UInt8($0.value) }
    },
  ]

  @Test(
    "a file says the same in every encoding and with every line end", arguments: ways,
    ["\n", "\r\n", "\r"])
  func reads(_ way: Way, _ end: String) throws {
    let sign = way.name == "ISO-8859-1" ? "£" : "€"
    let lines = ["id,é", "", "1,\"ü\(end)\"\"\(sign)\"\"\"", "2,", "3,ÿ"]
    for last in [end, ""] {
      let bytes = way.mark + way.write(lines.joined(separator: end) + last)
      for block in [1, 2, 3, 7, 256 << 10] {
        let dialect = CSVDialect(hasHeader: false, encoding: way.declared)
        let reading = try Reading(bytes, dialect, block: block)
        #expect(
          reading.texts == [["id", "é"], ["1", "ü\(end)\"\(sign)\""], ["2", ""], ["3", "ÿ"]])
        #expect(reading.records.map { $0[0].line } == [1, 3, 5, 6])
        #expect(reading.blankLines == 1)
      }
    }
  }

  @Test(
    "each byte that windows-1252 does not have is refused with line and column",
    arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8], ["\n", "\r\n", "\r"])
  func holes(_ hole: UInt8, _ end: String) {
    // The column is one of the text as UTF-8, in which é takes two bytes.
    let bytes = Array("a,b\(end)".utf8) + [0xE9, 0x2C, 0x78, hole] + Array(end.utf8)
    for block in [1, 5, 256 << 10] {
      #expect(
        refusal(bytes, CSVDialect(hasHeader: false, encoding: .windows1252), block: block)
          == CSVReadingError(.invalidEncoding(.windows1252), line: 2, column: 5))
      #expect(refusal(bytes, CSVDialect(hasHeader: false, encoding: .latin1), block: block) == nil)
    }
  }

  @Test(
    "a file in another encoding than the declared one is refused where its bytes show it",
    arguments: [
      (CSVEncoding.utf8, [0x61, 0x0A, 0xE9, 0x0A], 2, 1),
      (.utf8, utf16("a\n"), 1, 2), (.windows1252, utf16("a\n"), 1, 2), (.latin1, utf16("a"), 1, 2),
      (.utf16LittleEndian, [0x61, 0x0A, 0x62], 1, 4),
      (.utf16BigEndian, utf16("a\n") + [0xDC, 0], 1, 7),
      (.utf8, [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], 1, 1),
    ] as [(CSVEncoding, [UInt8], Int, Int)])
  func mistaken(_ declared: CSVEncoding, _ bytes: [UInt8], _ line: Int, _ column: Int) {
    let error = refusal(bytes, CSVDialect(hasHeader: false, encoding: declared))
    #expect(error?.line == line)
    #expect(error?.column == column)
    guard let cause = error?.cause else { return }
    switch cause {
    case .invalidEncoding, .zeroByte: break
    default: Issue.record("\(cause)")
    }
  }
}
