/// A type of event, as the vocabulary numbers it.
public struct EventType: Hashable, Sendable {
  /// The place of the word in the vocabulary.
  public let index: UInt8

  /// The type at a place of the vocabulary.
  @inlinable
  public init(index: UInt8) { self.index = index }
}
