/// The place of a cell in its sheet, as `AB12` says it.
public struct CellReference: Hashable, Sendable {
  /// The last row of a sheet.
  static let lastRow = 1_048_576
  /// The last column of a sheet, XFD.
  static let lastColumn = 16_384

  /// The row, counted from 1.
  public let row: Int
  /// The column, counted from 1.
  public let column: Int

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

  /// The letters of a column: 1 is `A`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
