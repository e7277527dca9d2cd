import CaseModel
import Clocks
import Intake
import Testing

/// Ids, dates and times that are none, in interchange files and censuses.
@Suite struct InterchangePlaceholderTests {
  @Test(
    "a placeholder and a filler are none in a row of interchange",
    arguments: [
      ("C1,s47,NULL,,icpc_held,2025-06-02,,,,", ["child C1", "icpc_held 2025-06-02"]),
      (
        "C1,s47,-1,E1,s47_started,2025-06-02,,,,",
        ["child C1", "s47 ", "s47_started 2025-06-02 in s47 "]
      ),
      ("C1,s47,0,,s47_started,,,,,", ["child C1", "s47_started missing"]),
      (
        "C1,s47,S1,-1,icpc_held,2025-06-02,,,,",
        ["child C1", "s47 S1", "icpc_held 2025-06-02 in s47 S1"]
      ),
      (
        "C1,s47,S1,,icpc_held,1900-01-01T00:00:00,,,,id=-1; due=9999-12-31",
        ["child C1", "s47 S1", "icpc_held missing in s47 S1"]
      ),
      ("C1,s47,S1,,s47_completed,9999-12-31,,,,", ["child C1", "s47 S1"]),
      ("C1,s47,S1,,s47_completed,31/12/9999,,,,", ["child C1", "s47 S1"]),
      (
        "C1,s47,S1,,s47_completed,1900-01-01,,,,",
        ["child C1", "s47 S1", "s47_completed missing in s47 S1"]
      ),
      ("C1,,,,child_died,9999-12-31,,,,team=T1", ["child C1 team T1"]),
    ])
  func rows(row: String, lines: [String]) throws {
    let reading = try InterchangeReading.rows(row + "\n")
    #expect(reading.sink.lines == lines)
    #expect(reading.readings[0].counts == RowCounts(read: 1, used: 1))
  }

  @Test("a row without a child is set aside, and an empty one left out")
  func blank() throws {
    let reading = try InterchangeReading.rows(
      ",,,,,,,,,\nNULL,s47,S1,,icpc_held,2025-06-02,,,,\n , ,,,,,,,,\n")
    #expect(reading.readings[0].counts == RowCounts(read: 3, setAside: 1, leftOut: 2))
    #expect(reading.sink.asidePlaces == ["4:1"])
  }

  @Test("two households called 0 are none")
  func households() throws {
    let reading = try InterchangeReading.rows(
      "C1,episode,E1,,referral_received,2025-06-02,,,,household=0\n"
        + "C2,episode,E2,,referral_received,2025-06-02,,,,household=H7\n")
    #expect(reading.sink.lines.filter { $0.contains("household") } == ["episode E2 household=H7"])
  }

  @Test("midnights of a type of event are days once the feed is joined, and others keep minutes")
  func midnights() throws {
    let vocabulary = try shippedVocabulary()
    let rows = """
      C1,s47,S1,,strategy_discussion,2025-06-02T00:00,,,,
      C1,s47,S1,,strategy_discussion,2025-06-03T09:00,,,,
      C1,s47,S1,,icpc_held,2025-06-20T14:00,,,,
      C1,s47,S1,,s47_started,2025-06-02T00:00:00,,,,

      """
    var reader = InterchangeReader(vocabulary: vocabulary, codes: CodeBook())
    var feed = Feed(name: "night", format: "interchange")
    let collector = RecordCollector(vocabulary: vocabulary)
    try collector.begin(feed)
    let text = "# as_of: 2026-03-31\n" + InterchangeReading.header + rows
    let reading = try withFile(Array(text.utf8)) { descriptor in
      try reader.read(
        ExportFile(descriptor: descriptor, name: "night.csv", index: 0, feed: 0), feed: &feed,
        asOf: nil, into: collector)
    }
    _ = try reader.finish(feedIndex: 0, into: collector)
    let issues = reader.settleMidnights(in: &feed)
    #expect(issues.map(\.identifier) == ["midnight-times", "midnight-times"])
    try collector.finish(feed, counts: reading.counts)
    _ = collector.join()
    let record = try #require(collector.records.first)
    #expect(
      record.events.map { "\(vocabulary[$0.type].word) \($0.at)" } == [
        "strategy_discussion 2025-06-02", "strategy_discussion 2025-06-03T09:00",
        "icpc_held 2025-06-20T14:00", "s47_started 2025-06-02",
      ])
    #expect(record.processes.map(\.opened.description) == ["2025-06-02"])
  }

  @Test("a filler in a census is as an empty element, and is told")
  func census() throws {
    let read = try CensusReading(
      child: """
        <ChildIdentifiers><PersonDeathDate>9999-12-31</PersonDeathDate></ChildIdentifiers>
        <CINdetails><CINreferralDate>1900-01-01</CINreferralDate><CINclosureDate>9999-12-31T00:00:00</CINclosureDate>
        <Assessments><AssessmentActualStartDate>2025-01-06</AssessmentActualStartDate>
        <AssessmentAuthorisationDate>01/01/1900</AssessmentAuthorisationDate></Assessments></CINdetails>
        """)
    let record = try read.record
    #expect(record.died == .absent)
    #expect(record.processes.map(\.closed) == [.absent, .absent])
    #expect(record.processes.map(\.opened.description) == ["", "2025-01-06"])
    #expect(record.processes[0].opened == .missing)
    #expect(record.events.count == 1)
    #expect(read.reading.notes.count { $0.rule.contains("1900-01-01") } == 4)
  }

  @Test("a child of a census whose id is none is set aside")
  func censusID() throws {
    for id in ["NULL", "-1", "000", "9999"] {
      let read = try CensusReading(
        children: "<Child><ChildIdentifiers><LAchildID>\(id)</LAchildID></ChildIdentifiers></Child>"
      )
      #expect(read.reading.counts == RowCounts(read: 1, setAside: 1), "\(id)")
    }
  }
}
