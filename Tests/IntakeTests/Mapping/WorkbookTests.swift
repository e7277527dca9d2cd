import CaseModel
import Faults
import Intake
import Testing
import WorkbookMaking

/// Lists that are sheets of a workbook.
@Suite struct WorkbookTests {
  private static let mapping = """
    mapping: book
    title: A workbook
    child: Child
    as of: from the file name
    dates: [dd/mm/yyyy]
    null words: [N/A]
    header within: 5
    lists:
      visits:
        file: [book-*.xlsx, visits-*.csv]
        sheet: [List_7, "List 7*"]
        processes: {cp_plan: Plan}
        events: [{event: cp_visit, in: cp_plan, at: Visited, if empty: date missing}]
      s47:
        file: book-*.xlsx
        sheet: "List 5*"
        processes: {s47: Enquiry}
        events: [{event: s47_started, in: s47, at: Started}]
    """

  /// A row of cells: text as it is, numbers behind `=`, dates behind `@`, errors behind `!`.
  private static func row(_ cells: String...) -> String {
    let written = cells.map { cell in
      let rest = String(cell.dropFirst())
      return switch cell.first {
      case "=": "<c><v>\(rest)</v></c>"
      case "@": "<c s=\"2\"><v>\(rest)</v></c>"
      case "!": "<c t=\"e\"><v>\(rest)</v></c>"
      default: "<c t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
    }
    return "<row>\(written.joined())</row>"
  }

  private static func sheet(_ name: String, _ rows: String...) -> (name: String, data: String) {
    (name, "<sheetData>\(rows.joined())</sheetData>")
  }

  private static let header = row("Child", "Plan", "Visited")

  private static func read(
    _ sheets: [(name: String, data: String)], states: [String: String] = [:],
    named name: String = "book-2024-03-31.xlsx"
  ) throws -> MappingReading {
    try MappingReading(mapping, [(name, Book(sheets, states: states).bytes)])
  }

  @Test("the sheets of a workbook are read as CSV lists are, dates by the cells' style")
  func sheets() throws {
    let reading = try Self.read([
      Self.sheet("Guidance", Self.row("Read me")),
      Self.sheet(
        "List 7 CP", Self.row("Visits, as of 31 March"), "<row/>", Self.header,
        Self.row("=1001", "=77", "@45356"), Self.row("=1002", "=78.0", "@45356.39583333"),
        Self.row("A3", "P-9", "05/03/2024"), Self.row("=1004", "=80", "N/A"),
        "<row><c s=\"1\"/></row>",
        Self.row("=1005", "=81", "@60"), Self.row("=1006", "=82", "=45356"),
        Self.row("=1007", "=83", "!#N/A")),
      Self.sheet(
        "List 5", Self.row("Child", "Enquiry", "Started"), Self.row("=1001", "=5", "@45300")),
    ])
    #expect(
      reading.sink.lines == [
        "child 1001", "cp_plan 77", "cp_visit 2024-03-05T00:00 in cp_plan 77",
        "child 1002", "cp_plan 78", "cp_visit 2024-03-05T09:30 in cp_plan 78",
        "child A3", "cp_plan P-9", "cp_visit 2024-03-05 in cp_plan P-9",
        "child 1004", "cp_plan 80", "cp_visit missing in cp_plan 80",
        "child 1005", "cp_plan 81", "cp_visit unreadable raw #DATE! in cp_plan 81",
        "child 1006", "cp_plan 82", "cp_visit unreadable raw 45356 in cp_plan 82",
        "child 1007", "cp_plan 83", "cp_visit unreadable raw #N/A in cp_plan 83",
        "child 1001", "s47 5", "s47_started 2024-01-09T00:00 in s47 5",
      ])
    #expect(reading.readings[0].counts == RowCounts(read: 8, used: 8, setAside: 0))
    let notes = reading.readings[0].notes
    #expect(notes.contains { $0.rule.contains("no error such as") && $0.count == 2 })
    #expect(notes.contains { $0.rule.contains("a date is written") && $0.count == 3 })
    #expect(Set(reading.carried.keys) == ["cp_visit", "s47_started"])
  }

  @Test("a CSV of the same list is read by the same mapping")
  func csv() throws {
    let reading = try MappingReading(
      Self.mapping, "visits-2024-03-31.csv", "Child,Plan,Visited\n1,2,05/03/2024\n")
    #expect(reading.sink.lines.last == "cp_visit 2024-03-05 in cp_plan 2")
  }

  @Test("a row whose child is an error is set aside with its row and column; another id is none")
  func errorIds() throws {
    let reading = try Self.read([
      Self.sheet(
        "List_7", Self.header, Self.row("!#REF!", "=1", "@45356"), "<row r=\"9\"/>",
        Self.row("=1", "!#N/A", "@45356"), Self.row("=2", "=2", "@45356"))
    ])
    #expect(reading.sink.asidePlaces == ["2:1"])
    #expect(reading.sink.aside.allSatisfy { $0.rule.contains("error") })
    #expect(reading.readings[0].counts == RowCounts(read: 3, used: 2, setAside: 1))
    #expect(reading.sink.lines.prefix(2) == ["child 1", "cp_visit 2024-03-05T00:00"])
  }

  @Test("hidden sheets and rows, cells without a column and missing sheets are noted")
  func notes() throws {
    let reading = try Self.read(
      [
        Self.sheet(
          "List_7", Self.header, Self.row("=1", "=2", "@45356", "=9"),
          "<row hidden=\"1\"><c><v>3</v></c><c><v>4</v></c></row>")
      ], states: ["List_7": "hidden"])
    let notes = reading.readings[0].notes
    #expect(reading.readings[0].counts.read == 2)
    for words in ["one that the workbook shows", "ones that the workbook", "behind", "list s47"] {
      #expect(notes.count { $0.rule.contains(words) && $0.count == 1 } == 1, "\(words)")
    }
    #expect(notes.count == 4)
    #expect(Set(reading.carried.keys) == ["cp_visit"])
  }

  @Test("a sheet is a place of its own among the files of a run, with rows and letters")
  func places() {
    var files = FileTable()
    #expect(files.add(name: "book.xlsx") == 0)
    #expect(files.add(sheet: "book.xlsx, sheet \"List 7\"") == 1)
    let place = files.place(of: Source(file: 1, line: 12, column: 28))
    #expect(place.description == "book.xlsx, sheet \"List 7\", row 12, column AB")
    #expect(files.place(of: Source(file: 0, line: 12, column: 28)).description == "book.xlsx:12:28")
  }

  @Test("faults of a workbook name its file, sheet, row and column")
  func faults() throws {
    let cases: [([(name: String, data: String)], String, String)] = [
      (
        [Self.sheet("List 7", Self.row("x"), Self.row("Child", "Plan", "Child", "Visited"))],
        "book-2024-03-31.xlsx, sheet \"List 7\", row 2, column C", "column A"
      ),
      (
        [Self.sheet("List 7", Self.row("Child", "Plans", "Visited"))],
        "book-2024-03-31.xlsx, sheet \"List 7\"", "\"Plans\""
      ),
      (
        [Self.sheet("List 7", Self.header, "<row><c/><c t=\"s\"><v>9</v></c></row>")],
        "book-2024-03-31.xlsx, sheet \"List 7\", row 2, column B", "shared"
      ),
      (
        [Self.sheet("List 7", Self.header), Self.sheet("List 70", Self.header)],
        "book-2024-03-31.xlsx", "narrow"
      ),
      ([Self.sheet("List 8", Self.header)], "book-2024-03-31.xlsx", "\"List 8\""),
      ([Self.sheet("List 7")], "book-2024-03-31.xlsx", "\"List 7\""),
    ]
    for (sheets, place, words) in cases {
      let fault = try #require(throws: Fault.self) { _ = try Self.read(sheets) }
      #expect(fault.code == .inputRefused)
      #expect(fault.place?.description == place)
      let isShared = words == "shared" && fault.rule.contains("a text that the workbook has")
      #expect(isShared || fault.description.contains(words), "\(fault)")
    }
  }

  @Test("a workbook whose name is none of the mapping's is told by its sheets")
  func toldBySheets() throws {
    let sheets = [
      Self.sheet("Guidance", Self.row("Read me")),
      Self.sheet("List_7", Self.header, Self.row("=1", "=7", "@45356")),
    ]
    let asOf = "as of: always 2024-03-31"
    let mapping = Self.mapping.replacing("as of: from the file name", with: asOf)
    let bytes = Book(sheets).bytes
    let named = try MappingReading(mapping, [("book-2024-03-31.xlsx", bytes)])
    let other = try MappingReading(mapping, [("2015-01-sample.xlsx", bytes)])
    #expect(other.sink.lines == named.sink.lines)
    #expect(other.sink.lines.contains { $0.contains("cp_visit 2024-03-05") })
    // Two lists that would read one sheet: the name must say whose it is.
    let twice = mapping.replacing("\"List 5*\"", with: "[\"List 5*\", List_7]")
    let fault = try #require(throws: Fault.self) {
      try MappingReading(twice, [("2015-01-sample.xlsx", bytes)])
    }
    #expect(fault.rule.contains("name"))
    #expect(fault.nextStep.utf8.count(where: { $0 == UInt8(ascii: "*") }) == 2, "\(fault.nextStep)")
    let empty = try #require(throws: Fault.self) {
      try MappingReading(mapping, [("2015-01-sample.xlsx", Book([sheets[0]]).bytes)])
    }
    #expect(empty.nextStep.contains("\"Guidance\""))
  }

  @Test("a workbook that no list names a sheet of is refused with what to add")
  func unnamed() throws {
    let mapping = Self.mapping.replacing("sheet:", with: "# sheet:")
    let bytes = Book([Self.sheet("List 7", Self.header)]).bytes
    let fault = try #require(throws: Fault.self) {
      try MappingReading(mapping, [("book-2024-03-31.xlsx", bytes)])
    }
    #expect(fault.code == .configuration)
    #expect(fault.nextStep.contains("sheet"))
    let other = try #require(throws: Fault.self) {
      try MappingReading(mapping, [("other.xlsx", bytes)])
    }
    #expect(other.nextStep.contains("book-*.xlsx"))
  }
}
