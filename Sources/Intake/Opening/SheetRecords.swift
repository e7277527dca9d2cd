import CSVReading
import CaseModel
import Faults
import WorkbookReading

/// The rows of a list in a sheet of a workbook; rows without any value are passed over.
struct SheetRecords: ListRecords {
  private let table: SheetTable
  private let file: ExportFile
  private var next = 0
  private var current = 0
  /// The cell of each field of the current row; -1 where it is empty.
  private var cells: [Int] = []
  private var isBelowHeader = false
  /// The number of rows with a value behind the last named column, and the first of these rows.
  private var beyond: (count: Int, first: Int) = (0, 0)

  /// The rows of a sheet of an open file.
  init(_ table: SheetTable, file: ExportFile) {
    self.table = table
    self.file = file
  }

  var fieldCount: Int { cells.count }

  var line: Int { current < table.rowCount ? table.number(ofRow: current) : 0 }

  /// A tool that counts rows writes no workbook.
  var rowCountLine: CSVReader.RowCountLine? { nil }

  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    return cell < 0 ? UnsafeBufferPointer(start: nil, count: 0) : table.text(ofCell: cell)
  }

  func line(of index: Int) -> Int { line }

  func column(of index: Int) -> Int { index + 1 }

  func place(of index: Int?) -> Place {
    Place(sheet: file.name, row: line, column: index.map { $0 + 1 })
  }

  mutating func nextRow() -> Bool {
    while next < table.rowCount {
      current = next
      next += 1
      let row = table.cells(ofRow: current)
      guard let last = row.last else { continue }
      let width = isBelowHeader ? cells.count : table.column(ofCell: last)
      cells = Array(repeating: -1, count: width)
      var isBeyond = false
      for cell in row {
        let index = table.column(ofCell: cell) - 1
        guard index < width else {
          isBeyond = true
          continue
        }
        cells[index] = cell
      }
      if isBeyond {
        if beyond.count == 0 { beyond.first = line }
        beyond.count += 1
      }
      guard cells.contains(where: { $0 >= 0 && !isBlank($0) }) else { continue }
      return true
    }
    return false
  }

  mutating func findHeader(
    within reach: Int, where isHeader: ([String]) -> Bool
  ) throws(Fault) -> [String]? {
    for _ in 0..<reach {
      guard nextRow() else { return nil }
      let names = (0..<fieldCount).map { index in
        String(decoding: UnsafeRawBufferPointer(field(index)).trimmed, as: UTF8.self)
      }
      guard isHeader(names) else { continue }
      for second in names.indices where !names[second].isEmpty {
        guard let first = names[..<second].firstIndex(where: { isSame($0, names[second]) }) else {
          continue
        }
        throw Fault(
          .inputRefused, at: place(of: second),
          "every column has a name of its own, and column "
            + "\(Place.letters(ofColumn: first + 1)) has this one too",
          next: "rename one of the two columns")
      }
      isBelowHeader = true
      return names
    }
    return nil
  }

  /// Notes what is odd in the sheet, once its rows were read.
  func add(to notes: inout ReadingNotes) {
    func note(_ rule: String, _ next: String, count: Int, line: Int = 1) {
      guard count > 0 else { return }
      notes.add(rule, next: next, count: count, at: file.source(line: line))
    }
    note(
      "a sheet that is read is one that the workbook shows",
      "look whether it is meant to count; it was read", count: table.sheet.isHidden ? 1 : 0)
    note(
      "the rows of a sheet are ones that the workbook shows",
      "look whether hidden rows are meant to count; they were read", count: table.hiddenRowCount)
    note(
      "what lies under merged cells is empty",
      "take the merging away and look what is there; it was not read",
      count: table.coveredCellCount)
    note(
      "a row has nothing behind the last column that has a name",
      "name the column, or clear what stands there; it was not read", count: beyond.count,
      line: beyond.first)
  }

  private func isBlank(_ cell: Int) -> Bool {
    UnsafeRawBufferPointer(table.text(ofCell: cell)).trimmed.isEmpty
  }

  private func isSame(_ first: String, _ second: String) -> Bool {
    first.utf8.elementsEqual(second.utf8)
  }
}
