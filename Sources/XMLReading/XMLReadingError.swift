/// Why a file was refused as a whole, and where; never with a value from the file.
public struct XMLReadingError: Error, Hashable, Sendable {
  /// The cause.
  public let cause: Cause
  /// The line that was being read, counted from 1; nil where the fault is the file's as a whole.
  public let line: Int?
  /// The column that was being read, in bytes as UTF-8 from 1; nil where it is not known.
  public let column: Int?

  /// libxml2's `XML_ERR_DOCUMENT_EMPTY`.
  static let noElement: Int32 = 4
  /// libxml2's `XML_ERR_XMLDECL_NOT_FINISHED`.
  static let declarationUnfinished: Int32 = 57

  init(_ cause: Cause, line: Int? = nil, column: Int? = nil) {
    self.cause = cause
    self.line = line
    self.column = column
  }

  /// The causes, each a rule that the file breaks.
  public enum Cause: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// Compressed, by its first bytes.
    case compressed
    /// A document type declaration, which could define entities or point to other files.
    case documentType
    /// An encoding outside ``XMLEncoding``.
    case encodingNotAllowed
    /// A declared encoding that the byte order mark contradicts.
    case encodingContradicted
    /// UTF-16 or UTF-32 without the byte order mark that tells UTF-16's byte order.
    case byteOrderMarkMissing
    /// A version of XML other than 1.0.
    case version
    /// The end came before the root element was closed.
    case truncated
    /// Not well formed; the code is libxml2's `xmlParserErrors`.
    case malformed(code: Int32)
    /// More bytes after the root element than comments and white space.
    case trailingBytes
    /// More elements open at once than ``XMLLimits/depth``.
    case tooDeep(limit: Int)
    /// More attributes than ``XMLLimits/attributes``.
    case tooManyAttributes(limit: Int)
    /// More text than ``XMLLimits/fieldBytes``.
    case fieldTooLong(limit: Int)
    /// More elements than ``XMLLimits/elements``.
    case tooManyElements(limit: Int)
    /// More bytes than ``XMLLimits/bytes``.
    case tooManyBytes(limit: Int)
    /// The system could not read on; the code is its `errno`.
    case inputOutput(errno: Int32)
    /// libxml2 could not be given what it needs to start.
    case outOfMemory
    /// The handler stopped the read; its own error says why.
    case stoppedByHandler
  }
}
