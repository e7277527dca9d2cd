import Testing

@testable import WorkbookReading

/// A workbook made for a test, of parts that can be replaced one by one.
struct Book {
  /// The parts by name, in order.
  var parts: [(String, String)]

  /// A workbook of sheets, each with what stands in its `worksheet`.
  ///
  /// Style 0 shows numbers, 1 a day (14), 2 a day and a time by a format of its own.
  init(
    _ sheets: [(name: String, data: String)], texts: [String] = [], properties: String = "",
    states: [String: String] = [:]
  ) {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var list = ""
    var relations = ""
    parts = []
    for (index, sheet) in sheets.enumerated() {
      let state = states[sheet.name].map { " state=\"\($0)\"" } ?? ""
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index)\"/>"
      relations +=
        "<Relationship Id=\"rId\(index)\" Type=\"\(kind)/worksheet\" "
        + "Target=\"worksheets/sheet\(index).xml\"/>"
      parts.append(("xl/worksheets/sheet\(index).xml", "<worksheet>\(sheet.data)</worksheet>"))
    }
    relations += "<Relationship Id=\"s\" Type=\"\(kind)/styles\" Target=\"styles.xml\"/>"
    relations += "<Relationship Id=\"t\" Type=\"\(kind)/sharedStrings\" Target=\"/xl/texts.xml\"/>"
    parts += [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(kind)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(kind)\">\(properties)<sheets>\(list)</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\/mm\\/yyyy\\ hh:mm;@\"/>"
          + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
          + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
      ),
      ("xl/texts.xml", "<sst>\(texts.joined())</sst>"),
    ]
  }

  /// A workbook of one sheet with these rows.
  init(rows: String, after: String = "", texts: [String] = [], properties: String = "") {
    self.init(
      [("List 1", "<sheetData>\(rows)</sheetData>\(after)")], texts: texts, properties: properties)
  }

  /// The archive, with its parts stored.
  var bytes: [UInt8] { HandZip(parts).bytes }

  /// The same with another part in place of one.
  func with(_ name: String, _ text: String?) -> Book {
    var book = self
    book.parts = parts.compactMap { part in
      part.0 != name ? part : text.map { (name, $0) }
    }
    return book
  }

  /// The cells of a sheet as `A1=text`, those that are no text with their kind: `B2=12:number`.
  static func cells(
    _ bytes: [UInt8], sheet: Int = 0, limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookReadingError) -> [String] {
    var book = try Workbook(bytes: bytes, limits: limits)
    return cells(try book.read(book.sheets[sheet]))
  }

  static func cells(_ table: SheetTable) -> [String] {
    var cells: [String] = []
    for row in 0..<table.rowCount {
      for cell in table.cells(ofRow: row) {
        let column = CellReference.letters(ofColumn: table.column(ofCell: cell))
        let text = String(decoding: table.text(ofCell: cell), as: UTF8.self)
        let kind = table.kind(ofCell: cell)
        cells.append(
          "\(column)\(table.number(ofRow: row))=\(text)\(kind == .text ? "" : ":\(kind)")")
      }
    }
    return cells
  }

  /// Why a workbook is refused; nil where it is read to the end of its last sheet.
  static func refusal(
    _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
  ) -> WorkbookReadingError? {
    do throws(WorkbookReadingError) {
      var book = try Workbook(bytes: bytes, limits: limits)
      for sheet in book.sheets { _ = try book.read(sheet) }
      return nil
    } catch {
      return error
    }
  }
}
