/// Reads an XML file from its bytes, element by element, without building a tree.
///
/// The file is hostile until proven otherwise: any document type declaration, any encoding but the
/// six of ``XMLEncoding``, compressed bytes and anything above ``XMLLimits`` refuse it as a whole.
/// No other file is opened and no network is used, whatever the file says.
///
/// ```swift
/// let reader = XMLReader(names: ["Message", "ReferenceDate"])
/// var census = CensusHandler()
/// let summary = try reader.read(descriptor: file, into: &census)
/// ```
///
/// A reader has no state of its own: one may be used from several threads at once.
public struct XMLReader: Sendable {
  /// The names that are delivered as numbers.
  public let names: [String]
  /// The sizes above which a file is refused.
  public let limits: XMLLimits
  /// The bytes asked of the system at once.
  var blockBytes = 256 << 10

  /// A reader that knows these names.
  ///
  /// - Parameters:
  ///   - names: local names of elements and attributes, at most 16,384; of two equal ones the
  ///     first gives the number.
  ///   - limits: the sizes above which a file is refused.
  public init(names: [String], limits: XMLLimits = XMLLimits()) {
    precondition(names.count <= 1 << 14, "more names than a reader can number")
    self.names = names
    self.limits = limits
  }

  /// The number of a name, for use in the handler.
  public func name(_ spelling: String) -> XMLName {
    let position = names.firstIndex { $0.utf8.elementsEqual(spelling.utf8) }
    return XMLName(rawValue: position.map { UInt16($0 + 1) } ?? 0)
  }

  /// Reads a file from an open descriptor's position to its end.
  ///
  /// - Parameters:
  ///   - descriptor: open for reading; a pipe will do. It is not closed.
  ///   - handler: takes the elements. What it holds counts only if this returns.
  ///   - onBytes: called with each block as it is read, for a hash of the file.
  /// - Returns: the size of what was read.
  /// - Throws: ``XMLReadingFailure/refused(_:)`` for the file's faults,
  ///   ``XMLReadingFailure/stopped(_:)`` with the handler's own error.
  @inlinable
  public func read<Handler: XMLHandler & ~Copyable>(
    descriptor: Int32, into handler: inout Handler, onBytes: ((RawSpan) -> Void)? = nil
  ) throws(XMLReadingFailure<Handler.Failure>) -> XMLReadingSummary {
    try deliver(into: &handler) { (calls) throws(XMLReadingError) in
      try read(descriptor: descriptor, calls: calls, onBytes: onBytes)
    }
  }

  /// Reads a file that is in memory already.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - handler: takes the elements. What it holds counts only if this returns.
  /// - Returns: the size of what was read.
  /// - Throws: as ``read(descriptor:into:onBytes:)``.
  @inlinable
  public func read<Handler: XMLHandler & ~Copyable>(
    bytes: [UInt8], into handler: inout Handler
  ) throws(XMLReadingFailure<Handler.Failure>) -> XMLReadingSummary {
    try deliver(into: &handler) { (calls) throws(XMLReadingError) in
      try read(bytes: bytes, calls: calls)
    }
  }

  @usableFromInline
  func read(
    descriptor: Int32, calls: HandlerCalls, onBytes: ((RawSpan) -> Void)?
  ) throws(XMLReadingError) -> XMLReadingSummary {
    let source = ByteSource(
      .descriptor(descriptor), block: blockBytes, limit: limits.bytes, onBytes: onBytes)
    return try Parsing.run(source, names: names, limits: limits, calls: calls)
  }

  @usableFromInline
  func read(bytes: [UInt8], calls: HandlerCalls) throws(XMLReadingError) -> XMLReadingSummary {
    let source = ByteSource(.memory(bytes), block: blockBytes, limit: limits.bytes, onBytes: nil)
    return try Parsing.run(source, names: names, limits: limits, calls: calls)
  }
}
