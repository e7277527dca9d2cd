/// Why a file was refused as a whole, and where; never with a value from the file.
public struct CSVReadingError: Error, Hashable, Sendable {
  /// The cause.
  public let cause: Cause
  /// The line, counted from 1; nil where the fault is the file's as a whole.
  public let line: Int?
  /// The column in bytes of the line as UTF-8, counted from 1.
  public let column: Int?

  init(_ cause: Cause, line: Int? = nil, column: Int? = nil) {
    self.cause = cause
    self.line = line
    self.column = column
  }

  /// The causes, each a rule that the file breaks.
  public enum Cause: Hashable, Sendable {
    /// No record at all.
    case empty
    /// A workbook or an archive, by its first bytes.
    case workbook
    /// Compressed, by its first bytes.
    case compressed
    /// A record with another number of fields than the first.
    case ragged(fields: Int, expected: Int)
    /// A quoted field without its closing quote.
    case unclosedQuote
    /// Something between a closing quote and the next delimiter.
    case textAfterQuote
    /// A quote in a field that does not begin with one.
    case quoteInField
    /// A byte of value zero.
    case zeroByte
    /// Bytes that the encoding does not allow.
    case invalidEncoding(CSVEncoding)
    /// Two columns of one name; columns are counted from 1.
    case duplicateHeader(first: Int, second: Int)
    /// No header with the wanted columns among so many records.
    case headerNotFound(within: Int)
    /// A field above ``CSVLimits/fieldBytes``.
    case fieldTooLong(limit: Int)
    /// A record above ``CSVLimits/recordBytes``.
    case recordTooLong(limit: Int)
    /// A record above ``CSVLimits/fields``.
    case tooManyFields(limit: Int)
    /// More records than ``CSVLimits/records``.
    case tooManyRecords(limit: Int)
    /// More bytes than ``CSVLimits/bytes``.
    case tooManyBytes(limit: Int)
    /// The system could not read on; the code is its `errno`.
    case inputOutput(errno: Int32)
  }
}
