import Testing
import WorkbookMaking

@testable import WorkbookReading

@Suite struct CellTests {
  @Test(
    "each kind of cell gives the text that the workbook shows",
    arguments: [
      ("<c><v>12345</v></c>", "12345:number"), ("<c><v>12345.0</v></c>", "12345:number"),
      ("<c><v>1.2345E4</v></c>", "12345:number"), ("<c><v>-7</v></c>", "-7:number"),
      ("<c><v>0</v></c>", "0:number"), ("<c><v>-0</v></c>", "0:number"),
      ("<c><v>007</v></c>", "7:number"), ("<c><v>0.25</v></c>", "0.25:number"),
      ("<c><v>0.10000000000000001</v></c>", "0.1:number"),
      ("<c><v>12345678901234567890</v></c>", "12345678901234567890:number"),
      ("<c t=\"n\"><v> 5 </v></c>", "5:number"), ("<c><v>five</v></c>", "#VALUE!:unreadable"),
      ("<c><v>nan</v></c>", "#VALUE!:unreadable"), ("<c><v>1e999</v></c>", "#VALUE!:unreadable"),
      ("<c t=\"str\"><f>A2</f><v>text</v></c>", "text"), ("<c t=\"str\"><f>A2</f><v/></c>", nil),
      ("<c t=\"str\"><f>A2</f></c>", "#CALC!:unreadable"),
      ("<c><f>A2+1</f><v>3</v></c>", "3:number"), ("<c><f>A2</f></c>", "#CALC!:unreadable"),
      ("<c><f>A2</f><v></v></c>", "#CALC!:unreadable"),
      ("<c t=\"inlineStr\"><is><t>a</t></is></c>", "a"),
      ("<c t=\"inlineStr\"><is><r><rPr/><t>a</t></r><r><t> b</t></r></is></c>", "a b"),
      ("<c t=\"inlineStr\"><is><t>a</t><rPh><t>x</t></rPh></is></c>", "a"),
      (
        "<c t=\"inlineStr\"><is><t>a_x000A_b_x005F_c_x0000__xD800_</t></is></c>",
        "a\nb_c_x0000__xD800_"
      ),
      ("<c t=\"b\"><v>1</v></c>", "TRUE:truth"), ("<c t=\"b\"><v>0</v></c>", "FALSE:truth"),
      ("<c t=\"b\"><v>2</v></c>", "#VALUE!:unreadable"),
      ("<c t=\"e\"><v>#N/A</v></c>", "#N/A:unreadable"),
      ("<c t=\"e\"><v>anything</v></c>", "#VALUE!:unreadable"),
      ("<c t=\"d\"><v>2024-03-05</v></c>", "2024-03-05:date"),
      ("<c t=\"d\"><v>2024-03-05T00:00:00.000</v></c>", "2024-03-05:date"),
      ("<c t=\"d\"><v>2024-03-05T09:30:00</v></c>", "2024-03-05T09:30:00:date"),
      ("<c t=\"d\"><v>5 March</v></c>", "#DATE!:unreadable"),
      ("<c t=\"s\"><v>0</v></c>", "one"), ("<c t=\"s\"><v>1</v></c>", "two parts"),
      ("<c t=\"s\"><v>2</v></c>", nil), ("<c t=\"s\"/>", nil), ("<c s=\"1\"/>", nil),
      ("<c><v/></c>", nil), ("<c><v>1</v><extLst><ext><v>2</v></ext></extLst></c>", "1:number"),
    ])
  func kind(cell: String, shown: String?) throws {
    let texts = [
      "<si><t>one</t></si>", "<si><r><t>two </t></r><r><t>parts</t></r><rPh><t>x</t></rPh></si>",
      "<si><t/></si>",
    ]
    let book = Book(rows: "<row>\(cell)</row>", texts: texts)
    #expect(try Book.cells(book.bytes) == (shown.map { ["A1=\($0)"] } ?? []))
  }

  @Test(
    "a number in a cell that shows days is a day, with a time where it has one",
    arguments: [
      ("45356", "2024-03-05"), ("45356.0", "2024-03-05"), ("45356.39583333", "2024-03-05T09:30"),
      ("45356.395833333336", "2024-03-05T09:30"), ("45356.3965162", "2024-03-05T09:30"),
      ("45356.99999999", "2024-03-06"), ("45356.0003", "2024-03-05T00:00"), ("61", "1900-03-01"),
      ("2958465", "9999-12-31"), ("36584", "2000-02-28"), ("36585", "2000-02-29"),
      ("36586", "2000-03-01"), ("45291", "2023-12-31"), ("60", nil), ("60.9", nil), ("59", nil),
      ("0", "1900-01-01"), ("1", "1900-01-01"), ("2", "1900-01-01"), ("3", nil),
      ("2958465.99999", "9999-12-31T23:59"), ("2958465.999999999", "9999-12-31"),
      ("0.5", nil), ("1.5", nil), ("-3", nil), ("2958466", nil), ("20240305", nil), ("x", nil),
    ])
  func date(serial: String, shown: String?) throws {
    // The second style shows times: there a whole number is 00:00, unless it stands for no day.
    let hasMidnight =
      shown?.utf8.count == 10 && shown != "1900-01-01" && serial != "2958465.999999999"
    for (style, time) in [(1, ""), (2, hasMidnight ? "T00:00" : "")] {
      let book = Book(rows: "<row><c s=\"\(style)\"><v>\(serial)</v></c></row>")
      #expect(
        try Book.cells(book.bytes) == [
          shown.map { "A1=\($0)\(time):date" } ?? "A1=#DATE!:unreadable"
        ])
    }
  }

  @Test(
    "a workbook that counts from 1904 gives the days that it shows",
    arguments: [
      ("1", "1904-01-02"), ("43894", "2024-03-05"), ("43894.5", "2024-03-05T12:00"),
      ("0.5", nil), ("0", nil), ("2957003", "9999-12-31"), ("2957004", nil),
    ])
  func from1904(serial: String, shown: String?) throws {
    for flag in ["1", "true"] {
      let book = Book(
        rows: "<row><c s=\"1\"><v>\(serial)</v></c></row>",
        properties: "<workbookPr date1904=\"\(flag)\"/>")
      #expect(
        try Book.cells(book.bytes) == [shown.map { "A1=\($0):date" } ?? "A1=#DATE!:unreadable"])
    }
  }

  @Test("every day of 400 years is the one that is counted to by hand")
  func calendar() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day) = (1900, 3, 1)
    for serial in 61..<(61 + 146_097) {
      let wanted = [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
      let text = SerialDate.text(Double(serial), from1904: false)
      #expect(text.map { String(decoding: $0, as: UTF8.self) } == wanted)
      day += 1
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(
    "a format shows a date where it has a letter of one that is no literal",
    arguments: [
      ("dd/mm/yyyy", true), ("[$-809]dd mmmm yyyy;@", true), ("hh:mm", true), ("[h]:mm", true),
      ("[ss]", true), ("YYYY-MM-DD", true), ("0;[Red]d", true), ("General", false), ("0.00", false),
      ("#,##0_);[Red](#,##0)", false), ("0\" days\"", false), ("0\\d", false), ("0_d", false),
      ("*d0", false), ("0.00E+00", false), ("[$£-809]#,##0", false), ("@", false), ("", false),
      ("\"open", false), ("[open", false), ("[Magenta]0", false), ("\\", false),
    ])
  func format(code: String, isDate: Bool) {
    #expect(DateCode.isDate(Array(code.utf8)) == isDate)
  }

  @Test("formats of conditional formatting do not make dates of numbers, nor numbers of dates")
  func conditional() throws {
    let styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"2\"/><xf numFmtId=\"170\"/></cellXfs><dxfs><dxf>"
      + "<numFmt numFmtId=\"2\" formatCode=\"dd\"/><numFmt numFmtId=\"170\" formatCode=\"0\"/>"
      + "</dxf></dxfs></styleSheet>"
    let rows = "<row><c><v>45356</v></c><c s=\"1\"><v>45356</v></c></row>"
    let book = Book(rows: rows).with("xl/styles.xml", styles)
    #expect(try Book.cells(book.bytes) == ["A1=45356:number", "B1=2024-03-05:date"])
  }

  @Test("the formats that every program knows by number show dates where the standard says so")
  func builtIn() {
    let dates = (0..<200).filter { DateCode.isDate(builtIn: $0) }
    #expect(
      dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
  }
}
