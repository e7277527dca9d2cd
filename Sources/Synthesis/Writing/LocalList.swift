import Clocks
import Faults

/// One list of the local export: comma, CRLF, dates as `31/03/2025`.
struct LocalList: ~Copyable {
  private var file: BufferedFile

  /// The line that the next row stands on, from 1.
  var line: Int { file.line }
  /// The file's name below the folder of the exports.
  var name: String { file.name }

  /// Creates a list and writes its heading.
  ///
  /// - Parameters:
  ///   - folder: the folder of the exports.
  ///   - topic: what the list is about, as in its file's name.
  ///   - columns: the columns behind LA_CODE and SOURCE_SYSTEM.
  ///   - marked: whether the file starts with a byte-order mark.
  /// - Throws: ``Fault`` where it cannot be created.
  init(
    folder: String, topic: String, columns: [String], marked: Bool = false
  ) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "lcs/lcs-\(topic)-2026-03-31.csv")
    if marked { file.text("\u{FEFF}") }
    file.text("LA_CODE,SOURCE_SYSTEM")
    for column in columns { field(column) }
    end()
  }

  /// Starts a row with the authority, the system and the child.
  mutating func begin(_ child: String) {
    file.text("999,Synthetic authority")
    field(child)
  }

  /// Appends a field of text, quoted where it holds a comma.
  mutating func field(_ text: String) {
    file.byte(UInt8(ascii: ","))
    guard text.utf8.contains(UInt8(ascii: ",")) else { return file.text(text) }
    file.byte(UInt8(ascii: "\""))
    file.text(text)
    file.byte(UInt8(ascii: "\""))
  }

  /// Appends a day, or an empty field.
  mutating func field(_ day: CivilDay?) {
    file.byte(UInt8(ascii: ","))
    if let day { file.british(day) }
  }

  /// Appends a day or a minute, or an empty field.
  mutating func field(_ moment: PlannedMoment?) {
    file.byte(UInt8(ascii: ","))
    if let moment { file.british(moment) }
  }

  /// Appends a date as this export shows it, or an empty field.
  mutating func field(_ date: PlannedDate?) {
    file.byte(UInt8(ascii: ","))
    if let date { file.british(date.written(in: .local)) }
  }

  /// Appends Y, N or an empty field.
  mutating func field(_ truth: Bool?) { field(truth.map { $0 ? "Y" : "N" } ?? "") }

  /// Ends the row.
  mutating func end() {
    file.byte(UInt8(ascii: "\r"))
    file.newline()
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    if all { try file.flush() } else { try file.flushIfFull() }
  }
}
