import CSVReading
import CaseModel
import Faults
import Output
import YAMLReading

/// A list whose columns were found in the header of a file.
///
/// A class, so that the rows share it without counting the references of all its parts.
final class BoundList {
  let list: MappedList
  /// The names of the file's columns.
  let header: [String]
  /// The field of each of the list's columns; nil where an optional one is not in the file.
  let fields: [Int?]
  /// How the value of each column is cut out of its field.
  let cuts: [Cut]

  // The parts of the list that every row reads, each by itself: the list is large to copy.

  /// The list's columns.
  let mapped: [BoundColumn]
  /// The cell of the child's id.
  let child: MappedCell
  let born: MappedCell?
  let expected: MappedCell?
  let died: MappedCell?
  let team: MappedCell?
  let worker: MappedCell?
  let authority: MappedCell?
  /// The condition that rows of made-up children meet.
  let synthetic: MappedCondition?
  /// The conditions that a row meets which is read.
  let filter: [MappedCondition]

  /// How a value is cut out of its field; most values are the field.
  struct Cut {
    /// The field; -1 for none.
    let field: Int
    /// Whether values are cut out of what stands in the field.
    let isCutOut: Bool
    /// The bits of the first bytes of words that stand for an empty field.
    let nullStarts: UInt64
    /// Whether values are ids, of which some are none.
    let isKey: Bool
    /// Whether values are dates, of which some are none.
    let isDate: Bool
  }

  /// Looks for the header, below title rows if the mapping says so, and for the columns in it.
  ///
  /// - Throws: ``Fault`` with 65 where a column is missing or not certain, 74 where the file cannot
  ///   be read, 78 where the mapping would read what is never read.
  init(
    _ list: MappedList, csv: inout some ListRecords & ~Copyable, file: ExportFile,
    notes: inout ReadingNotes
  ) throws(Fault) {
    /// The record with the most of the wanted columns.
    var best: (found: Int, header: [String]) = (-1, [])
    var delimiter: CSVDialect.Delimiter?
    var reach = list.headerReach
    var records = 0
    let wanted = list.columns.filter { !$0.isOptional }
    let found = try csv.findHeader(within: max(reach + 1, Self.farthestHeader)) { names in
      let folded = names.map(\.foldedBytes)
      records += 1
      if records == 1, Self.isSeparatorLine(folded) {
        reach += 1
        return false
      }
      let found = Self.count(wanted, in: folded)
      guard records <= reach else { return found == wanted.count }
      if found == 0, names.count == 1, delimiter == nil {
        delimiter = Self.delimiter(of: folded[0], wanted)
      }
      if found > best.found { best = (found, names) }
      return found == wanted.count
    }
    guard let header = found else {
      if let delimiter, best.found <= 0 { throw Self.wrong(delimiter, list, file: file) }
      throw BoundList.missing(list, best.found > 0 ? best.header : [], file: file)
    }
    guard records <= reach else {
      throw Fault(
        .inputRefused, at: csv.place(of: nil),
        "the header of the list \(list.name) is looked for in the first \(English.counted(list.headerReach, "record")), and here it stands in record \(records)",
        next:
          "add the line \"header within: \(records)\" to the list, or export without the rows above it"
      )
    }
    let place = csv.place(of: nil)
    var fields: [Int?] = []
    for column in list.columns {
      fields.append(try Self.field(of: column, in: header, at: place))
    }
    self.list = list
    mapped = list.columns.map(BoundColumn.init)
    child = list.child
    born = list.born
    expected = list.expected
    died = list.died
    team = list.team
    worker = list.worker
    authority = list.authority
    synthetic = list.synthetic
    filter = list.filter
    self.header = header
    self.fields = fields
    cuts = zip(list.columns, fields).map { column, field in
      Cut(
        field: field ?? -1, isCutOut: column.extraction != nil, nullStarts: column.nullStarts,
        isKey: column.isKey, isDate: column.isDate)
    }
    noteUnread(header, csv.line, file, &notes)
  }

  /// The file's columns by what became of them.
  var columns: FileColumns {
    var columns = FileColumns()
    let read = Set(fields.compactMap(\.self))
    for (index, name) in header.enumerated() {
      if read.contains(index) {
        columns.read.append(name)
      } else if list.ignored.contains(where: { $0.matches(name) }) {
        columns.known.append(name)
      } else if !name.isEmpty {
        columns.unknown.append(name)
      }
    }
    columns.missing = zip(list.columns, fields).filter { $1 == nil }.map(\.0.name)
    return columns
  }

  /// Whether a cell has all its columns in the file.
  func has(_ cell: MappedCell) -> Bool {
    if case .column(let column) = cell { return cuts[column].field >= 0 }
    return cell.columns.allSatisfy { fields[$0] != nil }
  }

  /// The field of a column in a header; the first of its names that is there.
  private static func field(
    of column: MappedColumn, in header: [String], at place: Place
  ) throws(Fault) -> Int? {
    for pattern in column.names {
      let fitting = header.indices.filter { pattern.matches(header[$0]) }
      guard let field = fitting.first else { continue }
      guard fitting.count == 1 else {
        throw Fault(
          .inputRefused, at: place,
          "one column is \"\(pattern.text)\", and here \"\(NamePattern.oneLine(header[fitting[0]]))\" "
            + "and \"\(NamePattern.oneLine(header[fitting[1]]))\" both are",
          next: "rename one of them, or narrow the mapping")
      }
      if let word = PersonalColumns.word(in: header[field]) {
        throw column.node.fault(
          "a column that looks like a name, an address or free text (\"\(word)\") is never read",
          next: "map a code or an id instead")
      }
      return field
    }
    return nil
  }

  /// The fault of a file without a column, with the nearest name where there is a header at all.
  private static func missing(_ list: MappedList, _ header: [String], file: ExportFile) -> Fault {
    let column = list.columns.first { column in
      !column.isOptional
        && !column.names.contains { pattern in header.contains { pattern.matches($0) } }
    }
    let name = column?.names.first?.text ?? column?.name ?? ""
    let near = nearestWord(
      to: name, in: header.filter { !$0.isEmpty }.map(NamePattern.oneLine))
    return Fault(
      .inputRefused, at: Place(file: file.name),
      "the list \(list.name) has a column \"\(name)\"",
      next: near.map { "the nearest in the file is \"\($0)\": correct the export or the mapping" }
        ?? "look whether this is the right file and whether title rows stand above its header")
  }

  private func noteUnread(
    _ header: [String], _ line: Int, _ file: ExportFile, _ notes: inout ReadingNotes
  ) {
    let read = Set(fields.compactMap(\.self))
    for (index, name) in header.enumerated() where !read.contains(index) && !name.isEmpty {
      guard !list.ignored.contains(where: { $0.matches(name) }) else { continue }
      notes.add(
        "the column \"\(NamePattern.oneLine(name))\" is not read",
        next: "map it, or name it under \"not read\" in the mapping", at: file.source(line: line))
    }
  }
}

extension BoundList {
  /// The number of some columns that are in a header.
  static func count(_ wanted: [MappedColumn], in header: [[UInt8]]) -> Int {
    wanted.count { column in
      column.names.contains { pattern in header.contains { pattern.matches(folded: $0) } }
    }
  }

  /// The records in which a header is looked for to say where it stands, if it is not where it should.
  fileprivate static let farthestHeader = 20

  /// Whether a record is the line `sep=,` that a spreadsheet wants to be told its delimiter by.
  static func isSeparatorLine(_ folded: [[UInt8]]) -> Bool {
    guard let first = folded.first, first.starts(with: "sep=".utf8), first.count <= 5 else {
      return false
    }
    return folded.dropFirst().allSatisfy(\.isEmpty)
  }

  /// The sign that parts a line into all of some columns; nil for none.
  static func delimiter(of line: [UInt8], _ wanted: [MappedColumn]) -> CSVDialect.Delimiter? {
    CSVDialect.Delimiter.allCases.first { delimiter in
      let names = line.split(separator: delimiter.rawValue, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).foldedBytes }
      return names.count > 1 && count(wanted, in: names) == wanted.count
    }
  }

  /// The fault of a file whose fields are parted by another sign than the mapping says.
  static func wrong(
    _ delimiter: CSVDialect.Delimiter, _ list: MappedList, file: ExportFile
  ) -> Fault {
    Fault(
      .inputRefused, at: Place(file: file.name),
      "the fields of the list \(list.name) are parted by \(list.dialect.delimiter), and these by \(delimiter)",
      next:
        "export with \(list.dialect.delimiter), or add the line \"delimiter: \(delimiter)\" to the mapping"
    )
  }
}
