import CaseModel
import Clocks
import Intake
import Testing

@Suite struct JoiningTests {
  private static let census = """
    <CINreferralDate>2024-06-03</CINreferralDate>
    <Section47>
    <S47ActualStartDate>2024-06-05</S47ActualStartDate>
    <DateOfInitialCPC>2024-06-20</DateOfInitialCPC>
    </Section47>
    """

  /// Rows of an episode and an enquiry, the enquiry's start and conference as given.
  private func rows(
    start: String = "2024-06-05", discussion: String = "2024-06-05T14:10",
    conference: String = "2024-06-20", end: String = ""
  ) -> String {
    """
    X1,episode,E1,,referral_received,2024-06-03,,,,
    X1,s47,S1,E1,s47_started,\(start),,,,
    X1,s47,S1,E1,strategy_discussion,\(discussion),,,,initiated_s47=yes
    X1,s47,S1,E1,strategy_discussion,\(discussion),attended,,police,
    X1,s47,S1,E1,icpc_held,\(conference),,,,
    \(end)
    """
  }

  @Test(
    "enquiries that start on the same day are one; the finer source gives the minute",
    arguments: [true, false])
  func same(_ isCensusFirst: Bool) throws {
    let joined = try JoinedFeeds(
      census: JoiningTests.census, rows: rows(), isCensusFirst: isCensusFirst)
    #expect(joined.processes("episode") == ["2024-06-03 to "])
    #expect(joined.processes("s47") == ["2024-06-05 to "])
    #expect(joined.events("strategy_discussion") == ["2024-06-05T14:10 in 2"])
    #expect(joined.events("icpc_held") == ["2024-06-20 in 2"])
    #expect(joined.joining.isEmpty)
    #expect(joined.looking.isEmpty)
    let record = try #require(joined.recorder.records.first)
    #expect(record.participations.count == 1)
    let enquiry = try #require(record.processes.firstIndex { record.string($0.id) == "S1" })
    let episode = try #require(record.processes.firstIndex { record.string($0.id) == "E1" })
    #expect(record.processes[enquiry].parent == Int32(episode))
    #expect(!record.processes[enquiry].isMadeUp)
  }

  @Test("the order in which the feeds are read changes no process and no event")
  func order() throws {
    let first = try JoinedFeeds(census: JoiningTests.census, rows: rows())
    let second = try JoinedFeeds(census: JoiningTests.census, rows: rows(), isCensusFirst: false)
    #expect(first.recorder.lines.sorted() == second.recorder.lines.sorted())
  }

  @Test("enquiries that start on different days are two")
  func different() throws {
    let joined = try JoinedFeeds(
      census: JoiningTests.census,
      rows: rows(start: "2024-06-06", discussion: "2024-06-06T09:00"))
    #expect(joined.processes("s47").sorted() == ["2024-06-05 to ", "2024-06-06 to "])
    #expect(joined.processes("episode").count == 1)
  }

  @Test("two enquiries of one feed on one day stay two")
  func twins() throws {
    let joined = try JoinedFeeds(
      census: JoiningTests.census,
      rows: rows() + "X1,s47,S2,E1,s47_started,2024-06-05,,,,\n")
    #expect(joined.processes("s47").count == 2)
  }

  @Test("a conference that the feeds date differently is a finding with both places, and both stay")
  func conference() throws {
    let joined = try JoinedFeeds(
      census: JoiningTests.census, rows: rows(conference: "2024-06-24"))
    #expect(joined.events("icpc_held").sorted() == ["2024-06-20 in 1", "2024-06-24 in 1"])
    #expect(joined.looking.map(\.identifier) == ["feeds-differ"])
    let fault = try #require(joined.looking.first)
    let sources = [fault.source, fault.otherSource].sorted { $0.file < $1.file }
    #expect(sources.map(\.file) == [JoinedFeeds.census, JoinedFeeds.interchange])
    #expect(sources.map(\.line) == [6, 7])
    #expect(fault.severity == .harmful)
    #expect(!fault.summary.contains("2024"))
  }

  @Test("a closing that the feeds date differently is a finding with both places")
  func closing() throws {
    let joined = try JoinedFeeds(
      census:
        "<CINreferralDate>2024-06-03</CINreferralDate>\n<CINclosureDate>2025-01-10</CINclosureDate>",
      rows: """
        X1,episode,E1,,referral_received,2024-06-03,,,,
        X1,episode,E1,,episode_closed,2025-01-13,,,,
        """)
    #expect(joined.processes("episode") == ["2024-06-03 to 2025-01-10"])
    #expect(joined.joining.map(\.identifier) == ["feeds-differ-on-closing"])
    let fault = try #require(joined.joining.first)
    #expect([fault.source.file, fault.otherSource.file].sorted() == [0, 1])
    #expect([fault.source.line, fault.otherSource.line] == [4, 4])
  }

  @Test("what one feed leaves open the other closes, and somebody is told")
  func closedByOne() throws {
    let joined = try JoinedFeeds(
      census: "<CINreferralDate>2024-06-03</CINreferralDate>",
      rows: """
        X1,episode,E1,,referral_received,2024-06-03,,,,
        X1,episode,E1,,episode_closed,2025-01-13,,transferred,,
        """)
    #expect(joined.processes("episode") == ["2024-06-03 to 2025-01-13"])
    #expect(joined.joining.map(\.identifier) == ["feeds-differ-on-closing"])
    #expect(joined.recorder.lines.contains { $0.contains("closed as transferred") })
  }

  @Test("an enquiry that only one of the feeds holds stays as it is")
  func onlyOne() throws {
    let joined = try JoinedFeeds(
      census: "<CINreferralDate>2024-06-03</CINreferralDate>", rows: rows())
    #expect(joined.processes("s47") == ["2024-06-05 to "])
    #expect(joined.events("icpc_held") == ["2024-06-20 in 1"])
    #expect(joined.looking.map(\.identifier) == ["process-in-one-export-only"])
  }

  @Test("a child that a census holds twice is one; what is written twice is there once")
  func childTwice() throws {
    let vocabulary = try shippedVocabulary()
    let codes = CodeBook()
    func collect(_ details: [String]) throws -> (lines: [String], copies: Int) {
      let collector = RecordCollector(vocabulary: vocabulary)
      let children = details.map {
        "<Child><ChildIdentifiers><LAchildID>X1</LAchildID></ChildIdentifiers>\($0)</Child>"
      }
      let file = CensusReading.file(children.joined(separator: "\n"))
      _ = try withFile(Array(file.utf8)) { descriptor in
        try CensusReader(vocabulary: vocabulary, codes: codes).read(
          ExportFile(descriptor: descriptor, name: "c.xml", index: 0, feed: 0), name: "census",
          into: collector)
      }
      #expect(collector.join().allSatisfy { $0.isEmpty })
      let recorder = Recorder(vocabulary: vocabulary, codes: codes)
      for var record in collector.records { recorder.receive(&record) }
      return (recorder.lines, collector.copies)
    }
    let episode = "<CINdetails>\(JoiningTests.census)</CINdetails>"
    let other = "<CINdetails><CINreferralDate>2023-01-09</CINreferralDate></CINdetails>"
    let once = try collect([episode])
    // The episode and the enquiry in it.
    #expect(try collect([episode, episode]) == (once.lines, 2))
    #expect(try collect([episode, episode, episode]) == (once.lines, 4))
    let apart = try collect([episode, other])
    #expect(apart == (try collect([episode + other])))
    #expect(apart.copies == 0)
    let changed = episode.replacing("2024-06-20", with: "2024-06-21")
    #expect(try collect([episode, changed]).copies == 0)
  }

  @Test("one id of one kind is one process in two feeds, however they date it, and both dates stay")
  func sameID() throws {
    let vocabulary = try shippedVocabulary()
    let codes = CodeBook()
    let collector = RecordCollector(vocabulary: vocabulary)
    for (feed, day) in ["2024-06-05", "2024-06-11"].enumerated() {
      let text = "# as_of: 2025-03-31\n" + InterchangeReading.header + rows(start: day)
      var described = Feed(name: "\(feed)", format: "interchange")
      var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
      try collector.begin(described)
      let reading = try withFile(Array(text.utf8)) { descriptor in
        try reader.read(
          ExportFile(descriptor: descriptor, name: "i.csv", index: Int32(feed), feed: feed),
          feed: &described, asOf: nil, into: collector)
      }
      _ = try reader.finish(feedIndex: feed, into: collector)
      try collector.finish(described, counts: reading.counts)
    }
    _ = collector.join()
    let record = try #require(collector.records.first)
    let s47 = try #require(vocabulary.process("s47"))
    let started = try #require(vocabulary.event("s47_started"))
    #expect(collector.records.count == 1)
    #expect(
      record.processes.filter { $0.kind == s47 }.map(\.opened.day?.description) == ["2024-06-05"])
    #expect(
      record.events.filter { $0.type == started }.map(\.at.day?.description).compactMap(\.self)
        .sorted() == ["2024-06-05", "2024-06-11"])
    let faults = RecordIssues(vocabulary: vocabulary, feeds: collector.feeds).issues(record)
    #expect(faults.map(\.identifier) == ["feeds-differ"])
    #expect(faults.map { [$0.source.file, $0.otherSource.file].sorted() } == [[0, 1]])
  }
}
