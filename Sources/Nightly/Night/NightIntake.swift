import CaseModel
import Clocks
import Faults
import Intake
import Publishing

/// Reads all feeds of a night into one record a child, with the hash of every file.
struct NightIntake {
  let collector: RecordCollector
  private(set) var files = FileTable()
  private(set) var readings: [FeedReader.Reading] = []
  /// Faults of files and contradictions between feeds.
  private(set) var faults: [DataIssue] = []

  /// Reads the feeds of a configuration to their ends.
  init(
    _ configuration: NightConfiguration, _ folders: DataFolders, _ library: RuleLibrary
  ) throws(Fault) {
    collector = RecordCollector(vocabulary: library.vocabulary)
    let reader = FeedReader(
      vocabulary: library.vocabulary, codes: library.codes,
      confinement: Confinement(required: configuration.confinement))
    let hashes = FileHashes()
    for (index, feed) in configuration.feeds.enumerated() {
      var mapping: Mapping?
      if let name = feed.mapping { mapping = try library.mapping(name, folders) }
      let request = FeedReader.Request(
        name: feed.name, paths: try configuration.paths(of: feed), mapping: mapping,
        asOf: feed.asOf)
      let reading = try reader.read(
        request, feedIndex: index, files: &files, into: collector
      ) { file, bytes in
        hashes.update(file, bytes)
      }
      faults += reading.issues
      readings.append(reading)
      try Interruption.check()
    }
    for index in files.entries.indices {
      (files.entries[index].sha256, files.entries[index].bytes) = hashes.finish(Int32(index))
    }
    faults += collector.join().flatMap { $0 }
  }

  /// What the feeds say of themselves.
  var feeds: [Feed] { readings.map(\.feed) }

  /// The hash of every file, as it is read.
  private final class FileHashes {
    private var hashes: [Int32: (hash: ContentHash, bytes: Int64)] = [:]

    func update(_ file: Int32, _ bytes: RawSpan) {
      bytes.withUnsafeBytes { buffer in
        hashes[file, default: (ContentHash(), 0)].hash.update(buffer)
        hashes[file, default: (ContentHash(), 0)].bytes += Int64(buffer.count)
      }
    }

    func finish(_ file: Int32) -> (String, Int64) {
      let held = hashes[file] ?? (ContentHash(), 0)
      return (held.hash.finish(), held.bytes)
    }
  }
}
