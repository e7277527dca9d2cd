/// How many rows of a file were read, used and set aside: the first is the sum of the others.
public struct RowCounts: Sendable, Hashable {
  /// Rows read; for XML, elements that make a record.
  public var read: Int
  /// Rows that went into a record.
  public var used: Int
  /// Rows set aside in quarantine.
  public var setAside: Int
  /// Identical copies of another row; they are among the used.
  public var copies: Int

  /// Counts of a file.
  public init(read: Int = 0, used: Int = 0, setAside: Int = 0, copies: Int = 0) {
    self.read = read
    self.used = used
    self.setAside = setAside
    self.copies = copies
  }

  /// Whether every row is accounted for.
  public var isBalanced: Bool { read == used + setAside }

  /// The counts of two files together.
  public static func + (left: RowCounts, right: RowCounts) -> RowCounts {
    RowCounts(
      read: left.read + right.read, used: left.used + right.used,
      setAside: left.setAside + right.setAside, copies: left.copies + right.copies)
  }
}
