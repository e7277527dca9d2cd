import CaseModel
import Clocks
import Faults

/// Reads the open files of one feed in this very process.
struct FeedParser {
  let vocabulary: Vocabulary
  let codes: CodeBook

  /// Reads the files of a feed to their ends.
  ///
  /// - Parameters:
  ///   - format: the format of all files.
  ///   - files: open at their starts.
  ///   - name: the feed's name.
  ///   - mapping: the mapping of lists; nil for none.
  ///   - asOf: the as-of that was asked for; nil for the files' own.
  ///   - sink: takes the records.
  ///   - sheets: takes the name of each sheet that is read, and returns its index among the files.
  ///   - onList: called for each list of a mapping once its file was read.
  ///   - onBytes: called with a file's index and each block of it.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is refused.
  func parse(
    _ format: ExportFormat, _ files: [ExportFile], name: String, mapping: Mapping?,
    asOf: Moment?, into sink: any RecordSink, sheets: (String) -> Int32,
    onList: ((ListReading) -> Void)? = nil, onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    let input = FeedInput(
      vocabulary: vocabulary, codes: codes, files: files, name: name, mapping: mapping, asOf: asOf)
    return try format.definition.read(
      input, into: sink, sheets: sheets, onList: onList, onBytes: onBytes)
  }
}

extension FeedReader.Reading {
  /// The reading of a feed of which nothing was read yet.
  init(_ feed: Feed) {
    self.init(feed: feed, counts: RowCounts(), files: [], issues: [], notes: [])
  }

  /// Adds the reading of one of its files.
  mutating func add(_ reading: FileReading, of file: ExportFile) {
    counts = counts + reading.counts
    notes += reading.notes
    files.append(file.index)
  }

  /// Ends the feed in a sink.
  ///
  /// - Returns: this reading.
  /// - Throws: ``Fault`` where a row is neither used nor set aside nor left out.
  func ended(_ sink: any RecordSink) throws(Fault) -> FeedReader.Reading {
    guard counts.isBalanced else {
      throw Fault(
        .ownFault,
        "the rows read are the rows used, set aside and left out, and in \"\(feed.name)\" they are not",
        next: "report this as a defect")
    }
    try sink.finish(feed, counts: counts)
    return self
  }
}
