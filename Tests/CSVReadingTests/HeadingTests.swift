import Testing

@testable import CSVReading

@Suite struct HeadingTests {
  @Test(
    "heading lines are read, and the records behind them keep their lines",
    arguments: [
      ("a,b\n1,2\n", [], 2), ("# x\n#y \na,b\n1,2\n", ["x", "y"], 4),
      ("#\r\n# x\r\r\na,b\r\n1,2", ["", "x"], 5), ("#x\ra,b\r1,2\r", ["x"], 3),
      ("\u{FEFF}# x\na,b\n\n1,2\n", ["x"], 4),
    ])
  func heading(text: String, heading: [String], line: Int) throws {
    for block in [1, 2, 3, 5, 64] {
      var reader = CSVReader(
        .memory(Array(text.utf8)), CSVDialect(), CSVLimits(), block: block, nil)
      let lines = try reader.readHeading()
      #expect(lines.map(\.text) == heading)
      #expect(lines.map(\.line) == Array(1..<(heading.count + 1)))
      #expect(try reader.readHeader() == ["a", "b"])
      #expect(try reader.next())
      #expect(reader.line == line)
      #expect(reader.column(of: 1) == 3)
      #expect(try !reader.next())
    }
  }

  @Test("a file of heading lines alone is empty, and a line without end is refused")
  func refused() throws {
    for text in ["# x", "# x\n", ""] {
      var reader = CSVReader(bytes: Array(text.utf8), dialect: CSVDialect())
      #expect(try reader.readHeading().count == (text.isEmpty ? 0 : 1))
      #expect(throws: CSVReadingError(.empty)) { try reader.readHeader() }
    }
    var reader = CSVReader(
      .memory(Array("# \(String(repeating: "x", count: 100))".utf8)), CSVDialect(),
      CSVLimits(recordBytes: 50), block: 8, nil)
    #expect(throws: CSVReadingError.self) { try reader.readHeading() }
  }
}
