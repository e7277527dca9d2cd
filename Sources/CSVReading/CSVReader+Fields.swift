extension CSVReader {
  /// The value of a field as UTF-8: without its quotes, doubled quotes resolved, not trimmed.
  ///
  /// - Parameter index: from 0, below ``fieldCount``.
  /// - Returns: bytes that stay where they are until the next call of a mutating method.
  @inlinable
  public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < fieldCount, "no such field in this record")
    let field = fields[index]
    let base = field.isUnescaped ? unescaped : record
    return UnsafeBufferPointer(start: base.map { $0 + Int(field.start) }, count: Int(field.count))
  }

  /// Calls a body with the value of a field; the safe form of ``field(_:)``.
  ///
  /// - Parameters:
  ///   - index: from 0, below ``fieldCount``.
  ///   - body: gets the value as UTF-8: without its quotes, doubled quotes resolved, not trimmed.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws.
  @inlinable
  public func withField<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(field(index).span)
  }

  /// The line on which a field starts, counted from 1.
  ///
  /// - Parameter index: from 0, below ``fieldCount``.
  /// - Returns: the line of its first byte, the opening quote included.
  public func line(of index: Int) -> Int {
    precondition(index >= 0 && index < fieldCount, "no such field in this record")
    return place(at: Int(fields[index].written)).line
  }

  /// The column in which a field starts, in bytes of its line as UTF-8, counted from 1.
  ///
  /// - Parameter index: from 0, below ``fieldCount``.
  /// - Returns: the column of its first byte, the opening quote included.
  public func column(of index: Int) -> Int {
    precondition(index >= 0 && index < fieldCount, "no such field in this record")
    return place(at: Int(fields[index].written)).column
  }
}
