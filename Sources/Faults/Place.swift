/// Where in a file something stands, for a message that a person follows.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file as the reader of the message knows it: its base name, or its path as given.
  public var file: String
  /// The line, counted from 1; nil where the fault is the file's as a whole.
  public var line: Int?
  /// The column, counted from 1: in bytes for exports, in characters for YAML.
  public var column: Int?
  /// Whether ``line`` and ``column`` are a row and a column of a sheet.
  public var isInSheet = false

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// A place in a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - sheet: the file and the sheet, as the reader of the message knows them.
  ///   - row: counted from 1; nil where the fault is the sheet's as a whole.
  ///   - column: counted from 1, A is 1.
  public init(sheet: String, row: Int? = nil, column: Int? = nil) {
    self.init(file: sheet, line: row, column: column)
    isInSheet = true
  }

  /// The letters of a column of a sheet: 1 is `A`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// `file`, `file:line` or `file:line:column`; in a sheet `file, row 5, column C`.
  public var description: String {
    guard let line else { return file }
    if isInSheet {
      return "\(file), row \(line)"
        + (column.map { ", column \(Place.letters(ofColumn: $0))" } ?? "")
    }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
