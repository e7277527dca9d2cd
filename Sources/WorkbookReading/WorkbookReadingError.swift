public import XMLReading

/// Why a workbook was refused as a whole, and where; never with a value from a cell.
public struct WorkbookReadingError: Error, Hashable, Sendable {
  /// The cause.
  public let cause: Cause
  /// The sheet that was being read; nil where the fault is the workbook's.
  public internal(set) var sheet: String?
  /// The row, counted from 1; nil where it is not known.
  public internal(set) var row: Int?
  /// The column, counted from 1; nil where it is not known.
  public internal(set) var column: Int?

  init(_ cause: Cause, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.cause = cause
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The causes, each a rule that the file breaks.
  public enum Cause: Hashable, Sendable {
    /// Nothing in it.
    case empty
    /// An OLE file: an `.xls` of before 2007, or any workbook under a password.
    case oldOrProtected
    /// An `.xlsb`.
    case binary
    /// No zip archive, or one without a workbook in it.
    case notAWorkbook
    /// An archive that contradicts itself, or ends early; the code is libzip's.
    case damagedArchive(code: Int32)
    /// An encrypted entry.
    case encrypted
    /// Two entries of one name.
    case duplicateEntry
    /// An entry packed in a way that no workbook is.
    case packing
    /// More bytes than ``WorkbookLimits/bytes``.
    case tooManyBytes(limit: Int)
    /// More entries than ``WorkbookLimits/entries``.
    case tooManyEntries(limit: Int)
    /// An entry above ``WorkbookLimits/entryBytes``, or all above ``WorkbookLimits/allBytes``.
    case entryTooLarge(limit: Int)
    /// An entry that grows by more than ``WorkbookLimits/ratio``.
    case ratio(limit: Int)
    /// More cells than ``WorkbookLimits/cells``.
    case tooManyCells(limit: Int)
    /// A sheet without a name, or with one above 124 bytes.
    case sheetName
    /// A part that another part points to is not there.
    case missingPart
    /// A part is no XML that is read.
    case xml(XMLReadingError)
    /// A row or a cell outside a sheet, or not behind the one before it.
    case reference
    /// A cell points to a shared text that there is not.
    case sharedText
    /// A cell points to a style that there is not.
    case style
    /// Rows, cells or texts inside one another, or the rows of a sheet in two places.
    case nesting
    /// A kind of cell that the standard does not have.
    case cellKind
    /// Merged cells that cover one another over and over.
    case merging
    /// The system could not read on; the code is its `errno`.
    case inputOutput(errno: Int32)
    /// libzip could not be given what it needs to start.
    case outOfMemory
  }
}
