/// A workbook made for a test, of parts that can be replaced one by one.
public struct Book: Sendable {
  /// The parts by name, in order.
  public var parts: [(String, String)]

  /// A workbook of sheets, each with what stands in its `worksheet`.
  ///
  /// Style 0 shows numbers, 1 a day (14), 2 a day and a time by a format of its own.
  public init(
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
  public init(rows: String, after: String = "", texts: [String] = [], properties: String = "") {
    self.init(
      [("List 1", "<sheetData>\(rows)</sheetData>\(after)")], texts: texts, properties: properties)
  }

  /// The archive, with its parts stored.
  public var bytes: [UInt8] { HandZip(parts).bytes }

  /// The same with another part in place of one.
  public func with(_ name: String, _ text: String?) -> Book {
    var book = self
    book.parts = parts.compactMap { part in
      part.0 != name ? part : text.map { (name, $0) }
    }
    return book
  }
}
