/// Where a record stands in what was delivered.
public struct Source: Hashable, Sendable {
  /// The file's place among the files of the run; see ``FileTable``.
  public var file: Int32
  /// The line, counted from 1; 0 where there is none.
  public var line: Int32
  /// The column in bytes, counted from 1; 0 where it is not known.
  public var column: Int32

  /// A place in a file.
  @inlinable
  public init(file: Int32, line: Int32, column: Int32 = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// No place.
  public static let none = Source(file: -1, line: 0, column: 0)
}
