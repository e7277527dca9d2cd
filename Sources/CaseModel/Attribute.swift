/// A named fact of a process or an event, as the vocabulary numbers it.
public struct Attribute: Hashable, Sendable {
  /// The place of the word in the vocabulary.
  public let index: UInt8

  /// The attribute at a place of the vocabulary.
  @inlinable
  public init(index: UInt8) { self.index = index }
}
