/// A role in which people take part, as the vocabulary numbers it.
public struct Role: Hashable, Sendable {
  /// The place of the word in the vocabulary; ``unrecognised`` for a word that is not in it.
  public let index: UInt8

  /// The role at a place of the vocabulary.
  @inlinable
  public init(index: UInt8) { self.index = index }

  /// A role that the vocabulary does not have: it might fill any place.
  public static let unrecognised = Role(index: .max)
}
