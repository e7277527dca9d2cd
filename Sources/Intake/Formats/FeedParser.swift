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
  ///   - format: what all of them are.
  ///   - files: open at their starts.
  ///   - name: the feed's name.
  ///   - mapping: says what lists mean; nil where no list is read.
  ///   - asOf: the as-of that was asked for; nil for the files' own.
  ///   - sink: takes the records.
  ///   - sheets: learns the name of each sheet that is read, and gives its place among the files.
  ///   - onList: told of each list of a mapping that was read, once its file was read to its end.
  ///   - onBytes: called with a file's place and each block of it.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is refused.
  func parse(
    _ format: ExportFormat, _ files: [ExportFile], name: String, mapping: Mapping?,
    asOf: Moment?, into sink: any RecordSink, sheets: (String) -> Int32,
    onList: ((ListReading) -> Void)? = nil, onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    switch format {
    case .census: try census(files, name, asOf, sink, onBytes)
    case .interchange: try interchange(files, name, asOf, sink, onBytes)
    case .mapped: try mapped(files, name, mapping, asOf, sink, sheets, onList, onBytes)
    }
  }

  private func census(
    _ files: [ExportFile], _ name: String, _ asOf: Moment?, _ sink: any RecordSink,
    _ onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    guard let file = files.first, files.count == 1 else {
      throw Fault(
        .configuration, "a census feed is one file, and \"\(name)\" has \(files.count)",
        next: "make a feed of its own for each census file")
    }
    let reading = try CensusReader(vocabulary: vocabulary, codes: codes).read(
      file, name: name, asOf: asOf, into: sink,
      onBytes: onBytes.map { hash in { hash(file.index, $0) } })
    return FeedReader.Reading(
      feed: reading.feed, counts: reading.counts, files: [file.index], faults: reading.faults,
      notes: reading.notes)
  }

  private func interchange(
    _ files: [ExportFile], _ name: String, _ asOf: Moment?, _ sink: any RecordSink,
    _ onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
    var reading = FeedReader.Reading(
      feed: Feed(name: name, format: "interchange"), counts: RowCounts(), files: [],
      faults: [], notes: [])
    try sink.begin(reading.feed)
    for file in files {
      let onBytes = onBytes.map { hash in { hash(file.index, $0) } }
      let one =
        try OpenedExport.kind(file.descriptor, file.name) == .xml
        ? try reader.read(
          xml: file, feed: &reading.feed, asOf: asOf, into: sink, onBytes: onBytes)
        : try reader.read(file, feed: &reading.feed, asOf: asOf, into: sink, onBytes: onBytes)
      reading.add(one, file.index)
    }
    if let feed = files.first?.feed {
      reading.notes += try reader.finish(feedIndex: feed, into: sink)
    }
    return try reading.ended(sink)
  }

  private func mapped(
    _ files: [ExportFile], _ name: String, _ mapping: Mapping?, _ asOf: Moment?,
    _ sink: any RecordSink, _ sheets: (String) -> Int32, _ onList: ((ListReading) -> Void)?,
    _ onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    guard let mapping else {
      throw Fault(
        .configuration, "the feed \"\(name)\" needs a mapping", next: "name one for it")
    }
    var reader = MappedExportReader(mapping: mapping, vocabulary: vocabulary, codes: codes)
    var reading = FeedReader.Reading(
      feed: Feed(name: name, format: "mapping \(mapping.name)"), counts: RowCounts(),
      files: [], faults: [], notes: [])
    try sink.begin(reading.feed)
    for file in files {
      let one = try reader.read(
        file, feed: &reading.feed, asOf: asOf, into: sink, sheets: sheets,
        onBytes: onBytes.map { hash in { hash(file.index, $0) } })
      reading.add(one, file.index)
      for list in one.lists { onList?(list) }
    }
    try reader.finish(into: sink)
    return try reading.ended(sink)
  }
}

extension FeedReader.Reading {
  fileprivate mutating func add(_ file: FileReading, _ index: Int32) {
    counts = counts + file.counts
    notes += file.notes
    files.append(index)
  }

  /// The reading, once its rows are accounted for.
  fileprivate func ended(
    _ sink: any RecordSink
  ) throws(Fault) -> FeedReader.Reading {
    guard counts.isBalanced else {
      throw Fault(
        .ownFault,
        "the rows read are the rows used and set aside, and in \"\(feed.name)\" they are not",
        next: "report this as a defect")
    }
    try sink.finish(feed, counts: counts)
    return self
  }
}
