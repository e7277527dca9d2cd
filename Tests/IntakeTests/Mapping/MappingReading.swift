import CaseModel
import Clocks
import Faults
import Files
import Intake
import Testing

/// What the reading of files through a mapping comes to.
struct MappingReading {
  let sink: Recorder
  var feed = Feed(name: "local", format: "mapping")
  var readings: [FileReading] = []

  /// Reads files, each a name and a text, through a mapping.
  init(_ mapping: String, _ files: [(name: String, bytes: [UInt8])], asOf: Moment? = nil) throws {
    let vocabulary = try shippedVocabulary()
    let codes = CodeBook()
    sink = Recorder(vocabulary: vocabulary, codes: codes)
    var reader = MappedExportReader(
      mapping: try Mapping(text: mapping, file: "test.yaml", vocabulary: vocabulary),
      vocabulary: vocabulary, codes: codes)
    for file in files {
      let reading = try withFile(file.bytes) { descriptor in
        try reader.read(
          ExportFile(descriptor: descriptor, name: file.name, index: 3, feed: 1), feed: &feed,
          asOf: asOf,
          into: sink)
      }
      #expect(reading.counts.isBalanced)
      readings.append(reading)
    }
    try reader.finish(into: sink)
  }

  init(_ mapping: String, _ name: String, _ text: String) throws {
    try self.init(mapping, [(name, Array(text.utf8))])
  }

  /// The shipped example.
  static func example() throws -> String { try shipped("lcs-example") }

  /// The text of a mapping that comes with Duly.
  static func shipped(_ name: String) throws -> String {
    try SmallFile.text(inRepository("Mappings/\(name).yaml"))
  }

  /// What the feed carries, by word.
  var carried: [String: EventCoverage] {
    Dictionary(
      uniqueKeysWithValues: feed.events.map { (sink.vocabulary[$0].word, $1) })
  }

  /// The fault of a mapping or of a file; nil where all is well.
  static func refusal(_ mapping: String, _ name: String, _ text: String) throws -> Fault? {
    do {
      _ = try MappingReading(mapping, name, text)
      return nil
    } catch let fault as Fault {
      return fault
    }
  }
}
