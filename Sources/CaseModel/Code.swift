/// A short text that was met before: a close reason, an outcome, a team, a value of a code list.
public struct Code: Hashable, Sendable {
  /// The place of the text in its ``CodeBook``; negative for none.
  public let index: Int32

  /// The code at a place of a code book.
  @inlinable
  public init(index: Int32) { self.index = index }

  /// No text at all.
  public static let none = Code(index: -1)

  /// Whether there is a text.
  @inlinable
  public var isPresent: Bool { index >= 0 }
}
