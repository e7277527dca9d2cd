import CaseModel
import Faults
import Intake
import RuleBook

/// The way from exports to judged children, which every command that judges takes.
///
/// ```
/// PipelineRequest ─► Pipeline ─► PreparedPipeline ─► GatheredCases ─► ChildJudging ─► a ChildSink
///                    (looks)     (words, packs)      (records)        (all cores)
///                                        └────────► StreamedJudging ─────────┘
///                                                   (a single census)
/// ```
///
/// A path is resolved, and the beginning of its file is looked at, once; the first feed is being
/// read while the packs are.
struct Pipeline {
  /// What is to be judged.
  let request: PipelineRequest
  /// On how many threads children are judged.
  var threads = JudgingThreads()
  private let feeds: [PipelineRequest.Feed]

  /// Finds the exports and looks at each.
  ///
  /// - Throws: ``Fault`` with 66 where an export is missing, 65 where nothing can read one.
  init(_ request: PipelineRequest) throws(Fault) {
    self.request = request
    feeds = try request.feeds()
  }

  /// What is to be said of the choice of files, a clause for each feed that had one.
  var chosen: [String] { feeds.compactMap(\.chosen) }

  /// Reads the words, lets the first feed be read, and reads the packs meanwhile.
  ///
  /// - Throws: ``Fault`` where any of it is wrong; a census that is no whole XML is told first.
  func prepare() throws(Fault) -> PreparedPipeline {
    do throws(Fault) {
      let library = try RuleLibrary(request.folders, calendars: request.calendars)
      let reading = try begin(library)
      return PreparedPipeline(
        library: library, compiled: try library.compiled(request.packs), reading: reading,
        pipeline: self)
    } catch {
      try checkStructure()
      throw error
    }
  }

  /// Opens the first feed, so that it is read from now on.
  ///
  /// - Throws: ``Fault`` where a mapping is wrong, or there is no feed.
  func begin(_ library: RuleLibrary) throws(Fault) -> FeedsInReading {
    var requests: [FeedReader.Request] = []
    for feed in feeds {
      var request = FeedReader.Request(
        name: feed.name, paths: feed.paths, formats: feed.formats,
        mapping: try feed.mapping.map { (name) throws(Fault) in try library.mapping(name) },
        asOf: feed.asOf)
      request.isConfigured = feed.isConfigured
      requests.append(request)
    }
    return try FeedsInReading(
      requests,
      FeedReader(
        vocabulary: library.vocabulary, codes: library.codes, confinement: request.confinement))
  }

  /// Reads all feeds to their ends and tells what they are and carry; no child is judged.
  ///
  /// - Throws: ``Fault`` where an export is refused.
  func feeds(_ library: RuleLibrary) throws(Fault) -> [Feed] {
    try GatheredCases(try begin(library), vocabulary: library.vocabulary, hashing: false).feeds
  }

  /// Whether all there is to read is one census, which holds each child whole.
  var isOneCensus: Bool { feeds.count == 1 && feeds[0].formats == [.census] }

  /// Refuses a census that is no whole XML, whatever else is wrong.
  private func checkStructure() throws(Fault) {
    var censuses: [String] = []
    for feed in feeds {
      for (path, format) in zip(feed.paths, feed.formats) where format == .census {
        censuses.append(path)
      }
    }
    guard !censuses.isEmpty else { return }
    try FeedReader(
      vocabulary: Vocabulary(), codes: CodeBook(), confinement: request.confinement
    ).checkStructure(of: censuses)
  }
}

/// Exports that are being read, with the words and packs that they are judged by.
struct PreparedPipeline {
  /// The words and calendars.
  let library: RuleLibrary
  /// The rules.
  let compiled: CompiledRules
  fileprivate let reading: FeedsInReading
  fileprivate let pipeline: Pipeline

  /// Reads all feeds to their ends, into one record a child.
  ///
  /// - Parameter hashing: whether the hash of every file is made.
  /// - Returns: the records, each still to be joined.
  /// - Throws: ``Fault`` where an export is refused.
  func gather(hashing: Bool = false) throws(Fault) -> GatheredCases {
    try GatheredCases(reading, vocabulary: library.vocabulary, hashing: hashing)
  }

  /// Judges gathered children on all processors.
  ///
  /// - Throws: ``Fault`` of the sink, and with 75 where the run is to end.
  func judge<Sink: ChildSink>(
    _ cases: GatheredCases, into sink: inout Sink
  ) throws(Fault) -> JudgedTotals {
    try ChildJudging(rules: rules(cases.feeds), threads: pipeline.threads)
      .judge(cases, into: &sink)
  }

  /// Reads and judges all children: those of a single census one by one while it is read, others
  /// once all feeds were read to their ends.
  ///
  /// - Parameters:
  ///   - hashing: whether the hash of every file is made.
  ///   - makeSink: makes what takes the children, once the feeds are known. Where a census turns
  ///     out to hold a child twice it is called again, and what the first sink took counts for
  ///     nothing.
  /// - Returns: the sink, and what was read.
  /// - Throws: ``Fault`` where an export is refused, that of the sink, and with 75 where the run is
  ///   to end.
  func judge<Sink: ChildSink>(
    hashing: Bool = false, into makeSink: @escaping SinkMaker<Sink>
  ) throws(Fault) -> JudgedCases<Sink> {
    var reading = reading
    if pipeline.isOneCensus {
      let files = reading.files
      let stream = StreamedJudging<Sink> { [self] (feed) throws(Fault) in
        let rules = rules([feed])
        return (rules, try makeSink(rules, files, true))
      }
      let readings = try reading.read(into: stream, hashing: hashing)
      if let sink = stream.sink {
        return JudgedCases(
          sink: sink, totals: stream.totals, feeds: stream.feeds, files: reading.files,
          readings: readings, quarantine: stream.quarantine)
      }
      // A child came twice: its parts are gathered before they are judged.
      reading = try pipeline.begin(library)
    }
    let cases = try GatheredCases(reading, vocabulary: library.vocabulary, hashing: hashing)
    var sink = try makeSink(rules(cases.feeds), cases.files, false)
    let totals = try judge(cases, into: &sink)
    return JudgedCases(
      sink: sink, totals: totals, feeds: cases.feeds, files: cases.files,
      readings: cases.readings, quarantine: cases.quarantine, gathered: cases)
  }

  /// What the children of some feeds are judged by.
  func rules(_ feeds: [Feed]) -> JudgingRules {
    JudgingRules(library: library, compiled: compiled, feeds: feeds)
  }
}

/// Makes a sink for children of some feeds.
///
/// It is given what they are judged by, the files that they come from, and whether they come while
/// they are read: then the export may still be refused behind them.
typealias SinkMaker<Sink: ChildSink> = (JudgingRules, FileTable, _ isStreamed: Bool) throws(Fault)
  -> Sink

/// What a pipeline came to.
struct JudgedCases<Sink: ChildSink> {
  /// What took the children.
  let sink: Sink
  /// What was counted of each rule.
  let totals: JudgedTotals
  /// What the feeds are and carry.
  let feeds: [Feed]
  /// The files.
  let files: FileTable
  /// What reading each feed came to.
  let readings: [FeedReader.Reading]
  /// Rows that cannot be used.
  let quarantine: [QuarantinedRow]
  /// The records; nil where they were judged while they were read.
  var gathered: GatheredCases?
}
