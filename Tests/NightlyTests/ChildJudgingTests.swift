import CaseModel
import Faults
import Files
import Glibc
import Intake
import Output
import Reporting
import RuleBook
import Testing

@testable import Nightly

/// Nothing depends on how many threads judged, nor on how the records were cut into pieces.
@Suite struct ChildJudgingTests {
  private static let one = JudgingThreads(count: 1, pieceSize: 1 << 20)
  private static let several = [
    JudgingThreads(count: 2, pieceSize: 512), JudgingThreads(count: 3, pieceSize: 7),
    JudgingThreads(count: 8, pieceSize: 1),
  ]

  /// The lists and the census of a small made-up council.
  private static func request() throws -> PipelineRequest {
    let council = SmallCouncil.shared
    let lists = try Folder.names(Path.join(council.folder, "lcs"))
    return PipelineRequest(
      exports: [council.census] + lists.map { Path.join(council.folder, "lcs/\($0)") },
      mapping: "lcs-example", folders: SmallCouncil.data, confinement: nil)
  }

  private static func pipeline(
    _ request: PipelineRequest, _ threads: JudgingThreads
  ) throws -> Pipeline {
    var pipeline = try Pipeline(request)
    pipeline.threads = threads
    return pipeline
  }

  // MARK: Rows

  private static func rows(
    _ format: CheckRows.Format, _ threads: JudgingThreads
  ) throws -> (bytes: [UInt8], totals: JudgedTotals) {
    let prepared = try pipeline(request(), threads).prepare()
    let cases = try prepared.gather()
    let file = try RowFile()
    var sink = try RowSink(
      format, prepared.rules(cases.feeds), cases.files, to: .descriptor(file.descriptor))
    let totals = try prepared.judge(cases, into: &sink)
    try sink.end(totals.evaluabilities, answers: nil, to: file.descriptor)
    return (file.bytes, totals)
  }

  @Test("one thread and several write the same bytes", arguments: [CheckRows.Format.csv, .json])
  func rows(_ format: CheckRows.Format) throws {
    let one = try Self.rows(format, Self.one)
    #expect(one.totals.checks > 1000)
    for threads in Self.several {
      let several = try Self.rows(format, threads)
      #expect(one.bytes == several.bytes)
      #expect(one.totals.checks == several.totals.checks)
      #expect(one.totals.tallies == several.totals.tallies)
    }
  }

  // MARK: Nights

  /// The night of the small council's own configuration.
  private static func night(_ threads: JudgingThreads) throws -> (NightChecks, [String]) {
    let prepared = try pipeline(SmallCouncil.shared.request(), threads).prepare()
    let cases = try prepared.gather(hashing: true)
    let checks = try NightChecks(prepared, cases)
    let watch = CalendarWatch(prepared.compiled, prepared.library)
    return (checks, NightFaults.lines(cases, checks.issues, watch).map { "\($0)" })
  }

  @Test("one thread and several make the same night: lines, findings, data issues, rules")
  func night() throws {
    let (one, faults) = try Self.night(Self.one)
    let lines = one.lines.map { "\($0)" }
    #expect(lines.count > 500)
    #expect(one.issues.count > 5)
    for threads in Self.several {
      let (several, otherFaults) = try Self.night(threads)
      #expect(lines == several.lines.map { "\($0)" })
      #expect(one.tonight == several.tonight)
      #expect(one.issues == several.issues)
      #expect(faults == otherFaults)
      #expect(one.notChecked == several.notChecked)
      #expect(one.rules([:]).map { "\($0)" } == several.rules([:]).map { "\($0)" })
    }
  }

  // MARK: What if

  @Test("one thread and several find the same differences")
  func whatIf() throws {
    let changes = try [
      "england/icpc limit = 9 working days", "england calendar = scotland",
      "england/icpc not required if =",
    ].enumerated().map { try PackChange($1, number: $0 + 1) }
    let one = try WhatIf(changes, Self.pipeline(Self.request(), Self.one)).difference
    #expect(one.rows.count > 10)
    for threads in Self.several {
      let several = try WhatIf(changes, Self.pipeline(Self.request(), threads)).difference
      #expect(one.json == several.json)
      #expect(one.csv == several.csv)
      #expect(one.lines == several.lines)
    }
  }

  @Test("one thread and several explain a child alike, and no other child is judged")
  func explanation() throws {
    let prepared = try Self.pipeline(Self.request(), Self.one).prepare()
    let cases = try prepared.gather()
    let child = try #require(cases.records.last?.childID)
    for threads in [Self.one] + Self.several {
      let pipeline = try Self.pipeline(Self.request(), threads).prepare()
      let cases = try pipeline.gather()
      var sink = ExplanationSink(child: child, rule: nil, files: cases.files)
      let totals = try pipeline.judge(cases, into: &sink)
      let found = try #require(sink.found)
      #expect(found.explanations.count == totals.checks)
      #expect(found.lines.count > totals.checks)
    }
  }

  // MARK: Pieces

  /// Collects texts, and fails where one is empty.
  private struct TextSink: ChildSink {
    var texts: [String] = []

    struct Worker: ChildWorker {
      func take(_ record: ChildRecord, _ checks: [Check], _ issues: [DataIssue]) {}
      func handOver() -> String { "" }
    }

    func worker(_ rules: JudgingRules) -> Worker { Worker() }

    mutating func collect(_ piece: String) throws(Fault) {
      guard !piece.isEmpty else { throw Fault(.inputOutput, "a text is here", next: "write one") }
      texts.append(piece)
    }
  }

  @Test("pieces are collected in their order, whatever the order in which they are delivered")
  func pieces() throws {
    let queue = PieceQueue(count: 4, TextSink())
    #expect((0..<4).map { _ in queue.take() } == [0, 1, 2, 3])
    #expect(queue.take() == nil)
    for piece in [3, 1, 0, 2] { queue.deliver("\(piece)", of: piece) }
    #expect(try queue.end().texts == ["0", "1", "2", "3"])
  }

  @Test("a sink that fails ends the work, and its fault is told")
  func failing() throws {
    let queue = PieceQueue(count: 3, TextSink())
    let piece = try #require(queue.take())
    queue.deliver("", of: piece)
    #expect(queue.take() == nil)
    #expect(throws: Fault.self) { try queue.end() }
  }

  @Test("the first rows of all begin without what parts them from rows before")
  func separator() throws {
    let prepared = try Self.pipeline(Self.request(), Self.one).prepare()
    for format in [CheckRows.Format.csv, .json] {
      let file = try RowFile()
      let rules = prepared.rules([])
      var sink = try RowSink(format, rules, FileTable(), to: .descriptor(file.descriptor))
      for text in ["", ",1", "", ",2"] { try sink.collect(RowSink.Piece(Array(text.utf8))) }
      try sink.end([], answers: nil, to: file.descriptor)
      let expected =
        format == .json
        ? "[1,2\n]\n" : CheckRows.columns.joined(separator: ",") + "\r\n,1,2"
      #expect(String(decoding: file.bytes, as: UTF8.self) == expected)
    }
  }

  @Test("each body runs once, with its own number", arguments: [1, 2, 9])
  func threads(count: Int) {
    var runs = [Int](repeating: 0, count: count)
    runs.withUnsafeMutableBufferPointer { runs in
      Threads.run(count) { runs[$0] += 1 }
    }
    #expect(runs == [Int](repeating: 1, count: count))
  }
}
