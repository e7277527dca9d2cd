import CaseModel
import Faults
import Files
import Glibc
import Intake
import Output
import RuleBook
import Testing

@testable import Nightly

/// Rows do not depend on how many threads made them, nor on how the records are cut into pieces.
@Suite struct GatheredJudgeTests {
  private static let root = Path.folder(Path.folder(Path.folder(Path.folder(#filePath))))

  /// The rows of the sample's lists and census, and what was counted.
  private func rows(
    _ format: CheckRows.Format, threads: Int, pieceSize: Int
  ) throws -> (bytes: [UInt8], outcome: GatheredJudge.Outcome) {
    let samples = Path.join(Self.root, "SampleExports")
    let lists = try Folder.names(Path.join(samples, "lcs"))
    let request = JudgeRequest(
      exports: [Path.join(samples, "cin-census.xml")]
        + lists.map { Path.join(samples, "lcs/\($0)") },
      mapping: "lcs-example", folders: DataFolders(data: Self.root), confinement: nil)
    let loader = try ExportLoader(request)
    let prepared = try loader.prepare()
    let gathered = try loader.gather(prepared)
    let file = try #require(tmpfile())
    defer { fclose(file) }
    var judge = GatheredJudge(
      library: prepared.library, compiled: prepared.compiled, format: format)
    judge.threads = threads
    judge.pieceSize = pieceSize
    let outcome = try judge.run(gathered, answering: nil, to: fileno(file))
    lseek(fileno(file), 0, SEEK_SET)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(fileno(file), &block, block.count), count > 0 {
      bytes += block[..<count]
    }
    return (bytes, outcome)
  }

  @Test(
    "one thread and several write the same bytes", arguments: [CheckRows.Format.csv, .json],
    [(2, 512), (3, 7), (8, 1)])
  func same(_ format: CheckRows.Format, _ way: (threads: Int, pieceSize: Int)) throws {
    let one = try rows(format, threads: 1, pieceSize: 1 << 20)
    let several = try rows(format, threads: way.threads, pieceSize: way.pieceSize)
    #expect(one.outcome.checks > 1000)
    #expect(one.bytes == several.bytes)
    #expect(one.outcome.checks == several.outcome.checks)
    #expect(one.outcome.beforeFirstEdition == several.outcome.beforeFirstEdition)
  }

  @Test("each body runs once, with its own number", arguments: [1, 2, 9])
  func threads(count: Int) {
    var runs = [Int](repeating: 0, count: count)
    runs.withUnsafeMutableBufferPointer { runs in
      Threads.run(count) { runs[$0] += 1 }
    }
    #expect(runs == [Int](repeating: 1, count: count))
  }

  @Test("pieces are written in their order, the first rows without what parts them from others")
  func pieces() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let ordered = OrderedRows(count: 4, to: ends[1], separator: 1)
    let taken = try (0..<4).map { _ in try #require(ordered.take()) }
    #expect(ordered.take() == nil)
    for number in [3, 1, 0, 2] {
      if number > 0 { taken[number].rows.append(contentsOf: ",\(number)".utf8) }
      ordered.deliver(taken[number])
    }
    #expect(try ordered.end())
    close(ends[1])
    var block = [UInt8](repeating: 0, count: 100)
    let count = read(ends[0], &block, block.count)
    close(ends[0])
    #expect(String(decoding: block[..<count], as: UTF8.self) == "1,2,3")
  }

  @Test("an output that takes nothing ends the work and is told")
  func full() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let ordered = OrderedRows(count: 2, to: full, separator: 0)
    let piece = try #require(ordered.take())
    piece.rows.append(contentsOf: "a row".utf8)
    ordered.deliver(piece)
    #expect(ordered.take() == nil)
    #expect(throws: Fault.self) { try ordered.end() }
  }
}
