/// A kind of process, as the vocabulary numbers it.
public struct ProcessKind: Hashable, Sendable {
  /// The place of the word in the vocabulary.
  public let index: UInt8

  /// The kind at a place of the vocabulary.
  @inlinable
  public init(index: UInt8) { self.index = index }
}
