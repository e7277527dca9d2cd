import CSVReading
import Faults

/// The rows of one list, whatever kind of file they stand in.
///
/// What reads a list through a mapping knows rows and fields only; CSV and sheets of workbooks each
/// have a type of their own behind this.
protocol ListRecords: ~Copyable {
  /// The number of fields of the current row.
  var fieldCount: Int { get }
  /// The line or the row of the sheet that the current row starts on, counted from 1.
  var line: Int { get }
  /// Whether the current row has a field for which ``isUnreadable(_:)`` holds.
  var hasUnreadable: Bool { get }
  /// The line behind the last row that counts the rows, as a database tool writes it; nil where
  /// there is none.
  var rowCountLine: CSVReader.RowCountLine? { get }

  /// The value of a field as UTF-8; it stays where it is until the next row.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8>

  /// Whether a field holds no value but what stands for one that could not be had, as `#N/A`.
  func isUnreadable(_ index: Int) -> Bool

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
