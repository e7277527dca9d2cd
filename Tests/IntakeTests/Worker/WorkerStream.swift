import CaseModel
import Clocks
import Faults
import Foundation
import Glibc
import ScratchFolders

@testable import Intake

/// What a sound worker would write of a small file, for workers that are not sound: interchange, or
/// a list through a mapping.
struct WorkerStream {
  static let text =
    "# as_of: 2026-03-31\n" + InterchangeReading.header
      + """
      C1,episode,E1,,referral_received,2026-01-05,held,,,
      C1,s47,S1,E1,s47_started,2026-01-12,held,,,
      C1,s47,S1,E1,strategy_discussion,2026-01-12T10:30,held,,police,initiated_s47
      ,s47,S1,E1,icpc_held,2026-01-30,held,,,
      C2,episode,E2,,referral_received,2026-13-05,held,,,

      """

  /// A list with a row that is set aside, a copy, an unreadable date and columns of each sort.
  static let list = """
    ID,PLAN,SEEN,OWN1,ODD
    C1,77,03/03/2026,x,y
    C1,77,03/03/2026,x,y
    ,79,03/03/2026,x,y
    C4,80,03/03/26,x,y

    """
  static let mapping = """
    mapping: visits
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    child: ID
    lists:
      visits:
        file: night*.csv
        columns:
          ALONE: {optional: yes}
        not read: [OWN*]
        processes: {cp_plan: PLAN}
        events:
          - event: cp_visit
            in: cp_plan
            at: SEEN
            with: {seen_alone: ALONE}

    """

  let vocabulary: Vocabulary
  let mapping: Mapping?
  let codes = CodeBook()
  let path: String
  private let scratch: ScratchFolder

  init(text: String = Self.text, mapping: String? = nil) throws {
    let vocabulary = try shippedVocabulary()
    self.vocabulary = vocabulary
    self.mapping = try mapping.map {
      try Mapping(text: $0, file: "visits.yaml", vocabulary: vocabulary)
    }
    scratch = try ScratchFolder()
    path = try scratch.write(text, to: "night.csv")
  }

  /// The frames of a sound worker that reads the file.
  func sound(givenUp: Int = 31, doors: Int = 0, isClosed: Bool = true) throws -> [UInt8] {
    try frames(givenUp: givenUp, doors: doors, isClosed: isClosed) {
      sink, files, codes throws(Fault) in
      let reading = try FeedParser(vocabulary: vocabulary, codes: codes).parse(
        format, files, name: "night", mapping: mapping, asOf: nil, into: sink,
        sheets: { _ in 0 }, onList: { try? sink.tell($0) }, onBytes: nil)
      try sink.finish(reading)
    }
  }

  /// The frames of a worker that drafts a mapping of the file, and says other lines if it is told to.
  func draft(saying lines: [String]? = nil) throws -> [UInt8] {
    try frames { sink, files, _ throws(Fault) in
      if let lines {
        try sink.finish(draft: lines)
      } else {
        try sink.finish(draft: MappingDraft(of: files, vocabulary: vocabulary).lines)
      }
    }
  }

  /// The frames of a worker, behind one that says what it has given up.
  private func frames(
    givenUp: Int = 31, doors: Int = 0, isClosed: Bool = true,
    _ work: (PipeSink, [ExportFile], CodeBook) throws(Fault) -> Void
  ) throws -> [UInt8] {
    let file = scratch.path("stream")
    let descriptor = open(file, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    var pipe = FrameWriter(descriptor: descriptor)
    var wire = WireWriter()
    wire.add(givenUp)
    wire.add(doors)
    try pipe.write(.confinement, wire.written)
    let codes = CodeBook()
    let sink = PipeSink(pipe, codes: codes)
    let opened = OpenFiles()
    try opened.open(path, index: 0, feed: 0)
    do throws(Fault) {
      try work(sink, opened.files, codes)
    } catch {
      try sink.refuse(error)
    }
    if isClosed { try sink.close() }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  /// Reads the file with a worker that is a shell script.
  ///
  /// - Returns: the lines of the records, or the fault.
  func read(
    _ script: String, stream: [UInt8] = [], required: ConfinementLevel = .full,
    patience: Int32 = 2000
  ) throws -> Result<[String], Fault> {
    let reader = try reader(script, stream: stream, required: required, patience: patience)
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    var files = FileTable()
    do throws(Fault) {
      _ = try reader.read(request, feedIndex: 0, files: &files, into: sink)
    } catch {
      return .failure(error)
    }
    return .success(sink.lines)
  }

  /// A reader whose worker is a shell script.
  func reader(
    _ script: String, stream: [UInt8], required: ConfinementLevel = .full, patience: Int32 = 2000
  ) throws -> FeedReader {
    let worker = UUID().uuidString
    let frames = try scratch.write(stream, to: "\(worker).frames")
    let program =
      "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script.replacing("STREAM", with: frames) + "\n"
    let name = try scratch.write(program, to: worker)
    chmod(name, 0o700)
    // Another test's process may hold the script open for a moment, so that it cannot be started.
    var status: Int32 = 0
    var child: pid_t = 0
    while posix_spawn(&child, name, nil, nil, [nil], [nil]) == ETXTBSY { sched_yield() }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
    return FeedReader(
      vocabulary: vocabulary, codes: codes,
      confinement: Confinement(program: name, required: required, patience: patience))
  }

  /// Listens to a worker that wrote some bytes and ended well.
  ///
  /// - Returns: the lines of the records, or those of the draft that was asked for, or the fault.
  func answer(
    to stream: [UInt8], drafts: Bool = false, onList: ((ListReading) -> Void)? = nil
  ) throws -> Result<[String], Fault> {
    let name = try scratch.write(stream, to: UUID().uuidString)
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    let opened = OpenFiles()
    try opened.open(path, index: 0, feed: 0)
    let task = drafts ? WorkerTask.draft : .read(format)
    let order = WorkerOrder(task, request, opened, 0, vocabulary)
    var reading = ConfinedReading(
      order, of: WorkerProcess(over: open(name, O_RDONLY)), codes: codes,
      Confinement(program: "", required: .full, patience: 2000))
    var files = FileTable()
    _ = files.add(name: "night.csv")
    do throws(Fault) {
      _ = try reading.listen(sink, &files, onList: onList)
    } catch {
      return .failure(error)
    }
    return .success(drafts ? reading.draft : sink.lines)
  }

  /// The lines of the records as this very process reads them.
  func own() throws -> [String] {
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    var files = FileTable()
    _ = try FeedReader(vocabulary: vocabulary, codes: codes, confinement: nil).read(
      request, feedIndex: 0, files: &files, into: sink)
    return sink.lines
  }

  /// The lists as this very process reads them.
  func ownLists() throws -> [ListReading] {
    var lists: [ListReading] = []
    var files = FileTable()
    _ = try FeedReader(vocabulary: vocabulary, codes: codes, confinement: nil).readLists(
      request, files: &files, into: Recorder(vocabulary: vocabulary, codes: codes)
    ) { lists.append($0) }
    return lists
  }

  private var format: ExportFormat { mapping == nil ? .interchange : .mapped }

  private var request: FeedReader.Request {
    FeedReader.Request(name: "night", paths: [path], mapping: mapping)
  }
}
