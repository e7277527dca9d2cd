/// The cells of one sheet that hold something, row by row.
public final class SheetTable {
  /// One row with the numbers of its cells.
  struct Row {
    var number: Int32
    var isHidden: Bool
    var firstCell: Int
  }

  /// One cell, and where its text lies.
  struct Cell {
    var start: Int
    var count: Int32
    var column: UInt16
    var kind: CellKind
    /// Whether ``start`` is the number of a shared text.
    var isShared: Bool
  }

  private let shared: SharedTexts
  private let store = ByteStore()
  private var rows: [Row] = []
  private var cells: [Cell] = []

  /// The sheet.
  public let sheet: WorkbookSheet
  /// How many rows with something in them the workbook does not show; they are read all the same.
  public var hiddenRowCount: Int { rows.indices.count { rows[$0].isHidden && !range($0).isEmpty } }
  /// How many cells lay under a merged one and held something that nobody sees; it is left out.
  public private(set) var coveredCellCount = 0

  init(_ sheet: WorkbookSheet, shared: SharedTexts) {
    self.sheet = sheet
    self.shared = shared
  }

  /// The number of rows that the sheet's part lists, empty ones among them.
  public var rowCount: Int { rows.count }

  /// The number of the cells that hold something.
  public var cellCount: Int { cells.count }

  /// The number of a row in the sheet, counted from 1.
  public func number(ofRow index: Int) -> Int { Int(rows[index].number) }

  /// The cells of a row, in the order of their columns.
  public func cells(ofRow index: Int) -> Range<Int> { range(index) }

  /// The column of a cell, counted from 1.
  public func column(ofCell index: Int) -> Int { Int(cells[index].column) }

  /// What a cell holds.
  public func kind(ofCell index: Int) -> CellKind { cells[index].kind }

  /// The text of a cell as UTF-8, not trimmed; it stays where it is as long as the table.
  public func text(ofCell index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    return cell.isShared ? shared[cell.start] : store.slice(cell.start, Int(cell.count))
  }

  private func range(_ index: Int) -> Range<Int> {
    let next = index + 1
    return rows[index].firstCell..<(next < rows.count ? rows[next].firstCell : cells.count)
  }

  func begin(row number: Int, isHidden: Bool) {
    rows.append(
      Row(number: Int32(number), isHidden: isHidden, firstCell: cells.count))
  }

  func add(_ text: [UInt8], _ kind: CellKind, column: Int) {
    guard !text.isEmpty else { return }
    cells.append(
      Cell(
        start: store.append(text), count: Int32(text.count), column: UInt16(column), kind: kind,
        isShared: false))
  }

  func add(shared index: Int, column: Int) {
    guard !shared[index].isEmpty else { return }
    cells.append(
      Cell(start: index, count: 0, column: UInt16(column), kind: .text, isShared: true))
  }

  /// Leaves out what lies under merged cells: only the first of them is seen.
  func cover(_ areas: [CellArea]) throws(WorkbookReadingError) {
    // Merged cells do not overlap, so a row is looked at once for each area beside another.
    var left = 1 << 24
    var covered = Set<Int>()
    for area in areas {
      var row = firstRow(from: area.first.row)
      while row < rows.count, rows[row].number <= area.last.row {
        left -= 1 + range(row).count / 16
        guard left > 0 else { throw WorkbookReadingError(.merging, sheet: sheet.name) }
        for cell in range(row)
        where (area.first.column...area.last.column).contains(Int(cells[cell].column)) {
          let isFirst =
            rows[row].number == area.first.row && cells[cell].column == area.first.column
          if !isFirst { covered.insert(cell) }
        }
        row += 1
      }
    }
    guard !covered.isEmpty else { return }
    coveredCellCount = covered.count
    remove(covered)
  }

  /// The first row with this number or a later one.
  private func firstRow(from number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func remove(_ covered: Set<Int>) {
    var kept: [Cell] = []
    for row in rows.indices {
      let cellsOfRow = range(row)
      rows[row].firstCell = kept.count
      for cell in cellsOfRow where !covered.contains(cell) { kept.append(cells[cell]) }
    }
    cells = kept
  }
}
