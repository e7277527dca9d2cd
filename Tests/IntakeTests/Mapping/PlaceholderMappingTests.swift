import CaseModel
import Clocks
import Faults
import Intake
import Testing
import WorkbookMaking

/// Ids that are none, dates that stand for none, and errors, in lists that are read by a mapping.
@Suite struct PlaceholderMappingTests {
  private static let mapping = """
    mapping: test
    title: A test
    child: ID
    as of: always 2026-03-31
    dates: [dd/mm/yyyy hh:mm, dd/mm/yyyy, ISO]
    null words: [NONE YET]
    fillers: ["2099-12-31"]
    lists:
      enquiries:
        file: enquiries.csv
        processes:
          episode: REFERRAL
          s47: {id: S47, within: episode}
        events:
          - {event: s47_started, in: s47, at: START, precision: day, if empty: date missing}
          - {event: s47_completed, in: s47, at: END, precision: day, if empty: date missing}
          - {event: icpc_held, in: s47, at: ICPC, precision: day, id: MEETING}
          - {event: icpc_held, in: s47, state: always not_required, only when: [NOT is Y, ICPC is empty]}
      events:
        file: events.csv
        only when: LEFT is not Y
        columns: {LEFT: {optional: yes}}
        processes: {cp_plan: PLAN}
        events:
          - {event: core_group_held, in: cp_plan, only when: KIND is Core group, at: DAY}
          - {event: cp_visit, in: cp_plan, only when: KIND is one of Visit, Call, at: DAY}
          - {event: cp_review_held, in: cp_plan, only when: KIND is not one of Visit, Call, Core group, at: DAY}
    """.replacing(
      "KIND is one of Visit, Call,", with: "\"KIND is one of Visit, Call\","
    ).replacing(
      "KIND is not one of Visit, Call, Core group,",
      with: "\"KIND is not one of Visit, Call, Core group\",")

  private static let header = "ID,REFERRAL,S47,START,END,ICPC,NOT,MEETING\n"

  private static func enquiries(_ rows: String) throws -> MappingReading {
    try MappingReading(mapping, "enquiries.csv", header + rows + "\n")
  }

  @Test(
    "a row whose id is none opens a process of its own, or has events that dates link",
    arguments: [
      (
        "C1,R1,NULL,01/02/2025,,,,",
        ["child C1", "episode R1", "s47  in episode R1", "s47_started 2025-02-01 in s47 "]
      ),
      ("C1,-1,0,,,03/02/2025,,999", ["child C1", "icpc_held 2025-02-03"]),
      ("C1,R1,#N/A,,,03/02/2025,,7", ["child C1", "episode R1", "icpc_held 2025-02-03 id 7"]),
      // An opening that is no date opens nothing.
      ("C1,R1,N/A,01/01/1900,,,,", ["child C1", "episode R1", "s47_started missing"]),
      ("C1,R1,N/A,soon,,,,", ["child C1", "episode R1", "s47_started unreadable raw soon"]),
      (
        "C1,R1,99,,,,Y,",
        [
          "child C1", "episode R1", "s47 99 in episode R1",
          "icpc_held not_required absent in s47 99",
        ]
      ),
    ])
  func ids(row: String, lines: [String]) throws {
    let reading = try Self.enquiries(row)
    #expect(
      reading.sink.lines.filter { $0 != "s47_started missing" || lines.contains($0) }
        .filter { !$0.hasPrefix("s47_completed missing") }
        .filter { !$0.hasPrefix("s47_started missing in s47 99") } == lines)
    for process in reading.sink.records[0].processes {
      #expect(process.isMadeUp == process.id.isEmpty)
    }
  }

  @Test("two enquiries called NULL stay two, and one that came twice is one")
  func two() throws {
    let vocabulary = try shippedVocabulary()
    let reading = try Self.enquiries(
      """
      C1,R1,NULL,01/02/2025,,,,
      C1,R1,NULL,05/02/2025,,07/02/2025,,
      C1,R1,NULL,01/02/2025,,,,
      """)
    let collector = RecordCollector(vocabulary: vocabulary)
    try collector.begin(reading.feed)
    for var record in reading.sink.records { try collector.receive(&record) }
    _ = collector.join()
    let record = try #require(collector.records.first)
    let s47 = record.processes.filter { vocabulary[$0.kind].word == "s47" }
    #expect(s47.map(\.opened.description) == ["2025-02-01", "2025-02-05"])
    #expect(record.events.count { vocabulary[$0.type].word == "icpc_held" } == 1)
  }

  @Test("a row whose child is none is set aside, and says why")
  func children() throws {
    let reading = try Self.enquiries(
      "0,R1,S1,01/02/2025,,,,\n-1,R1,S1,01/02/2025,,,,\n,R1,S1,01/02/2025,,,,\n99,R1,S1,01/02/2025,,,,"
    )
    #expect(reading.sink.asidePlaces == ["2:1", "3:1", "4:1"])
    #expect(reading.sink.aside.map { $0.rule.contains("placeholder") } == [true, true, false])
    #expect(reading.sink.records.map(\.childID) == ["99"])
  }

  @Test(
    "a filler is as an empty cell of its column",
    arguments: [
      ("01/01/1900", "", "s47_started missing", nil),
      ("1899-12-30", "", "s47_started missing", nil),
      ("1900-01-01 00:00:00.000", "", "s47_started missing", nil),
      ("01/02/2025", "31/12/9999", "s47_started 2025-02-01", nil),
      ("01/02/2025", "9999-12-31T23:59:59.997", "s47_started 2025-02-01", nil),
      ("01/02/2025", "31-Dec-9999", "s47_started 2025-02-01", nil),
      ("01/02/2025", "31/12/2099", "s47_started 2025-02-01", nil),
      // The start of time is an end of which nobody knows the day, as an empty one is here.
      ("01/02/2025", "01/01/1900", "s47_started 2025-02-01", "s47_completed missing"),
      ("01/02/2025", "none yet", "s47_started 2025-02-01", "s47_completed missing"),
      ("01/02/2025", "02/01/1900", "s47_started 2025-02-01", "s47_completed 1900-01-02"),
    ])
  func fillers(start: String, end: String, opening: String, closing: String?) throws {
    let end = end.isEmpty ? "05/02/2025" : end
    let reading = try Self.enquiries("C1,R1,S1,\(start),\(end),1900-01-01,Y,")
    let lines = reading.sink.lines.map { $0.replacing(" in s47 S1", with: "") }
    #expect(lines.contains(opening))
    let closed = lines.first { $0.hasPrefix("s47_completed") }
    #expect(closed == (end == "05/02/2025" ? "s47_completed 2025-02-05" : closing))
    // A conference on 1900-01-01 was none, so that the mark counts.
    #expect(lines.contains("icpc_held not_required absent"))
    #expect(!lines.contains { $0.contains("unreadable") || $0.contains("icpc_held 1900") })
    #expect(reading.readings[0].notes.contains { $0.rule.contains("filler") && !$0.isIssue })
  }

  @Test("a filler of the mapping that is no day is refused with its line")
  func wrongFiller() throws {
    let broken = Self.mapping.replacing("\"2099-12-31\"", with: "\"31/12/2099\"")
    let fault = try MappingReading.refusal(broken, "enquiries.csv", Self.header)
    #expect(fault?.code == .configuration && fault?.place?.line == 7)
  }

  @Test(
    "an error in a condition keeps the row: what it may give has a date that cannot be read",
    arguments: [
      ("Core group,", ["core_group_held 2025-02-01"]), ("Tea,", ["cp_review_held 2025-02-01"]),
      (
        "#N/A,",
        [
          "core_group_held unreadable", "cp_visit unreadable", "cp_review_held unreadable",
        ]
      ),
      ("Visit,#REF!", ["cp_visit unreadable"]),
    ])
  func errors(kind: String, events: [String]) throws {
    let reading = try MappingReading(
      Self.mapping, "events.csv", "ID,PLAN,DAY,KIND,LEFT\nC1,P1,01/02/2025,\(kind)\n")
    #expect(
      reading.sink.lines == ["child C1", "cp_plan P1"] + events.map { "\($0) in cp_plan P1" })
    #expect(reading.readings[0].counts == RowCounts(read: 1, used: 1))
    #expect(reading.readings[0].notes.count == (kind.contains("#") ? 1 : 0))
  }

  @Test("a row that the mapping excludes is left out and no issue, whatever else is in it")
  func leftOut() throws {
    let reading = try MappingReading(
      Self.mapping, "events.csv",
      "ID,PLAN,DAY,KIND,LEFT\nC1,P1,01/02/2025,Visit,Y\n,P1,01/02/2025,Visit,y\nC2,P2,01/02/2025,Visit,\n"
    )
    #expect(reading.readings[0].counts == RowCounts(read: 3, used: 1, leftOut: 2))
    #expect(reading.sink.aside.isEmpty)
    #expect(reading.readings[0].notes.map(\.isLeftOut) == [true])
  }

  private static let clocks = """
    mapping: test
    title: A test
    child: ID
    as of: always 2026-03-31
    dates: [dd/mm/yyyy hh:mm, dd/mm/yyyy]
    lists:
      concerns:
        file: concerns*.csv
        processes: {episode: REFERRAL}
        events:
          - {event: concern_received, in: episode, at: CONCERN, precision: minute}
          - {event: referral_received, in: episode, at: REFERRED, precision: day}
          - {event: strategy_discussion, in: episode, at: DISCUSSED}
    """

  /// A file with so many times of concern at midnight and at nine.
  private static func concerns(_ midnights: Int, _ others: Int, from first: Int = 0) -> String {
    let rows = (0..<(midnights + others)).map { index in
      let time = index < midnights ? "00:00" : "09:00"
      return "C\(first + index),R\(first + index),03/03/2025 \(time),03/03/2025 00:00,\n"
    }
    return "ID,REFERRAL,CONCERN,REFERRED,DISCUSSED\n" + rows.joined()
  }

  private static func midnights(_ files: [String]) throws -> (events: [String], issues: [DataIssue])
  {
    let vocabulary = try shippedVocabulary()
    let codes = CodeBook()
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    var feed = Feed(name: "local", format: "mapping")
    var reader = MappedExportReader(
      mapping: try Mapping(text: clocks, file: "test.yaml", vocabulary: vocabulary),
      vocabulary: vocabulary, codes: codes)
    for (index, text) in files.enumerated() {
      _ = try withFile(Array(text.utf8)) { descriptor in
        try reader.read(
          ExportFile(descriptor: descriptor, name: "concerns\(index).csv", index: 0, feed: 0),
          feed: &feed, asOf: nil, into: sink)
      }
    }
    try reader.finish(into: sink)
    let issues = reader.settleMidnights(in: &feed)
    return (feed.midnightEvents.map { vocabulary[$0].word }.sorted(), issues)
  }

  @Test("the midnights of a column are days by all its values, in however many files they come")
  func midnights() throws {
    for (few, many) in [(0, 30), (1, 19), (1, 20), (2, 38), (3, 38), (5, 0), (1, 0)] {
      let areDays = few * 20 > few + many
      let whole = try Self.midnights([Self.concerns(few, many)])
      #expect(whole.events == (areDays ? ["concern_received"] : []), "\(few) and \(many)")
      #expect(whole.issues.count == (areDays ? 1 : 0))
      #expect(whole.issues.allSatisfy { $0.summary.contains("\"CONCERN\"") })
      let parted = try Self.midnights([
        Self.concerns(few, 0), Self.concerns(0, many, from: few),
      ])
      #expect(parted.events == whole.events)
      // What came twice counts once.
      let text = Self.concerns(few, many)
      let doubled = text + text.drop { $0 != "\n" }.dropFirst()
      #expect(try Self.midnights([doubled]).events == whole.events)
    }
  }
}
