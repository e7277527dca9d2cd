import CSVReading
public import CaseModel
public import Clocks
public import Faults

/// Reads Duly's own interchange CSV, one row an event or a participation, into records.
///
/// One reader reads the files of one feed: ``read(_:feed:asOf:into:onBytes:)`` for each of them,
/// then ``finish(feedIndex:into:)``. The format is described in `Documentation/interchange.md`.
public struct InterchangeReader {
  let words: RecordWords
  let codes: CodeBook
  let values: AttributeValues
  /// The owners of each attribute, by its index.
  let owners: [AttributeOwners]
  let childEvents: ChildEvents
  var links: ParentLinks
  var states = StatedEvents()
  var tally = FeedTally()
  /// The times of each type of event and of each attribute in the files read so far.
  var times: [EventType: MidnightTally] = [:]
  var attributeTimes: [Attribute: MidnightTally] = [:]

  /// A reader for one feed.
  public init(vocabulary: Vocabulary, codes: CodeBook) {
    self.codes = codes
    words = RecordWords(vocabulary)
    values = AttributeValues(words: words, codes: codes)
    owners = vocabulary.attributes.indices.map {
      AttributeOwners(of: Attribute(index: UInt8($0)), vocabulary)
    }
    childEvents = ChildEvents(vocabulary: vocabulary)
    links = ParentLinks(vocabulary: vocabulary)
  }

  /// Whether the names of a header are those of the interchange format.
  public static func isInterchange(header: [String]) -> Bool {
    InterchangeColumn.required.allSatisfy { column in
      header.contains { $0.foldedBytes.elementsEqual(column.name.utf8) }
    }
  }

  /// Whether a file is in the interchange format, by its first bytes.
  ///
  /// - Parameter beginning: some KiB from the start of the file.
  /// - Returns: whether it says so in its first line or has the columns of the format.
  public static func isInterchange(beginning: UnsafeRawBufferPointer) -> Bool {
    var bytes = beginning[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.starts(with: "# duly interchange".utf8) { return true }
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let header = lines.first(where: { $0.first != UInt8(ascii: "#") }) else { return false }
    let fields = UnsafeRawBufferPointer(rebasing: header).fields(cutAt: UInt8(ascii: ","))
    return isInterchange(
      header: fields.map { field in
        String(decoding: field.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      })
  }

  /// Reads one file to its end and hands each row to a sink.
  ///
  /// - Parameters:
  ///   - file: open at its start.
  ///   - feed: learns what the file says of it.
  ///   - asOf: goes before the moment that the file names.
  ///   - sink: gets a record a row, and the rows set aside; its `begin` and `finish` are the
  ///     caller's.
  ///   - onBytes: called with each block as it is read, for a hash of the file.
  /// - Returns: the counts and the notes of this file.
  /// - Throws: ``Fault`` with 65 where the file is refused as a whole, 74 where it cannot be read.
  public mutating func read(
    _ file: ExportFile, feed: inout Feed, asOf: Moment?, into sink: any RecordSink,
    onBytes: ((RawSpan) -> Void)? = nil
  ) throws(Fault) -> FileReading {
    var notes = ReadingNotes()
    var csv = CSVReader(descriptor: file.descriptor, dialect: CSVDialect(), onBytes: onBytes)
    let lines: [CSVReader.HeadingLine]
    let header: [String]
    do throws(CSVReadingError) {
      lines = try csv.readHeading()
      header = try csv.readHeader()
    } catch {
      throw Fault(error, file: file.name)
    }
    let heading = try InterchangeHeading(
      lines, vocabulary: words.vocabulary, file: file, notes: &notes)
    let layout = try InterchangeLayout(
      header: header, line: csv.line, file: file, notes: &notes)
    try state(heading, asOf: asOf, file: file, in: &feed)
    var rows = InterchangeRows(
      file: file, layout: layout, isSynthetic: heading.isSynthetic, notes: notes)
    try read(&csv, &rows, into: sink)
    addTimes(of: rows)
    rows.describe(in: &feed, heading: heading, vocabulary: words.vocabulary)
    feed.isSynthetic = tally.isSynthetic
    return FileReading(counts: rows.builder.counts, notes: rows.builder.notes.all)
  }

  /// Hands over what is known only when every file of the feed is read: which process lies in which,
  /// and who was invited to events whose state no earlier row gave.
  ///
  /// - Parameters:
  ///   - feedIndex: the index of the feed among the feeds of the run.
  ///   - sink: gets a record for each process that has a parent, and for each such row.
  /// - Returns: the notes of the feed as a whole.
  /// - Throws: ``Fault`` where the sink does.
  public mutating func finish(
    feedIndex: Int, into sink: any RecordSink
  ) throws(Fault) -> [ReadingNote] {
    var notes = ReadingNotes()
    try states.deliver(asOf: tally.asOf, into: sink)
    try links.deliver(feeds: FeedSet(feed: feedIndex), into: sink, notes: &notes)
    return notes.all
  }

  /// Adds the times of a file that was read to its end.
  mutating func addTimes(of rows: InterchangeRows) {
    for (type, seen) in rows.occurrences where seen.times.times > 0 {
      times[type, default: MidnightTally()].add(seen.times)
    }
    for (attribute, seen) in rows.attributeTimes {
      attributeTimes[attribute, default: MidnightTally()].add(seen)
    }
  }

  /// Says which midnights of the feed are days, once all its files were read.
  ///
  /// - Parameter feed: learns of which events and attributes.
  /// - Returns: an issue for each.
  public func settleMidnights(in feed: inout Feed) -> [DataIssue] {
    var issues: [DataIssue] = []
    for (type, tally) in times.sorted(by: { $0.key.index < $1.key.index }) {
      guard let issue = tally.issue(of: "events of the type \(words.vocabulary[type].word)") else {
        continue
      }
      issues.append(issue)
      feed.midnightEvents.insert(type)
    }
    for (attribute, tally) in attributeTimes.sorted(by: { $0.key.index < $1.key.index }) {
      let name = words.vocabulary[attribute].word
      guard let issue = tally.issue(of: "values of the attribute \(name)") else { continue }
      issues.append(issue)
      feed.midnightAttributes.insert(attribute)
    }
    return issues
  }

  mutating func state(
    _ heading: InterchangeHeading, asOf: Moment?, file: ExportFile, line: Int? = nil,
    in feed: inout Feed
  ) throws(Fault) {
    let place = Place(file: file.name, line: line)
    try tally.state(asOf: heading.asOf, override: asOf, at: place, in: &feed)
    if !heading.authority.isEmpty, !tally.state(authority: heading.authority, in: &feed) {
      throw Fault(
        .inputRefused, at: place, "the files of a feed are of one authority, and this is another's",
        next: "deliver each authority's files as a feed of its own")
    }
    if let period = heading.period {
      feed.period =
        feed.period.map {
          max(
            $0.lowerBound, period.lowerBound)...max(
              max($0.lowerBound, period.lowerBound), min($0.upperBound, period.upperBound))
        } ?? period
    }
  }
}
