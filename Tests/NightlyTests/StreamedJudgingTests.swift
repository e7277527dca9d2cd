import CaseModel
import Files
import Glibc
import Intake
import Output
import Reporting
import RuleBook
import ScratchFolders
import Testing

@testable import Nightly

/// A census that is judged while it is read comes to what it comes to once it is gathered.
@Suite struct StreamedJudgingTests {
  private static let request = PipelineRequest(
    exports: [SmallCouncil.shared.census], folders: SmallCouncil.data, confinement: nil)

  /// The rows of the first children of a census, judged on a thread of its own or not.
  private func rows(_ count: Int, isThreaded: Bool) throws -> (bytes: [UInt8], checks: Int) {
    let prepared = try Pipeline(Self.request).prepare()
    let cases = try prepared.gather()
    let rules = prepared.rules(cases.feeds)
    let sink = try RowSink(.csv, rules, cases.files, to: .spool(RowSpool()))
    let thread = JudgingThread(
      JudgingBench(rules, worker: sink.worker(rules)), sink, isThreaded: isThreaded)
    for record in cases.records.prefix(count) {
      var record = record
      thread.take(&record)
    }
    try thread.finish()
    let file = try RowFile()
    var written = thread.sink
    try written.end(thread.totals.evaluabilities, answers: nil, to: file.descriptor)
    return (file.bytes, thread.totals.checks)
  }

  @Test("a thread of its own and none write the same bytes", arguments: [0, 1, 128, 300])
  func same(count: Int) throws {
    let threaded = try rows(count, isThreaded: true)
    let alone = try rows(count, isThreaded: false)
    #expect(threaded.bytes == alone.bytes)
    #expect(threaded.checks == alone.checks)
    #expect((alone.checks > 100) == (count >= 100))
  }

  @Test("a census that is streamed has the rows of one that is gathered")
  func gathered() throws {
    let prepared = try Pipeline(Self.request).prepare()
    let cases = try prepared.gather()
    let file = try RowFile()
    var sink = try RowSink(
      .json, prepared.rules(cases.feeds), cases.files, to: .descriptor(file.descriptor))
    let totals = try prepared.judge(cases, into: &sink)
    try sink.end(totals.evaluabilities, answers: nil, to: file.descriptor)

    let streamed = try RowFile()
    let summary = try JudgeRun(Self.request).run(
      isJSON: true, all: false, to: streamed.descriptor)
    #expect(streamed.bytes == file.bytes)
    #expect(summary.checks == totals.checks)
    #expect(summary.beforeFirstEdition == totals.beforeFirstEdition)
    #expect(totals.checks > 100)
  }

  @Test("what another limit alters in a census is the same, streamed or gathered")
  func whatIf() throws {
    let changes = [try PackChange("england/icpc limit = 9 working days", number: 1)]
    let streamed = try WhatIf(changes, Self.request).difference
    let prepared = try Pipeline(Self.request).prepare()
    let changed = try prepared.library.compiled(["england"], changes: changes)
    var sink = WhatIfSink(changed: changed)
    _ = try prepared.judge(try prepared.gather(), into: &sink)
    let gathered = sink.counted.difference(
      changes, before: prepared.compiled, after: changed, prepared.library.codes)
    #expect(streamed.differing > 0)
    #expect(streamed.json == gathered.json)
  }

  @Test("a census that holds a child twice is gathered, and nothing counts twice")
  func repeated() throws {
    let scratch = try ScratchFolder()
    let text = try SmallFile.text(SmallCouncil.shared.census)
    let child = try #require(text.firstRange(of: "<Child>"))
    let end = try #require(text.firstRange(of: "</Child>"))
    let twice = text.replacing(
      "</Children>", with: "\(text[child.lowerBound..<end.upperBound])</Children>")
    func judged(_ text: String) throws -> JudgedCases<WhatIfSink> {
      let path = try scratch.write(text, to: "cin-census.xml")
      let prepared = try Pipeline(
        PipelineRequest(exports: [path], folders: SmallCouncil.data, confinement: nil)
      ).prepare()
      return try prepared.judge { (_, _, _) in WhatIfSink(changed: prepared.compiled) }
    }
    let (once, again) = (try judged(text), try judged(twice))
    #expect(once.gathered == nil)
    #expect(again.gathered != nil)
    #expect(once.totals.checks == again.totals.checks)
  }

  @Test("a thread that is given up ends without its rows")
  func givenUp() throws {
    let prepared = try Pipeline(Self.request).prepare()
    weak var seen: RowSpool?
    do {
      let spool = RowSpool()
      seen = spool
      let rules = prepared.rules([])
      let sink = try RowSink(.csv, rules, FileTable(), to: .spool(spool))
      let thread = JudgingThread(JudgingBench(rules, worker: sink.worker(rules)), sink)
      var record = ChildRecord()
      record.id = record.add(text: "A1")
      thread.take(&record)
    }
    #expect(seen == nil)
  }
}
