import WorkbookMaking

@testable import WorkbookReading

extension Book {
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
        let column = letters(table.column(ofCell: cell))
        let text = String(decoding: table.text(ofCell: cell), as: UTF8.self)
        let kind = table.kind(ofCell: cell)
        cells.append(
          "\(column)\(table.number(ofRow: row))=\(text)\(kind == .text ? "" : ":\(kind)")")
      }
    }
    return cells
  }

  /// The letters of a column below ZZ, and of XFD.
  private static func letters(_ column: Int) -> String {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
    if column == 16_384 { return "XFD" }
    return column <= 26
      ? alphabet[column - 1]
      : alphabet[(column - 1) / 26 - 1] + alphabet[(column - 1) % 26]
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
