/// A run of bytes in a record's own text.
public struct TextRange: Hashable, Sendable {
  /// The first byte.
  public var start: Int32
  /// How many bytes.
  public var count: Int32

  /// A run of bytes.
  @inlinable
  public init(start: Int32, count: Int32) {
    self.start = start
    self.count = count
  }

  /// No text.
  public static let empty = TextRange(start: 0, count: 0)

  /// Whether there is no text.
  @inlinable
  public var isEmpty: Bool { count == 0 }
}
