import CaseModel
import Clocks
import Faults
import Intake

/// What interchange files come to, in one form or the other, once they are joined.
struct InterchangeModel {
  /// The children in words, in an order of their own: what stands where is left out.
  let lines: [String]
  let feed: Feed
  let counts: RowCounts
  let aside: [QuarantinedRow]
  let notes: [ReadingNote]
  let vocabulary: Vocabulary

  /// Reads files; one that begins with `<`, or as UTF-16 does, is XML.
  init(_ files: [[UInt8]], asOf: Moment? = nil) throws {
    vocabulary = try shippedVocabulary()
    let codes = CodeBook()
    let collector = RecordCollector(vocabulary: vocabulary)
    var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
    var feed = Feed(name: "night", format: "interchange")
    var counts = RowCounts()
    var notes: [ReadingNote] = []
    try collector.begin(feed)
    for (index, bytes) in files.enumerated() {
      let isXML = bytes.first == UInt8(ascii: "<") || bytes.first == 0xFF
      let reading = try withFile(bytes) { descriptor in
        let file = ExportFile(
          descriptor: descriptor, name: isXML ? "night.xml" : "night.csv", index: Int32(index),
          feed: 0)
        return isXML
          ? try reader.read(xml: file, feed: &feed, asOf: asOf, into: collector)
          : try reader.read(file, feed: &feed, asOf: asOf, into: collector)
      }
      counts = counts + reading.counts
      notes += reading.notes
    }
    notes += try reader.finish(feedIndex: 0, into: collector)
    try collector.finish(feed, counts: counts)
    _ = collector.join()
    var lines: [String] = []
    for record in collector.records {
      let recorder = Recorder(vocabulary: vocabulary, codes: codes)
      var copy = record
      recorder.receive(&copy)
      lines += recorder.lines.prefix(1)
      let spans = record.processes.map { "\($0.opened) to \($0.closed)" }
      lines += (recorder.lines.dropFirst() + spans).sorted()
    }
    self.lines = lines
    self.feed = feed
    self.counts = counts
    self.notes = notes
    aside = collector.quarantine
  }

  /// Reads texts.
  init(_ files: String...) throws { try self.init(files.map { Array($0.utf8) }) }

  /// What the feed says of itself, in words and in order.
  var carried: [String] {
    feed.events.map { "\(vocabulary[$0].word) \($1.precision) \($1.depth) \($1.participants)" }
      .sorted()
      + feed.attributes.map { vocabulary[$0].word }.sorted()
      + feed.closeReasons.map { vocabulary[$0].word }.sorted()
      + feed.outcomes.map { vocabulary[$0].word }.sorted()
      + feed.processes.map { vocabulary[$0].word }.sorted()
      + [
        feed.authority, "\(feed.isSynthetic)", "\(feed.asOf)", "\(String(describing: feed.period))",
      ]
  }

  /// An XML file of what stands in the root; its first line is line 2.
  static func xml(_ children: String) -> String {
    "<duly-interchange version=\"1\" as_of=\"2026-03-31\">\n\(children)\n</duly-interchange>"
  }

  /// A CSV file of rows.
  static func csv(_ rows: String) -> String {
    "# as_of: 2026-03-31\n" + InterchangeReading.header + rows
  }
}
