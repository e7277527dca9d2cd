/// The sizes above which a workbook is refused.
///
/// What is packed is counted while it is unpacked, for what an archive says of its sizes is a claim.
public struct WorkbookLimits: Hashable, Sendable {
  /// The bytes of the file.
  public var bytes: Int
  /// The entries of the archive.
  public var entries: Int
  /// The bytes of one entry, unpacked.
  public var entryBytes: Int
  /// The bytes of all entries that are read, unpacked.
  public var allBytes: Int
  /// How many times as large as packed an entry may become, once it is above ``freeBytes``.
  public var ratio: Int
  /// The unpacked bytes up to which ``ratio`` does not count.
  public var freeBytes: Int
  /// The cells of one sheet that hold something, and the texts that cells share.
  public var cells: Int

  /// Limits with room to spare above what a case system or a person makes.
  public init(
    bytes: Int = 128 << 20, entries: Int = 4096, entryBytes: Int = 512 << 20,
    allBytes: Int = 2 << 30, ratio: Int = 200, freeBytes: Int = 1 << 20, cells: Int = 20_000_000
  ) {
    self.bytes = bytes
    self.entries = entries
    self.entryBytes = entryBytes
    self.allBytes = allBytes
    self.ratio = ratio
    self.freeBytes = freeBytes
    self.cells = cells
  }
}
