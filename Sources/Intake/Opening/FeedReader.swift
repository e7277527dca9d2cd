public import CaseModel
public import Clocks
public import Faults

/// Reads the files of one feed, whatever their format, into a sink.
public struct FeedReader {
  /// What a feed is made of.
  public struct Request: Sendable {
    /// The feed's name.
    public var name: String
    /// The paths of its files.
    public var paths: [String]
    /// The mapping for CSV that is not interchange; nil for none.
    public var mapping: Mapping?
    /// The as-of that was asked for; nil for the files' own.
    public var asOf: Moment?

    /// A feed of some files.
    public init(name: String, paths: [String], mapping: Mapping? = nil, asOf: Moment? = nil) {
      self.name = name
      self.paths = paths
      self.mapping = mapping
      self.asOf = asOf
    }
  }

  /// What reading a feed came to.
  public struct Reading: Sendable {
    /// What it is and carries.
    public var feed: Feed
    /// How many rows were read, used and set aside.
    public var counts: RowCounts
    /// The places of its files among the files of the run.
    public var files: [Int32]
    /// Faults of the files themselves.
    public var faults: [DataFault]
    /// What was passed over and counted: unknown columns, elements, codes.
    public var notes: [ReadingNote]
  }

  private let vocabulary: Vocabulary
  private let codes: CodeBook

  /// A reader that writes in the words of a vocabulary and the codes of a run.
  public init(vocabulary: Vocabulary, codes: CodeBook) {
    self.vocabulary = vocabulary
    self.codes = codes
  }

  /// Reads one feed to its end; what the sink took counts only if this returns.
  ///
  /// - Parameters:
  ///   - request: the files and how to read them.
  ///   - feedIndex: the feed's place in the run, below 32.
  ///   - files: learns the files' names.
  ///   - sink: takes the records.
  ///   - onBytes: called with a file's place and each block of it, for a hash.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is missing or refused.
  public func read(
    _ request: Request, feedIndex: Int, files: inout FileTable, into sink: any RecordSink,
    onBytes: ((Int32, RawSpan) -> Void)? = nil
  ) throws(Fault) -> Reading {
    guard feedIndex < 32 else {
      throw Fault(
        .usage, "a run has at most 32 feeds", next: "put files of one system into one feed")
    }
    var kinds: [ExportFormat] = []
    for path in request.paths {
      kinds.append(try ExportFormat.look(at: path, hasMapping: request.mapping != nil))
    }
    guard let kind = kinds.first, kinds.allSatisfy({ $0 == kind }) else {
      throw Fault(
        .configuration, "the files of the feed \"\(request.name)\" are all of one format",
        next: "make a feed of its own for each format")
    }
    switch kind {
    case .census: return try census(request, feedIndex, &files, sink, onBytes)
    case .interchange: return try interchange(request, feedIndex, &files, sink, onBytes)
    case .mapped: return try mapped(request, feedIndex, &files, sink, onBytes)
    }
  }

  private func census(
    _ request: Request, _ feedIndex: Int, _ files: inout FileTable,
    _ sink: any RecordSink, _ onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> Reading {
    guard request.paths.count == 1 else {
      throw Fault(
        .configuration,
        "a census feed is one file, and \"\(request.name)\" has \(request.paths.count)",
        next: "make a feed of its own for each census file")
    }
    let export = try OpenedExport(path: request.paths[0])
    let file = ExportFile(
      descriptor: export.descriptor, name: export.name, index: files.add(name: export.name),
      feed: feedIndex)
    let reading = try CensusReader(vocabulary: vocabulary, codes: codes).read(
      file, name: request.name, asOf: request.asOf, into: sink,
      onBytes: onBytes.map { hash in { hash(file.index, $0) } })
    return Reading(
      feed: reading.feed, counts: reading.counts, files: [file.index], faults: reading.faults,
      notes: reading.notes)
  }

  private func interchange(
    _ request: Request, _ feedIndex: Int, _ files: inout FileTable,
    _ sink: any RecordSink, _ onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> Reading {
    var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
    var reading = Reading(
      feed: Feed(name: request.name, format: "interchange"), counts: RowCounts(), files: [],
      faults: [], notes: [])
    try sink.begin(reading.feed)
    for path in request.paths {
      let export = try OpenedExport(path: path)
      let file = ExportFile(
        descriptor: export.descriptor, name: export.name, index: files.add(name: export.name),
        feed: feedIndex)
      let onBytes = onBytes.map { hash in { hash(file.index, $0) } }
      let one =
        export.kind == .xml
        ? try reader.read(
          xml: file, feed: &reading.feed, asOf: request.asOf, into: sink, onBytes: onBytes)
        : try reader.read(
          file, feed: &reading.feed, asOf: request.asOf, into: sink, onBytes: onBytes)
      reading.add(one, file.index)
    }
    reading.notes += try reader.finish(feedIndex: feedIndex, into: sink)
    return try reading.ended(sink)
  }

  private func mapped(
    _ request: Request, _ feedIndex: Int, _ files: inout FileTable,
    _ sink: any RecordSink, _ onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> Reading {
    guard let mapping = request.mapping else {
      throw Fault(
        .configuration, "the feed \"\(request.name)\" needs a mapping", next: "name one for it")
    }
    var reader = MappingReader(mapping: mapping, vocabulary: vocabulary, codes: codes)
    var reading = Reading(
      feed: Feed(name: request.name, format: "mapping \(mapping.name)"), counts: RowCounts(),
      files: [], faults: [], notes: [])
    try sink.begin(reading.feed)
    for path in request.paths {
      let export = try OpenedExport(path: path)
      let file = ExportFile(
        descriptor: export.descriptor, name: export.name, index: files.add(name: export.name),
        feed: feedIndex)
      reading.add(
        try reader.read(
          file, feed: &reading.feed, asOf: request.asOf, into: sink,
          onBytes: onBytes.map { hash in { hash(file.index, $0) } }), file.index)
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
