/// A kind of process, as the vocabulary numbers it.
public struct ProcessKind: Hashable, Sendable {
  /// The index of the word in the vocabulary.
  public let index: UInt8

  /// The kind of an index.
  @inlinable
  public init(index: UInt8) { self.index = index }
}

/// A type of event, as the vocabulary numbers it.
public struct EventType: Hashable, Sendable {
  /// The index of the word in the vocabulary.
  public let index: UInt8

  /// The type of an index.
  @inlinable
  public init(index: UInt8) { self.index = index }
}

/// A role in which people take part, as the vocabulary numbers it.
public struct Role: Hashable, Sendable {
  /// The index of the word in the vocabulary; that of ``unrecognised`` for a word that is not in it.
  public let index: UInt8

  /// The role of an index.
  @inlinable
  public init(index: UInt8) { self.index = index }

  /// A role that the vocabulary does not have.
  ///
  /// It might take any seat.
  public static let unrecognised = Role(index: .max)
}

/// A named fact of a process or an event, as the vocabulary numbers it.
public struct Attribute: Hashable, Sendable {
  /// The index of the word in the vocabulary.
  public let index: UInt8

  /// The attribute of an index.
  @inlinable
  public init(index: UInt8) { self.index = index }
}
