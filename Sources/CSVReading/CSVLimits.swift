/// The sizes above which a file is refused.
public struct CSVLimits: Hashable, Sendable {
  /// The bytes of one field as UTF-8, without its quotes.
  public var fieldBytes: Int
  /// The bytes of one record as UTF-8, with quotes and line end; below 2 GiB.
  public var recordBytes: Int
  /// The fields of one record.
  public var fields: Int
  /// The records of one file, the header included, and beside them as many empty lines.
  public var records: Int
  /// The bytes of one file.
  public var bytes: Int

  /// Limits with room to spare above what a case system exports.
  public init(
    fieldBytes: Int = 1 << 20, recordBytes: Int = 8 << 20, fields: Int = 4096,
    records: Int = 200_000_000, bytes: Int = 4 << 30
  ) {
    self.fieldBytes = fieldBytes
    self.recordBytes = recordBytes
    self.fields = fields
    self.records = records
    self.bytes = bytes
  }
}
