import Clocks
import Faults

/// Writes the national formats that are read through a mapping, and their answers.
struct NationalWriter: ~Copyable {
  /// The folders that its files lie in.
  static let folders = ["ssd", "annex-a", "ssda903"]

  private var dataset: DatasetWriter
  private var careTables: CareTablesWriter
  private var annexA: AnnexAWriter
  private var careReturn: CareReturnWriter
  private var key: AnswerKeyWriter

  /// Creates the files with their headings.
  init(folder: String) throws(Fault) {
    let dataset = try DatasetWriter(folder: folder)
    let careTables = try CareTablesWriter(folder: folder)
    let annexA = try AnnexAWriter(folder: folder)
    let careReturn = try CareReturnWriter(folder: folder)
    let key = try AnswerKeyWriter(
      folder: folder, name: "answer-key-national.csv", roads: Road.national)
    self.dataset = dataset
    self.careTables = careTables
    self.annexA = annexA
    self.careReturn = careReturn
    self.key = key
  }

  /// Writes what the formats say of a child.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    try dataset.write(child)
    try careTables.write(child)
    try annexA.write(child)
    try careReturn.write(child)
    try key.write(child)
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) {
    try dataset.flush(all: true)
    try careTables.flush(all: true)
    try annexA.flush(all: true)
    try careReturn.flush(all: true)
    try key.flush()
  }
}

/// One CSV file of a national format: a table, a list or a file of a return.
///
/// The last column says that every child is made up; it belongs to none of the formats.
struct NationalList: ~Copyable {
  /// How dates are written.
  enum Dates {
    /// `2025-03-31T00:00:00`, as a database hands them out.
    case database
    /// `31/03/2025`.
    case british
    /// `45747`, the day's number in a spreadsheet.
    case serial
  }

  private var file: BufferedFile
  private let dates: Dates
  private var isFirst = true
  private static let mark = "Synthetic authority"

  /// Creates a file with its heading.
  ///
  /// - Parameters:
  ///   - folder: the folder of the exports.
  ///   - name: the file's name below it.
  ///   - title: a line above the heading.
  ///   - columns: its columns.
  ///   - mark: the column that says that children are made up.
  ///   - dates: how dates are written.
  /// - Throws: ``Fault`` where it cannot be created.
  init(
    folder: String, name: String, title: String? = nil, columns: [String], mark: String,
    dates: Dates
  ) throws(Fault) {
    file = try BufferedFile(folder: folder, name: name)
    self.dates = dates
    if let title {
      file.text(title)
      for _ in columns { file.byte(UInt8(ascii: ",")) }
      file.text("\r")
      file.newline()
    }
    for column in columns { field(column) }
    end(mark)
  }

  /// Appends a field of text, quoted where it holds a comma or a quote.
  mutating func field(_ text: String) {
    separate()
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
    else { return file.text(text) }
    file.byte(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { file.byte(byte) }
      file.byte(byte)
    }
    file.byte(UInt8(ascii: "\""))
  }

  /// Appends several fields of text.
  mutating func fields(_ texts: String...) {
    for text in texts { field(text) }
  }

  /// Appends a day, or an empty field.
  mutating func field(_ day: CivilDay?) {
    separate()
    guard let day else { return }
    switch dates {
    case .database:
      file.iso(day)
      file.text("T00:00:00")
    case .british: file.british(day)
    // The spreadsheet counts from 30 December 1899.
    case .serial: file.number(Int(day.number) + 25_569)
    }
  }

  /// Ends the row.
  mutating func end() { end(NationalList.mark) }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    if all { try file.flush() } else { try file.flushIfFull() }
  }

  private mutating func end(_ last: String) {
    field(last)
    file.byte(UInt8(ascii: "\r"))
    file.newline()
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { file.byte(UInt8(ascii: ",")) }
    isFirst = false
  }
}
