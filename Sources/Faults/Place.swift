/// Where in a file something stands, for a message that a person follows.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file as the reader of the message knows it: its base name, or its path as given.
  public var file: String
  /// The line, counted from 1; nil where the fault is the file's as a whole.
  public var line: Int?
  /// The column, counted from 1: in bytes for exports, in characters for YAML.
  public var column: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
