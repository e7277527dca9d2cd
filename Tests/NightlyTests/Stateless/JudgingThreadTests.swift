import CaseModel
import Files
import Glibc
import Intake
import Output
import RuleBook
import Testing

@testable import Nightly

/// Rows do not depend on whether children are judged on a thread of their own.
@Suite struct JudgingThreadTests {
  private static let root = Path.folder(Path.folder(Path.folder(Path.folder(#filePath))))

  /// The rows of the first children of the sample's census.
  private func rows(_ count: Int, isThreaded: Bool) throws -> (bytes: [UInt8], checks: Int) {
    let census = Path.join(Path.join(Self.root, "SampleExports"), "cin-census.xml")
    let loader = try ExportLoader(
      JudgeRequest(exports: [census], folders: DataFolders(data: Self.root), confinement: nil))
    let prepared = try loader.prepare()
    let gathered = try loader.gather(prepared)
    let feeds = gathered.collector.feeds
    let checks = try StreamedChecks(
      Judge(compiled: prepared.compiled, feeds: feeds),
      CheckRows(.csv, compiled: prepared.compiled, feeds: feeds, files: gathered.files))
    let thread = JudgingThread(checks, isThreaded: isThreaded)
    for record in gathered.collector.records.prefix(count) {
      var record = record
      thread.take(&record)
    }
    try thread.finish()
    _ = try checks.close(prepared.compiled, nil)
    let file = try #require(tmpfile())
    defer { fclose(file) }
    try checks.write(to: fileno(file))
    var bytes = [UInt8](repeating: 0, count: Int(lseek(fileno(file), 0, SEEK_CUR)))
    let read = pread(fileno(file), &bytes, bytes.count, 0)
    #expect(read == bytes.count)
    return (bytes, checks.count)
  }

  @Test("a thread of its own and none write the same bytes", arguments: [0, 1, 128, 300])
  func same(count: Int) throws {
    let threaded = try rows(count, isThreaded: true)
    let alone = try rows(count, isThreaded: false)
    #expect(threaded.bytes == alone.bytes)
    #expect(threaded.checks == alone.checks)
    #expect((alone.checks > 100) == (count >= 128))
  }

  @Test("a thread that is given up ends without its rows")
  func givenUp() throws {
    let census = Path.join(Path.join(Self.root, "SampleExports"), "cin-census.xml")
    let prepared = try ExportLoader(
      JudgeRequest(exports: [census], folders: DataFolders(data: Self.root), confinement: nil)
    ).prepare()
    weak var seen: StreamedChecks?
    do {
      let checks = try StreamedChecks(
        Judge(compiled: prepared.compiled, feeds: []),
        CheckRows(.csv, compiled: prepared.compiled, feeds: [], files: FileTable()))
      seen = checks
      let thread = JudgingThread(checks)
      var record = ChildRecord()
      record.id = record.add(text: "A1")
      thread.take(&record)
    }
    #expect(seen == nil)
  }
}
