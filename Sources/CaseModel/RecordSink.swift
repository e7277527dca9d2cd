public import Faults

/// Where readers put what they read, a child or a part of a child at a time.
///
/// The judge, the collector of a night and, later, the pipe of a confined worker are sinks.
public protocol RecordSink: AnyObject {
  /// A feed starts; its as-of and authority are known, what it carries may still grow.
  func begin(_ feed: Feed) throws(Fault)

  /// What a row, or a whole child, says; the sink may take its columns and need not keep them.
  func receive(_ record: inout ChildRecord) throws(Fault)

  /// A row that cannot be used.
  func setAside(_ row: QuarantinedRow) throws(Fault)

  /// The feed ended well: all that it carries, and its counts.
  func finish(_ feed: Feed, counts: RowCounts) throws(Fault)
}
