/// The sizes above which a file is refused.
///
/// libxml2 has no limit of its own on depth or on text when it reads without building a tree, so
/// these are the only guard against a file made to exhaust memory or time.
public struct XMLLimits: Hashable, Sendable {
  /// The number of elements that may be open at once.
  public var depth: Int
  /// The attributes and namespace declarations of one element.
  public var attributes: Int
  /// The bytes of text in one element without children, or in one attribute, as UTF-8.
  public var fieldBytes: Int
  /// The elements of one file.
  public var elements: Int
  /// The bytes of one file.
  public var bytes: Int

  /// Limits with room to spare above the largest statutory return.
  public init(
    depth: Int = 64, attributes: Int = 256, fieldBytes: Int = 1 << 20,
    elements: Int = 200_000_000, bytes: Int = 4 << 30
  ) {
    self.depth = depth
    self.attributes = attributes
    self.fieldBytes = fieldBytes
    self.elements = elements
    self.bytes = bytes
  }
}
