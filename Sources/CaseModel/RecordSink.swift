public import Faults

/// Receives what readers read: a child or a part of a child at a time.
///
/// The judge, the collector of a night and the pipe of a confined worker are sinks.
public protocol RecordSink: AnyObject {
  /// A feed begins. Its as-of and authority are known; what it carries can still grow.
  func begin(_ feed: Feed) throws(Fault)

  /// Takes what a row, or a whole child, says. The sink may take the columns of the record.
  func receive(_ record: inout ChildRecord) throws(Fault)

  /// Takes a row that cannot be used.
  func setAside(_ row: QuarantinedRow) throws(Fault)

  /// The feed ended: all that it carries, and its counts.
  func finish(_ feed: Feed, counts: RowCounts) throws(Fault)
}

/// The numbers of rows of a file that were read, used, set aside and left out; read is the sum of
/// the others.
public struct RowCounts: Sendable, Hashable {
  /// Rows read; for XML, elements that make a record.
  public var read: Int
  /// Rows that went into a record.
  public var used: Int
  /// Rows set aside in quarantine.
  public var setAside: Int
  /// Rows left out on purpose: those that hold no data, and those that the mapping excludes.
  public var leftOut: Int
  /// Identical copies of another row; they are among the used.
  public var copies: Int

  /// Counts of a file.
  public init(
    read: Int = 0, used: Int = 0, setAside: Int = 0, leftOut: Int = 0, copies: Int = 0
  ) {
    self.read = read
    self.used = used
    self.setAside = setAside
    self.leftOut = leftOut
    self.copies = copies
  }

  /// Whether every row is accounted for.
  public var isBalanced: Bool { read == used + setAside + leftOut }

  /// The counts of two files together.
  public static func + (left: RowCounts, right: RowCounts) -> RowCounts {
    RowCounts(
      read: left.read + right.read, used: left.used + right.used,
      setAside: left.setAside + right.setAside, leftOut: left.leftOut + right.leftOut,
      copies: left.copies + right.copies)
  }
}
