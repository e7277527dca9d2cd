import CSVReading
import CaseModel
import Faults

/// The result of reading, on the pipe from a worker: issues of files, notes, rows set aside, and the
/// fault that ended it.
enum ReadingWire {
  typealias Nonsense = WireReader.Nonsense

  /// Writes the issues and the notes of a reading.
  static func write(_ reading: FeedReader.Reading, to wire: inout WireWriter) {
    var last = Source(file: -1, line: 0)
    wire.add(each: reading.issues) { wire, issue in
      wire.add(issue.identifier)
      wire.add(issue.severity.rawValue)
      wire.add(issue.source, after: &last)
      wire.add(issue.otherSource, after: &last)
      wire.add(issue.summary)
      wire.add(issue.nextStep)
    }
    wire.add(each: reading.notes) { wire, note in write(note, after: &last, to: &wire) }
  }

  /// Reads the issues and the notes of a reading.
  static func read(
    _ wire: inout WireReader, _ records: RecordReader
  ) throws(Nonsense) -> (issues: [DataIssue], notes: [ReadingNote]) {
    var last = Source(file: -1, line: 0)
    let issues = try wire.each { (wire) throws(Nonsense) in
      let identifier = try wire.text()
      guard let severity = DataIssue.Severity(rawValue: try wire.number(upTo: 2)) else {
        throw Nonsense()
      }
      let source = try records.source(&wire, after: &last)
      let other = try records.source(&wire, after: &last)
      return DataIssue(
        identifier, severity, at: source, and: other, try wire.text(), next: try wire.text())
    }
    let notes = try wire.each { (wire) throws(Nonsense) in
      try note(&wire, after: &last, records)
    }
    return (issues, notes)
  }

  /// Writes a note.
  static func write(_ note: ReadingNote, after last: inout Source, to wire: inout WireWriter) {
    wire.add(note.rule)
    wire.add(note.nextStep)
    wire.add(note.count)
    wire.add(note.first, after: &last)
    wire.add(note.isIssue)
    wire.add(note.isLeftOut)
  }

  /// Reads a note, the texts of which have at most so many bytes.
  static func note(
    _ wire: inout WireReader, after last: inout Source, _ records: RecordReader,
    longest: Int = FrameKind.largest
  ) throws(Nonsense) -> ReadingNote {
    let (rule, nextStep) = (try wire.text(upTo: longest), try wire.text(upTo: longest))
    let count = try wire.number()
    return ReadingNote(
      rule, next: nextStep, count: count, first: try records.source(&wire, after: &last),
      isIssue: try wire.truth(), isLeftOut: try wire.truth())
  }

  /// Writes a row that cannot be used.
  static func write(_ row: QuarantinedRow, after last: inout Source, to wire: inout WireWriter) {
    wire.add(row.source, after: &last)
    wire.add(row.rule)
    wire.add(row.nextStep)
    wire.add(row.severity.rawValue)
  }

  /// Reads a row that cannot be used.
  static func row(
    _ wire: inout WireReader, after last: inout Source, _ records: RecordReader
  ) throws(Nonsense) -> QuarantinedRow {
    let source = try records.source(&wire, after: &last)
    let (rule, nextStep) = (try wire.text(), try wire.text())
    guard let severity = DataIssue.Severity(rawValue: try wire.number(upTo: 2)) else {
      throw Nonsense()
    }
    return QuarantinedRow(source: source, rule: rule, nextStep: nextStep, severity: severity)
  }

  /// Writes a fault.
  static func write(_ fault: Fault, to wire: inout WireWriter) {
    wire.add(Int(fault.code.rawValue))
    wire.add(fault.place != nil)
    if let place = fault.place {
      wire.add(place.file)
      wire.add((place.line ?? -1) + 1)
      wire.add((place.column ?? -1) + 1)
      wire.add(place.isInSheet)
    }
    wire.add(fault.rule)
    wire.add(fault.nextStep)
  }

  /// Reads a fault.
  static func fault(_ wire: inout WireReader) throws(Nonsense) -> Fault {
    guard let code = ExitCode(rawValue: Int32(try wire.number(upTo: 255))), code != .success else {
      throw Nonsense()
    }
    var place: Place?
    if try wire.truth() {
      let file = try wire.text()
      let (line, column) = (try wire.number(), try wire.number())
      place = Place(
        file: file, line: line == 0 ? nil : line - 1, column: column == 0 ? nil : column - 1)
      place?.isInSheet = try wire.truth()
    }
    return Fault(code, at: place, try wire.text(), next: try wire.text())
  }
}

/// The result of reading one list of a mapping, on the pipe from a worker.
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
    let index = try wire.number()
    guard lists.contains(list), records.files.contains(Int32(index)),
      files.entries.indices.contains(index)
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
      guard note.count > 0, note.first.file == index else { throw Nonsense() }
      return note
    }
    return ListReading(
      list: list, name: files.entries[index].name, index: Int32(index), columns: columns,
      counts: counts, notes: notes)
  }

  private static func names(_ wire: inout WireReader) throws(Nonsense) -> [String] {
    let names = try wire.each { (wire) throws(Nonsense) in try wire.text(upTo: longestText) }
    guard names.count <= mostColumns else { throw Nonsense() }
    return names
  }
}

/// A draft of a mapping, on the pipe from a worker.
enum DraftWire {
  typealias Nonsense = WireReader.Nonsense

  /// The longest line, in bytes: longer than any that is made of a few names.
  static let longestLine = 2000

  /// Writes the lines of a draft.
  static func write(_ lines: [String], to wire: inout WireWriter) {
    wire.add(each: lines) { wire, line in wire.add(line) }
  }

  /// Reads the lines of a draft, which a terminal can show and which are a mapping.
  static func read(
    _ wire: inout WireReader, vocabulary: Vocabulary
  ) throws(Nonsense) -> [String] {
    let lines = try wire.each { (wire) throws(Nonsense) in
      let line = try wire.text(upTo: longestLine)
      guard !line.unicodeScalars.contains(where: DraftName.isHidden) else { throw Nonsense() }
      return line
    }
    guard lines.count <= MappingDraft.mostLines else { throw Nonsense() }
    let lint = MappingLint(
      text: lines.map { "\($0)\n" }.joined(), file: "draft", vocabulary: vocabulary)
    guard lint.faults.isEmpty else { throw Nonsense() }
    return lines
  }
}
