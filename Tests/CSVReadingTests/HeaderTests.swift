import Testing

@testable import CSVReading

@Suite struct HeaderTests {
  static let export = """
    Children in need,as at 31 March
    \t
    "printed
    on a Monday"

     id ,"opened",closed,,
    1,2026-04-01,,,
    2,2026-04-02,2026-05-01,,

    """

  @Test("the header is read first and not delivered")
  func header() throws {
    var reader = CSVReader(bytes: Array(" id ,date\n1,2\n".utf8), dialect: CSVDialect())
    let reading = try Reading(&reader)
    #expect(reader.header == ["id", "date"])
    #expect(reading.texts == [["1", "2"]])
    #expect(reader.columnIndex(named: "date") == 1)
    #expect(reader.columnIndex(named: "Date") == nil)
    #expect(reader.recordCount == 2)
  }

  @Test("a file may hold its header alone")
  func headerAlone() throws {
    var reader = CSVReader(bytes: Array("id,date".utf8), dialect: CSVDialect())
    #expect(try !reader.next())
    #expect(reader.header == ["id", "date"])
  }

  @Test("a header below titles is found, and records must be as wide from there on")
  func titles() throws {
    var reader = CSVReader(bytes: Array(Self.export.utf8), dialect: CSVDialect())
    #expect(
      try reader.findHeader(containing: ["closed", "id"]) == ["id", "opened", "closed", "", ""])
    #expect(reader.line == 6)
    #expect(reader.line(of: 1) == 6)
    #expect(reader.column(of: 1) == 6)
    let reading = try Reading(&reader)
    #expect(
      reading.texts == [
        ["1", "2026-04-01", "", "", ""], ["2", "2026-04-02", "2026-05-01", "", ""],
      ])
    #expect(reading.blankLines == 1)

    var ragged = CSVReader(bytes: Array((Self.export + "3,4\n").utf8), dialect: CSVDialect())
    _ = try ragged.findHeader { $0.contains("opened") }
    #expect(throws: CSVReadingError(.ragged(fields: 2, expected: 5), line: 9, column: 1)) {
      try Reading(&ragged)
    }
  }

  @Test("without such a header the file is refused, also by the next call")
  func notFound() {
    var reader = CSVReader(bytes: Array(Self.export.utf8), dialect: CSVDialect())
    for reach in [3, 50] {
      #expect(throws: CSVReadingError(.headerNotFound(within: 3))) {
        try reader.findHeader(containing: ["id"], within: reach)
      }
    }
    #expect(throws: CSVReadingError(.headerNotFound(within: 3))) { try reader.next() }
    var whole = CSVReader(bytes: Array(Self.export.utf8), dialect: CSVDialect())
    #expect(throws: CSVReadingError(.headerNotFound(within: 50))) {
      try whole.findHeader(containing: ["Opened"])
    }
  }

  @Test("names that only look alike are two names")
  func looksAlike() throws {
    var reader = CSVReader(bytes: Array("\u{E9},e\u{301}\n1,2\n".utf8), dialect: CSVDialect())
    #expect(try reader.next())
    #expect(reader.columnIndex(named: "e\u{301}") == 1)
    #expect(reader.columnIndex(named: "\u{E9}") == 0)
  }

  @Test("a name twice is refused where the second stands, empty names are not")
  func twice() throws {
    var empty = CSVReader(bytes: Array("a,, ,\n1,2,3,4\n".utf8), dialect: CSVDialect())
    #expect(try empty.readHeader() == ["a", "", "", ""])
    var twice = CSVReader(bytes: Array("title\na,b,\"b\"\n".utf8), dialect: CSVDialect())
    #expect(
      throws: CSVReadingError(.duplicateHeader(first: 2, second: 3), line: 2, column: 5)
    ) {
      try twice.findHeader(containing: ["a"])
    }
  }
}
