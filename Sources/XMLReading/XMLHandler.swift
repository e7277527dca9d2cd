/// What a consumer does with the elements of a file, as they are read.
///
/// For an element the calls are ``start(_:spelled:at:)``, one ``attribute(_:spelled:value:)`` for
/// each attribute, then those of its children, then ``end(_:text:at:)``. Whatever was gathered
/// counts only once the read returns: a damaged file delivers sound elements first.
///
/// ```swift
/// struct DateCounter: XMLHandler {
///   var dates = 0
///
///   mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) {
///     if name.rawValue == 1, text.count == 10 { dates += 1 }
///   }
/// }
/// ```
public protocol XMLHandler: ~Copyable {
  /// What the handler stops the read with; `Never` for one that reads to the end.
  associatedtype Failure: Error

  /// An element opens.
  ///
  /// - Parameters:
  ///   - name: its number, or ``XMLName/unregistered``.
  ///   - spelling: its local name in UTF-8.
  ///   - place: where its start tag begins.
  /// - Throws: what stops the read.
  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(Failure)

  /// An attribute of the element that has just opened; namespace declarations are not delivered.
  ///
  /// - Parameters:
  ///   - name: its number, or ``XMLName/unregistered``.
  ///   - spelling: its local name in UTF-8.
  ///   - value: its value in UTF-8, with references resolved.
  /// - Throws: what stops the read.
  mutating func attribute(
    _ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>
  ) throws(Failure)

  /// An element closes.
  ///
  /// - Parameters:
  ///   - name: its number, or ``XMLName/unregistered``.
  ///   - text: its own text in UTF-8, not trimmed, CDATA sections included; empty for an element
  ///     with children, whose stray text belongs to no field.
  ///   - place: where its start tag began.
  /// - Throws: what stops the read.
  mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) throws(Failure)
}

extension XMLHandler where Self: ~Copyable {
  /// Does nothing.
  @inlinable public mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(Failure) {}

  /// Does nothing.
  @inlinable public mutating func attribute(
    _ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>
  ) throws(Failure) {}
}
