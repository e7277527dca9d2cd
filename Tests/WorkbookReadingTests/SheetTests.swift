import Testing
import WorkbookMaking

@testable import WorkbookReading

@Suite struct SheetTests {
  @Test(
    "rows and cells stand where their references say, and behind one another without",
    arguments: [
      ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "A1=1 B1=2 A2=3"),
      ("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row>", "B3=1 C3=2"),
      ("<row r=\"2\"/><row><c><v>1</v></c></row><row r=\"9\"><c><v>2</v></c></row>", "A3=1 A9=2"),
      ("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "XFD1048576=1"),
      ("<row><c r=\"AA1\"><v>1</v></c><c><v/></c><c><v>2</v></c></row>", "AA1=1 AC1=2"),
      ("", ""),
    ])
  func places(rows: String, cells: String) throws {
    let read = try Book.cells(Book(rows: rows).bytes)
    #expect(
      read.joined(separator: " ")
        == cells.split(separator: " ").map { "\($0):number" }
        .joined(separator: " "))
  }

  @Test("of merged cells only the first one holds something")
  func merged() throws {
    let rows = (1...4).map { row in
      "<row>" + (1...3).map { "<c><v>\(row)\($0)</v></c>" }.joined() + "</row>"
    }.joined()
    let book = Book(
      rows: rows,
      after: "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C3:C1048576\"/></mergeCells>")
    var workbook = try Workbook(bytes: book.bytes)
    let table = try workbook.read(workbook.sheets[0])
    #expect(
      Book.cells(table) == [
        "A1=11:number", "C1=13:number", "C2=23:number", "A3=31:number", "B3=32:number",
        "C3=33:number", "A4=41:number", "B4=42:number",
      ])
    #expect(table.coveredCellCount == 4)
  }

  @Test("hidden sheets and hidden rows are read and told")
  func hidden() throws {
    let data =
      "<sheetData><row hidden=\"1\"><c><v>1</v></c></row><row hidden=\"true\"/>"
      + "<row hidden=\"0\"><c><v>2</v></c></row></sheetData>"
    let book = Book(
      [("Seen &amp; told", data), ("Hidden", data), ("Very", data)],
      states: ["Seen &amp; told": "visible", "Hidden": "hidden", "Very": "veryHidden"])
    var workbook = try Workbook(bytes: book.bytes)
    #expect(workbook.sheets.map(\.name) == ["Seen & told", "Hidden", "Very"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true, true])
    for sheet in workbook.sheets {
      let table = try workbook.read(sheet)
      #expect(Book.cells(table) == ["A1=1:number", "A3=2:number"])
      #expect(table.hiddenRowCount == 1)
    }
  }

  @Test("what stands outside the rows of a sheet is not read")
  func outside() throws {
    let data =
      "<extLst><sheetData><row><c><v>9</v></c></row></sheetData></extLst>"
      + "<sheetData><extLst><row><c><v>8</v></c></row></extLst><row><c><v>1</v></c></row>"
      + "</sheetData><row><c><v>7</v></c></row>"
    #expect(try Book.cells(Book([("One", data)]).bytes) == ["A1=1:number"])
  }

  @Test("a workbook may lie elsewhere in its archive, in other case, without styles and texts")
  func elsewhere() throws {
    let book = Book(rows: "<row><c><v>1</v></c><c s=\"7\"><v>2</v></c></row>")
    let kind = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let parts = [
      (
        "_RELS/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(kind)/officeDocument\" "
          + "Target=\"/Book/./down/../Main.xml\"/></Relationships>"
      ),
      (
        "book\\main.xml",
        "<workbook><sheets><sheet name=\"A\" id=\"x\"/>"
          + "<sheet name=\"Chart\" id=\"y\"/></sheets></workbook>"
      ),
      (
        "book/_rels/main.xml.rels",
        "<Relationships><Relationship Id=\"x\" "
          + "Type=\"\(kind)/worksheet\" Target=\"../a.xml\"/><Relationship Id=\"y\" "
          + "Type=\"\(kind)/chartsheet\" Target=\"../b.xml\"/></Relationships>"
      ),
      ("a.xml", book.parts[0].1),
    ]
    #expect(try Book.cells(HandZip(parts).bytes) == ["A1=1:number", "B1=2:number"])
  }

  @Test("deflated parts are read as stored ones are")
  func deflated() throws {
    let rows = (1...2000).map { "<row r=\"\($0)\"><c t=\"s\"><v>\($0 % 2)</v></c></row>" }
    let book = Book(rows: rows.joined(), texts: ["<si><t>a</t></si>", "<si><t>b</t></si>"])
    let packed = try PackedZip.bytes(book.parts.map { ($0.0, Array($0.1.utf8)) })
    #expect(packed.count < book.bytes.count / 5)
    let cells = try Book.cells(packed)
    #expect(cells.count == 2000)
    #expect(cells == (try Book.cells(book.bytes)))
  }
}
