/// An element or attribute name as a small number, so that no text is compared while reading.
///
/// The names given to ``XMLReader/init(names:limits:)`` are numbered from 1 in their order. Names
/// are local names: the prefix and the namespace of an element play no part.
@frozen public struct XMLName: RawRepresentable, Hashable, Sendable {
  /// The position in the list of registered names, counted from 1; 0 for any other name.
  public let rawValue: UInt16

  /// The name with this number.
  @inlinable public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// A name that was not registered.
  public static let unregistered = XMLName(rawValue: 0)
}
