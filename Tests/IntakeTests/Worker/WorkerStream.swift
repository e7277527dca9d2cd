import CaseModel
import Clocks
import Faults
import Foundation
import Glibc

@testable import Intake

/// What a sound worker would write of a small interchange file, for workers that are not sound.
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

  let vocabulary: Vocabulary
  let codes = CodeBook()
  let path: String
  private let folder: String

  init(text: String = Self.text) throws {
    vocabulary = try shippedVocabulary()
    folder = (NSTemporaryDirectory() as NSString).appendingPathComponent(
      "duly-worker-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/night.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// The frames of a sound worker, behind one that says what it has given up.
  func sound(givenUp: Int = 31, doors: Int = 0, isClosed: Bool = true) throws -> [UInt8] {
    let file = folder + "/stream"
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
      let reading = try FeedParser(vocabulary: vocabulary, codes: codes).parse(
        .interchange, opened.files, name: "night", mapping: nil, asOf: nil, into: sink,
        sheets: { _ in 0 }, onBytes: nil)
      try sink.finish(reading)
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
    let name = folder + "/" + UUID().uuidString
    try Data(stream).write(to: URL(fileURLWithPath: name + ".frames"))
    let program =
      "#!/bin/sh\nPATH=/usr/bin:/bin\n"
      + script.replacing("STREAM", with: name + ".frames") + "\n"
    try Data(program.utf8).write(to: URL(fileURLWithPath: name))
    chmod(name, 0o700)
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    var files = FileTable()
    let reader = FeedReader(
      vocabulary: vocabulary, codes: codes,
      confinement: Confinement(program: name, required: required, patience: patience))
    // Another test's process may hold the script open for a moment, so that it cannot be started.
    var status: Int32 = 0
    var child: pid_t = 0
    while posix_spawn(&child, name, nil, nil, [nil], [nil]) == ETXTBSY { sched_yield() }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
    do throws(Fault) {
      _ = try reader.read(
        FeedReader.Request(name: "night", paths: [path]), feedIndex: 0, files: &files, into: sink)
    } catch {
      return .failure(error)
    }
    return .success(sink.lines)
  }

  /// Listens to a worker that wrote some bytes and ended well.
  ///
  /// - Returns: the lines of the records, or the fault.
  func answer(to stream: [UInt8]) throws -> Result<[String], Fault> {
    let name = folder + "/" + UUID().uuidString
    try Data(stream).write(to: URL(fileURLWithPath: name))
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    let opened = OpenFiles()
    try opened.open(path, index: 0, feed: 0)
    let order = WorkerOrder(
      .interchange, FeedReader.Request(name: "night", paths: [path]), opened, 0, vocabulary)
    var reading = ConfinedReading(
      order, of: WorkerProcess(over: open(name, O_RDONLY)), codes: codes,
      Confinement(program: "", required: .full, patience: 2000))
    var files = FileTable()
    _ = files.add(name: "night.csv")
    do throws(Fault) {
      _ = try reading.listen(sink, &files)
    } catch {
      return .failure(error)
    }
    return .success(sink.lines)
  }

  /// The lines of the records as this very process reads them.
  func own() throws -> [String] {
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    var files = FileTable()
    _ = try FeedReader(vocabulary: vocabulary, codes: codes, confinement: nil).read(
      FeedReader.Request(name: "night", paths: [path]), feedIndex: 0, files: &files, into: sink)
    return sink.lines
  }
}
