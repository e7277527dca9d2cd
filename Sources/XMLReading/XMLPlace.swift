/// Where in the file an element starts.
@frozen public struct XMLPlace: Hashable, Sendable {
  /// The line of the `<` of the start tag, counted from 1.
  public let line: Int32
  /// The column of that `<` in bytes of the line as UTF-8, counted from 1.
  ///
  /// It is 0 where it is not known: some thousands of bytes behind the last line end and without a
  /// tag between, and in the first line of a file in an encoding other than UTF-8.
  public let column: Int32

  /// A place in a file.
  @inlinable public init(line: Int32, column: Int32) {
    self.line = line
    self.column = column
  }
}
