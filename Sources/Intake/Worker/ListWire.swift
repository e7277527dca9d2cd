import CSVReading
import CaseModel

/// What reading one list of a mapping came to, on the pipe from a worker.
enum ListWire {
  typealias Nonsense = WireReader.Nonsense

  /// The most columns that a list has by what became of them: a sheet has at most so many.
  static let mostColumns = 16_384
  /// The longest text, in bytes: that of a field, and the words around it.
  static let longestText = CSVLimits().fieldBytes + 1000

  /// Writes what reading a list came to, but for its name, which the other end has.
  static func write(_ list: ListReading, to wire: inout WireWriter) {
    wire.add(list.list)
    wire.add(Int(list.index))
    let columns = list.columns
    for names in [columns.read, columns.known, columns.unknown, columns.missing] {
      wire.add(each: names) { wire, name in wire.add(name) }
    }
    FeedWire.write(list.counts, to: &wire)
    var last = Source(file: -1, line: 0)
    wire.add(each: list.notes) { wire, note in ReadingWire.write(note, after: &last, to: &wire) }
  }

  /// Reads what reading a list came to.
  ///
  /// - Parameters:
  ///   - wire: stands before it.
  ///   - lists: the names of the mapping's lists.
  ///   - files: the files of the run, of which the list is one.
  ///   - records: knows which of them the worker may speak of.
  /// - Returns: the list, by the name that its file has here.
  /// - Throws: `Nonsense` where it is none that a worker can have read.
  static func read(
    _ wire: inout WireReader, lists: [String], _ files: FileTable, _ records: RecordReader
  ) throws(Nonsense) -> ListReading {
    let list = try wire.text(upTo: longestText)
    let place = try wire.number()
    guard lists.contains(list), records.files.contains(Int32(place)),
      files.entries.indices.contains(place)
    else { throw Nonsense() }
    var columns = FileColumns()
    columns.read = try names(&wire)
    columns.known = try names(&wire)
    columns.unknown = try names(&wire)
    columns.missing = try names(&wire)
    let counts = try FeedWire.counts(&wire)
    guard counts.isBalanced, counts.copies <= counts.used else { throw Nonsense() }
    var last = Source(file: -1, line: 0)
    let notes = try wire.each { (wire) throws(Nonsense) in
      let note = try ReadingWire.note(&wire, after: &last, records, longest: longestText)
      guard note.count > 0, note.first.file == place else { throw Nonsense() }
      return note
    }
    return ListReading(
      list: list, name: files.entries[place].name, index: Int32(place), columns: columns,
      counts: counts, notes: notes)
  }

  private static func names(_ wire: inout WireReader) throws(Nonsense) -> [String] {
    let names = try wire.each { (wire) throws(Nonsense) in try wire.text(upTo: longestText) }
    guard names.count <= mostColumns else { throw Nonsense() }
    return names
  }
}
