/// How a CSV file is written; it is declared with the source and never guessed.
///
/// Only a byte order mark overrides what is declared, for it is part of the file's own bytes.
public struct CSVDialect: Hashable, Sendable {
  /// The characters that may stand between fields.
  public enum Delimiter: UInt8, Hashable, Sendable, CaseIterable {
    /// `,`
    case comma = 0x2C
    /// `;`
    case semicolon = 0x3B
    /// The tab character.
    case tab = 0x09
    /// `|`
    case pipe = 0x7C
  }

  /// What stands between fields.
  public var delimiter: Delimiter
  /// Whether the first record holds the names of the columns.
  public var hasHeader: Bool
  /// The encoding of a file without a byte order mark.
  public var encoding: CSVEncoding

  /// Whether the last line may be the one that a database tool writes: `(12 rows affected)`.
  public var mayEndWithRowCount: Bool

  /// A dialect; as given, the one of RFC 4180 in UTF-8.
  public init(
    delimiter: Delimiter = .comma, hasHeader: Bool = true, encoding: CSVEncoding = .utf8,
    mayEndWithRowCount: Bool = false
  ) {
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.encoding = encoding
    self.mayEndWithRowCount = mayEndWithRowCount
  }
}
