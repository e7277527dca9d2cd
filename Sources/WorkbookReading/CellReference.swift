/// The place of a cell in its sheet, as `AB12` says it.
struct CellReference: Hashable, Sendable {
  /// The last row of a sheet.
  static let lastRow = 1_048_576
  /// The last column of a sheet, XFD.
  static let lastColumn = 16_384

  /// The row, counted from 1.
  let row: Int
  /// The column, counted from 1.
  let column: Int

  /// The place that bytes say; nil where they say none or one outside a sheet.
  init?(_ bytes: some Collection<UInt8>) {
    var (row, column) = (0, 0)
    var isInRow = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isInRow:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        isInRow = true
        row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row
    self.column = column
  }
}
