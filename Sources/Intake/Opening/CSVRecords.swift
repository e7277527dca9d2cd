import CSVReading
import Faults

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

  /// What a CSV holds is text, and its reader refuses what is none.
  var hasUnreadable: Bool { false }

  var rowCountLine: CSVReader.RowCountLine? { csv.rowCountLine }

  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> { csv.field(index) }

  func isUnreadable(_ index: Int) -> Bool { false }

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
      throw Fault(error, file: file)
    }
  }

  mutating func findHeader(
    within reach: Int, where isHeader: ([String]) -> Bool
  ) throws(Fault) -> [String]? {
    do throws(CSVReadingError) {
      return try csv.findHeader(within: reach, where: isHeader)
    } catch {
      if case .headerNotFound = error.cause { return nil }
      throw Fault(error, file: file)
    }
  }
}
