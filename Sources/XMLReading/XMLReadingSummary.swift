/// What was read, known only after the whole file was found to be well formed.
public struct XMLReadingSummary: Hashable, Sendable {
  /// The bytes of the file.
  public let bytes: Int
  /// The elements of the file, the root included.
  public let elements: Int
  /// The encoding that the file was read in.
  public let encoding: XMLEncoding
}
