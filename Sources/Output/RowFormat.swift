/// How a table is written for programs: its rows as records of CSV or as objects of JSON.
///
/// What stands between the values of a row comes from here, so that whoever writes rows only knows
/// columns and values.
public enum RowFormat: Sendable {
  /// RFC 4180, a record a row, with a heading.
  case csv
  /// One array, an object a row.
  case json

  /// Appends what stands before the first row.
  public func appendHead<Sink: ByteSink & ~Copyable>(columns: [String], to sink: inout Sink) {
    switch self {
    case .csv:
      for (index, column) in columns.enumerated() {
        appendKey(column, isFirst: index == 0, to: &sink)
        append(column.utf8, to: &sink)
      }
      CSV.appendLineEnd(to: &sink)
    case .json: sink.append(UInt8(ascii: "["))
    }
  }

  /// Appends what stands behind the last row.
  public func appendFoot<Sink: ByteSink & ~Copyable>(isEmpty: Bool, to sink: inout Sink) {
    switch self {
    case .csv: break
    case .json: sink.append(contentsOf: isEmpty ? "]\n".utf8 : "\n]\n".utf8)
    }
  }

  /// Appends what stands before a row.
  @inlinable
  public func appendRowStart<Sink: ByteSink & ~Copyable>(isFirst: Bool, to sink: inout Sink) {
    switch self {
    case .csv: break
    case .json:
      if !isFirst { sink.append(UInt8(ascii: ",")) }
      sink.append(0x0A)
      sink.append(UInt8(ascii: "{"))
    }
  }

  /// Appends what stands behind a row.
  @inlinable
  public func appendRowEnd<Sink: ByteSink & ~Copyable>(to sink: inout Sink) {
    switch self {
    case .csv: CSV.appendLineEnd(to: &sink)
    case .json: sink.append(UInt8(ascii: "}"))
    }
  }

  /// Appends what stands before the value of a column: a comma, and the key of an object.
  public func appendKey<Sink: ByteSink & ~Copyable>(
    _ column: String, isFirst: Bool, to sink: inout Sink
  ) {
    if !isFirst { sink.append(UInt8(ascii: ",")) }
    switch self {
    case .csv: break
    case .json:
      JSON.append(column.utf8, to: &sink)
      sink.append(UInt8(ascii: ":"))
    }
  }

  /// Appends a text as a value: guarded and quoted where CSV needs it, escaped in JSON.
  @inlinable
  public func append<Sink: ByteSink & ~Copyable>(
    _ text: some Collection<UInt8>, to sink: inout Sink
  ) {
    switch self {
    case .csv: CSV.append(text, quoting: .whenNeeded, to: &sink)
    case .json: JSON.append(text, to: &sink)
    }
  }

  /// Appends what stands before and behind a value that needs no escape, such as a date.
  @inlinable
  public func appendQuote<Sink: ByteSink & ~Copyable>(to sink: inout Sink) {
    switch self {
    case .csv: break
    case .json: sink.append(0x22)
    }
  }
}
