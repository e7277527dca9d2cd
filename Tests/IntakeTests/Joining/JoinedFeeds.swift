import CaseModel
import Clocks
import Intake
import Testing

/// A census and an interchange file of one child, gathered and joined.
struct JoinedFeeds {
  /// The records, which can be shown as lines.
  let recorder: Recorder
  /// What the feeds say of themselves.
  let feeds: [Feed]
  /// The faults that the joining found.
  let joining: [DataIssue]
  /// The faults that a look at the joined records finds.
  let looking: [DataIssue]

  /// The file of the census among the sources.
  static let census: Int32 = 0
  /// The file of the interchange rows among the sources.
  static let interchange: Int32 = 1

  /// Joins what stands in the child's CINdetails, from line 3, and interchange rows, from line 3.
  init(census: String, rows: String, isCensusFirst: Bool = true) throws {
    let codes = CodeBook()
    let vocabulary = try shippedVocabulary()
    let collector = RecordCollector(vocabulary: vocabulary)
    let file = CensusReading.file(
      "<Child><ChildIdentifiers><LAchildID>X1</LAchildID></ChildIdentifiers><CINdetails>\n"
        + "\(census)\n</CINdetails></Child>")
    let text = "# as_of: 2025-03-31\n" + InterchangeReading.header + rows
    let order = isCensusFirst ? [0, 1] : [1, 0]
    for (place, feed) in order.enumerated() {
      if feed == 0 {
        _ = try withFile(Array(file.utf8)) { descriptor in
          try CensusReader(vocabulary: vocabulary, codes: codes).read(
            ExportFile(
              descriptor: descriptor, name: "c.xml", index: JoinedFeeds.census, feed: place),
            name: "census", into: collector)
        }
      } else {
        var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
        var described = Feed(name: "night", format: "interchange")
        try collector.begin(described)
        let reading = try withFile(Array(text.utf8)) { descriptor in
          try reader.read(
            ExportFile(
              descriptor: descriptor, name: "i.csv", index: JoinedFeeds.interchange, feed: place),
            feed: &described, asOf: nil, into: collector)
        }
        _ = try reader.finish(feedIndex: place, into: collector)
        try collector.finish(described, counts: reading.counts)
      }
    }
    joining = collector.join().flatMap { $0 }
    feeds = collector.feeds
    let look = RecordIssues(vocabulary: vocabulary, feeds: collector.feeds)
    looking = collector.records.flatMap { look.issues($0) }
    let recorder = Recorder(vocabulary: vocabulary, codes: codes)
    for var record in collector.records { recorder.receive(&record) }
    self.recorder = recorder
  }

  /// The processes of a kind, as `opened to closed`.
  func processes(_ kind: String) -> [String] {
    recorder.records.flatMap(\.processes).filter { recorder.vocabulary[$0.kind].word == kind }
      .map { "\($0.opened) to \($0.closed)" }
  }

  /// The events of a type, each with its time and the number of feeds that say it.
  func events(_ type: String) -> [String] {
    recorder.records.flatMap(\.events).filter { recorder.vocabulary[$0.type].word == type }
      .map { "\($0.at) in \($0.feeds.rawValue.nonzeroBitCount)" }
  }
}
