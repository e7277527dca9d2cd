import CaseModel
import Faults
import Intake
import Publishing

/// Feeds of which the first is being read.
struct FeedsInReading {
  /// The files met so far; all of them, with their hashes where they are made, once all is read.
  private(set) var files = FileTable()
  private let reader: FeedReader
  private let first: FeedReader.Begun
  private let others: ArraySlice<FeedReader.Request>

  /// Opens the first of some feeds and lets it be read.
  ///
  /// - Throws: ``Fault`` where there is no feed, or a file of the first cannot be read.
  init(_ requests: [FeedReader.Request], _ reader: FeedReader) throws(Fault) {
    guard let feed = requests.first else {
      throw Fault(.usage, "there is something to read", next: "name the files of an export")
    }
    self.reader = reader
    first = try reader.begin(feed, feedIndex: 0, files: &files)
    others = requests.dropFirst()
  }

  /// Reads all feeds to their ends; what the sink took counts only if this returns.
  ///
  /// - Parameters:
  ///   - sink: takes the records.
  ///   - hashing: whether the hash of every file is made.
  /// - Returns: what reading each feed came to.
  /// - Throws: ``Fault`` where an export is refused, and with 75 where the run is to end.
  mutating func read(
    into sink: any RecordSink, hashing: Bool
  ) throws(Fault) -> [FeedReader.Reading] {
    let hashes = hashing ? FileHashes() : nil
    let onBytes = hashes.map { hashes in { hashes.update($0, $1) } }
    var readings = [try reader.read(first, files: &files, into: sink, onBytes: onBytes)]
    try Interruption.check()
    for (index, request) in zip(1..., others) {
      readings.append(
        try reader.read(request, feedIndex: index, files: &files, into: sink, onBytes: onBytes))
      try Interruption.check()
    }
    if let hashes {
      for index in files.entries.indices {
        (files.entries[index].sha256, files.entries[index].bytes) = hashes.finish(Int32(index))
      }
    }
    return readings
  }

  /// The hash of every file, made while it is read.
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

/// All that some feeds say, one record a child; each record is still to be joined for itself.
struct GatheredCases {
  /// The files of the feeds, with their hashes where they were asked for.
  let files: FileTable
  /// What reading each feed came to.
  let readings: [FeedReader.Reading]
  /// Joins one record: what was gathered of it from several feeds becomes one.
  let joiner: RecordJoiner
  private let collector: RecordCollector

  /// Reads feeds to their ends.
  ///
  /// - Throws: ``Fault`` where an export is refused, and with 75 where the run is to end.
  init(_ reading: FeedsInReading, vocabulary: Vocabulary, hashing: Bool) throws(Fault) {
    var reading = reading
    collector = RecordCollector(vocabulary: vocabulary)
    readings = try reading.read(into: collector, hashing: hashing)
    files = reading.files
    joiner = collector.share()
  }

  /// What the feeds are and carry, what siblings lend each other included.
  var feeds: [Feed] { collector.feeds }

  /// Rows that cannot be used.
  var quarantine: [QuarantinedRow] { collector.quarantine }

  /// What is wrong with the records together.
  var issues: [DataIssue] { collector.issues }

  /// The records, in the order in which their children were first met.
  var records: [ChildRecord] { collector.records }

  /// Lets the records be worked on where they lie.
  func withRecords(_ body: (UnsafeMutableBufferPointer<ChildRecord>) -> Void) {
    collector.withRecords(body)
  }
}
