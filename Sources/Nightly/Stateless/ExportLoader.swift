import CaseModel
import Clocks
import Faults
import Intake
import RuleBook

/// The exports of a stateless command, opened and looked at before any pack is read.
struct ExportLoader {
  /// What was gathered from all of them.
  struct Gathered {
    var collector: RecordCollector
    var files: FileTable
    var notes: [ReadingNote]
  }

  private let request: JudgeRequest
  private let formats: [ExportFormat]

  /// Opens each export once.
  init(_ request: JudgeRequest) throws(Fault) {
    self.request = request
    var formats: [ExportFormat] = []
    for path in request.exports {
      formats.append(try ExportFormat.look(at: path, hasMapping: request.mapping != nil))
    }
    self.formats = formats
  }

  /// Whether there is one export, and it is a census.
  var isOneCensus: Bool { formats == [.census] }

  /// Words and packs, and the feeds, of which the first is being read since before the packs were.
  struct Prepared {
    let library: RuleLibrary
    let compiled: CompiledRules
    let reader: FeedReader
    let first: FeedReader.Begun
    /// The files of the first feed.
    let files: FileTable
    let others: ArraySlice<FeedReader.Request>
  }

  /// Reads words, lets the first feed be read, and reads the packs meanwhile; where that fails, a
  /// broken input is told first.
  func prepare() throws(Fault) -> Prepared {
    do throws(Fault) {
      let library = try RuleLibrary(request.folders, calendars: request.calendars)
      let reader = FeedReader(
        vocabulary: library.vocabulary, codes: library.codes, confinement: request.confinement)
      var files = FileTable()
      let feeds = try feeds(library)
      guard let feed = feeds.first else {
        throw Fault(.usage, "there is something to read", next: "name the files of an export")
      }
      let first = try reader.begin(feed, feedIndex: 0, files: &files)
      return Prepared(
        library: library, compiled: try library.compiled(request.packs), reader: reader,
        first: first,
        files: files, others: feeds.dropFirst())
    } catch {
      let censuses = formats.indices.filter { formats[$0] == .census }
      if !censuses.isEmpty {
        let reader = FeedReader(
          vocabulary: Vocabulary(), codes: CodeBook(), confinement: request.confinement)
        try reader.checkStructure(of: censuses.map { request.exports[$0] })
      }
      throw error
    }
  }

  /// Reads all exports into one record a child; the records are not joined yet.
  ///
  /// Each census is a feed of its own; all interchange files are one, and so are all mapped files.
  func gather(_ prepared: Prepared) throws(Fault) -> Gathered {
    let collector = RecordCollector(vocabulary: prepared.library.vocabulary)
    let reader = prepared.reader
    var files = prepared.files
    var notes = try reader.read(prepared.first, files: &files, into: collector).notes
    for (index, feed) in zip(1..., prepared.others) {
      let reading = try reader.read(feed, feedIndex: index, files: &files, into: collector)
      notes += reading.notes
    }
    return Gathered(collector: collector, files: files, notes: notes)
  }

  private func feeds(_ library: RuleLibrary) throws(Fault) -> [FeedReader.Request] {
    var feeds: [FeedReader.Request] = []
    var interchange: [String] = []
    var mapped: [String] = []
    for (place, path) in request.exports.enumerated() {
      switch formats[place] {
      case .census:
        feeds.append(FeedReader.Request(name: "census", paths: [path], asOf: request.asOf))
      case .interchange: interchange.append(path)
      case .mapped: mapped.append(path)
      }
    }
    if !interchange.isEmpty {
      feeds.append(
        FeedReader.Request(name: "interchange", paths: interchange, asOf: request.asOf))
    }
    if !mapped.isEmpty, let name = request.mapping {
      feeds.append(
        FeedReader.Request(
          name: "local", paths: mapped, mapping: try library.mapping(name, request.folders),
          asOf: request.asOf))
    }
    return feeds
  }

  /// What was passed over, in words.
  static func words(_ note: ReadingNote, _ files: FileTable) -> String {
    var place = files.place(of: note.first)
    place.column = nil
    let times = note.count == 1 ? "" : " (\(note.count) times)"
    return "\(place): rule not kept\(times): \(note.rule); \(note.nextStep)"
  }

  /// A row set aside, in words.
  static func words(_ row: QuarantinedRow, _ files: FileTable) -> String {
    "\(files.place(of: row.source)): rule not kept: \(row.rule); \(row.nextStep)"
  }
}
