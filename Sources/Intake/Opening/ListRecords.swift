import CSVReading
import Faults

/// The rows of one list in a file of any kind.
///
/// The reader of mapped lists knows rows and fields only. CSV files and sheets of workbooks each have
/// a type of their own.
protocol ListRecords: ~Copyable {
  /// The number of fields of the current row.
  var fieldCount: Int { get }
  /// The line or the row of the sheet that the current row starts on, counted from 1.
  var line: Int { get }
  /// The line behind the last row that counts the rows, as a database tool writes it; nil where
  /// there is none.
  var rowCountLine: CSVReader.RowCountLine? { get }

  /// The value of a field as UTF-8; it stays where it is until the next row.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8>

  /// The line or the row of the sheet on which a field starts.
  func line(of index: Int) -> Int

  /// The column in bytes in which a field starts, or the number of its column in a sheet.
  func column(of index: Int) -> Int

  /// The current row, or a field of it, for a message.
  func place(of index: Int?) -> Place

  /// Goes on to the next row below the header; answers false at the end.
  ///
  /// - Throws: ``Fault`` where the file is damaged there.
  mutating func nextRow() throws(Fault) -> Bool

  /// Looks for the header among the first rows: the first that a test accepts.
  ///
  /// - Returns: the names of the columns without the white space around them; nil for no header.
  /// - Throws: ``Fault`` where the file is damaged there, or two columns share a name.
  mutating func findHeader(
    within reach: Int, where isHeader: ([String]) -> Bool
  ) throws(Fault) -> [String]?
}

/// The rows of a list in a CSV file.
struct CSVRecords: ListRecords, ~Copyable {
  private var csv: CSVReader
  private let file: String

  /// The rows of an open file of this name.
  init(_ csv: consuming CSVReader, file: String) {
    self.csv = csv
    self.file = file
  }

  var fieldCount: Int { csv.fieldCount }

  var line: Int { csv.line }

  var rowCountLine: CSVReader.RowCountLine? { csv.rowCountLine }

  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> { csv.field(index) }

  func line(of index: Int) -> Int { csv.line(of: index) }

  func column(of index: Int) -> Int { csv.column(of: index) }

  func place(of index: Int?) -> Place {
    guard let index else { return Place(file: file, line: csv.line) }
    return Place(file: file, line: csv.line(of: index), column: csv.column(of: index))
  }

  mutating func nextRow() throws(Fault) -> Bool {
    do throws(CSVReadingError) {
      return try csv.next()
    } catch {
      throw Fault(error, file: file, hasMapping: true)
    }
  }

  mutating func findHeader(
    within reach: Int, where isHeader: ([String]) -> Bool
  ) throws(Fault) -> [String]? {
    do throws(CSVReadingError) {
      return try csv.findHeader(within: reach, where: isHeader)
    } catch {
      if case .headerNotFound = error.cause { return nil }
      throw Fault(error, file: file, hasMapping: true)
    }
  }
}

extension Fault {
  /// The fault of a CSV file that was refused as a whole.
  ///
  /// - Parameters:
  ///   - error: why it was refused.
  ///   - file: its base name.
  ///   - hasMapping: whether a mapping says how it is written.
  init(_ error: CSVReadingError, file: String, hasMapping: Bool = false) {
    let code: ExitCode = if case .inputOutput = error.cause { .inputOutput } else { .inputRefused }
    // What most spreadsheets write where nobody asked for UTF-8.
    let next =
      hasMapping && error.cause == .invalidEncoding(.utf8)
      ? "add the line \"encoding: windows-1252\" to the mapping, or export the file again as UTF-8"
      : error.nextStep
    self.init(
      code, at: Place(file: file, line: error.line, column: error.column), error.rule, next: next)
  }
}
