import CSVReading
public import CaseModel
public import Clocks
public import Faults

/// Reads the CSV files of one feed through a mapping into records.
///
/// One reader reads the files of one feed, in any order, and then finishes. The name of a file says
/// which list of the mapping it is.
public struct MappedExportReader {
  let mapping: Mapping
  let words: RecordWords
  let codes: CodeBook
  let values: AttributeValues
  var tally = FeedTally()
  var states: StatedEvents
  /// The times of the lists read so far.
  var clocks = FeedClocks()
  /// The coverage of the lists read so far.
  private var coverage: MappedCoverage

  /// A reader for one feed.
  ///
  /// - Parameters:
  ///   - mapping: how its files are written; made with the same vocabulary.
  ///   - vocabulary: the words of the case model.
  ///   - codes: the short texts of the run.
  public init(mapping: Mapping, vocabulary: Vocabulary, codes: CodeBook) {
    self.mapping = mapping
    self.codes = codes
    coverage = MappedCoverage(vocabulary: vocabulary)
    states = StatedEvents(
      isNeeded: mapping.lists.contains { $0.events.contains { $0.who != nil } })
    words = RecordWords(vocabulary)
    values = AttributeValues(words: words, codes: codes)
  }

  /// Reads one file to its end and hands each row to a sink.
  ///
  /// - Parameters:
  ///   - file: open at its start.
  ///   - feed: learns what the file says of it.
  ///   - asOf: goes before the moment that the file's name or the mapping says.
  ///   - sink: gets a record a row, and the rows set aside; its `begin` and `finish` are the
  ///     caller's.
  ///   - sheets: takes the name of each sheet that is read, and returns its index among the files of
  ///     the run; nil for the index of the file.
  ///   - onBytes: called with each block as it is read, for a hash of the file.
  /// - Returns: the counts and the notes of this file.
  /// - Throws: ``Fault`` with 65 where the file is refused as a whole, 74 where it cannot be read,
  ///   78 where the mapping does not fit it.
  public mutating func read(
    _ file: ExportFile, feed: inout Feed, asOf: Moment?, into sink: any RecordSink,
    sheets: (String) -> Int32? = { _ in nil },
    onBytes: ((RawSpan) -> Void)? = nil
  ) throws(Fault) -> FileReading {
    if OpenedExport.isWorkbook(file.descriptor) {
      return try readWorkbook(
        file, feed: &feed, asOf: asOf, into: sink, sheets: sheets, onBytes: onBytes)
    }
    try checkName(file)
    guard let list = try mapping.mappedList(ofFile: file.name) else {
      throw noList(ofFile: file.name)
    }
    try state(list, file: file, asOf: asOf, in: &feed)
    var csv = CSVRecords(
      CSVReader(descriptor: file.descriptor, dialect: list.dialect, onBytes: onBytes),
      file: file.name)
    let rows = try read(list, from: &csv, file, feed: &feed, into: sink)
    var reading = FileReading(counts: rows.builder.counts, notes: rows.builder.notes.all)
    reading.lists = [ListReading(rows)]
    return reading
  }

  /// Reads the rows of one list to their end.
  mutating func read(
    _ list: MappedList, from csv: inout some ListRecords & ~Copyable, _ file: ExportFile,
    feed: inout Feed, into sink: any RecordSink
  ) throws(Fault) -> MappedRows {
    var notes = ReadingNotes()
    let bound = try BoundList(list, csv: &csv, file: file, notes: &notes)
    var rows = MappedRows(file: file, bound: bound, vocabulary: words.vocabulary, notes: notes)
    try read(&csv, &rows, feed: &feed, into: sink)
    clocks.add(rows.clocks, of: bound)
    describe(rows, in: &feed)
    return rows
  }

  /// Refuses a text that is called a workbook, unless one list alone is called so.
  private func checkName(_ file: ExportFile) throws(Fault) {
    let isCalledWorkbook = [".xlsx", ".xlsm"].contains { ending in
      file.name.foldedBytes.reversed().starts(with: ending.utf8.reversed())
    }
    guard isCalledWorkbook,
      mapping.lists.count(where: { list in list.files.contains { $0.matches(file.name) } }) != 1
    else { return }
    throw Fault(
      .inputRefused, at: Place(file: file.name),
      "a file called .xlsx is a workbook, and this is text such as CSV",
      next: "call it .csv and by the name of its list, or save it as a workbook")
  }

  /// The fault of a file that is no list of the mapping.
  func noList(ofFile name: String) -> Fault {
    Fault(
      .inputRefused, at: Place(file: name),
      "a file's name says which list of the mapping \(mapping.name) it is, and this fits none",
      next: "rename it, or add its pattern to the mapping: "
        + suggestion(for: name, in: Set(mapping.lists.flatMap { $0.files.map(\.text) })))
  }

  /// Hands over what is known only when every file of the feed is read: who was invited to events
  /// whose state no earlier row gave.
  ///
  /// - Parameter sink: gets a record for each such row.
  /// - Throws: ``Fault`` where the sink does.
  public mutating func finish(into sink: any RecordSink) throws(Fault) {
    try states.deliver(asOf: tally.asOf, into: sink)
  }

  /// Says which midnights of the feed are days, once all its files were read.
  ///
  /// - Parameter feed: learns of which events and attributes.
  /// - Returns: an issue for each column whose midnights are days.
  public func settleMidnights(in feed: inout Feed) -> [DataIssue] { clocks.settle(in: &feed) }

  /// Settles the as-of of a file before it is read.
  mutating func state(
    _ list: MappedList, file: ExportFile, asOf: Moment?, in feed: inout Feed
  ) throws(Fault) {
    let written: Moment? =
      switch list.asOf {
      case .constant(let moment): moment
      case .fileName: FileNameDay.read(file.name).map { .day($0) }
      case nil: nil
      }
    try tally.state(asOf: written, override: asOf, at: Place(file: file.name), in: &feed)
    if let months = mapping.periodMonths, let last = tally.asOf.day {
      feed.period = last.adding(months: -months)...last
    }
  }

  /// Writes into a feed what the lists read so far carry.
  private mutating func describe(_ rows: borrowing MappedRows, in feed: inout Feed) {
    coverage.add(
      rows.bound.list, dayOnly: rows.dayOnly, has: { rows.bound.has($0) }, to: &feed)
    feed.isSynthetic = tally.isSynthetic
  }
}
