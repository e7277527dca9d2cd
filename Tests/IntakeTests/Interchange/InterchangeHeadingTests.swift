import CaseModel
import Clocks
import Faults
import Intake
import Testing

@Suite struct InterchangeHeadingTests {
  @Test("the heading describes the feed, and lines behind it keep their numbers")
  func heading() throws {
    let reading = try InterchangeReading(
      "\u{FEFF}# duly interchange 1\r\n# as_of: 2026-03-31T06:00,,,\r\n# authority: 999\r\n"
        + "# synthetic: yes\r\n# period: 2025-04-01 to 2026-03-31\r\n"
        + "# carries: strategy_discussion minute complete; icpc_held latest\r\n# weather: fine\r\n"
        + InterchangeReading.header + "C1,,,,wrong,,,,,\r\nC1,,,,cp_visit,2025-06-02,,,,\r\n")
    let feed = reading.feed
    #expect(feed.asOf.description == "2026-03-31T06:00")
    #expect(feed.authority == "999")
    #expect(feed.isSynthetic)
    #expect(feed.period?.lowerBound.description == "2025-04-01")
    #expect(feed.period?.upperBound.description == "2026-03-31")
    let vocabulary = reading.sink.vocabulary
    let carried = Dictionary(
      uniqueKeysWithValues: feed.events.map { (vocabulary[$0].word, $1) })
    #expect(
      carried == [
        "strategy_discussion": EventCoverage(
          precision: .minute, depth: .all, participants: .complete),
        "icpc_held": EventCoverage(precision: .day, depth: .latest),
      ])
    #expect(reading.sink.asidePlaces == ["9:7"])
    #expect(reading.readings[0].notes.map(\.first.line) == [7, 1])
  }

  @Test("without a carries line a feed carries what occurs in it")
  func occurring() throws {
    let reading = try InterchangeReading.rows(
      """
      C1,s47,S1,,strategy_discussion,2025-06-02T10:00,,,,
      C1,s47,S1,,strategy_discussion,2025-06-02T10:00,,,police,category=neglect
      C1,s47,S1,,s47_completed,2025-06-02,,transferred,,
      C1,,,,child_died,2025-06-02,,,,
      """)
    let vocabulary = reading.sink.vocabulary
    let carried = Dictionary(
      uniqueKeysWithValues: reading.feed.events.map { (vocabulary[$0].word, $1) })
    #expect(
      carried == [
        "strategy_discussion": EventCoverage(precision: .minute, participants: .some),
        "s47_completed": EventCoverage(), "child_died": EventCoverage(),
      ])
    #expect(reading.feed.attributes.map { vocabulary[$0].word } == ["category"])
    #expect(reading.feed.closeReasons.map { vocabulary[$0].word } == ["s47"])
    #expect(!reading.feed.isSynthetic)
  }

  @Test(
    "a file that cannot be right is refused with the line",
    arguments: [
      ("child_id,type,at\n", nil, "--as-of"),
      ("# as_of: 31/03/2026\nchild_id,type,at\n", 1, "write it so"),
      ("#\n# synthetic: perhaps\nchild_id,type,at\n", 2, "one of the two"),
      ("# period: 2025-04-01\nchild_id,type,at\n", 1, "write it so"),
      ("# as_of: 2026-03-31\n# carries: icpc_held complte\nchild_id,type,at\n", 2, "correct"),
      ("# as_of: 2026-03-31\nchild_id,typ,at\n", 2, "\"typ\""),
      ("# as_of: 2026-03-31\nchild_id,type,at,At\n", 2, "remove"),
      ("# as_of: 2026-03-31\nchild_id,type,at\nC1,icpc_held\n", 3, "delimiter"),
      ("# as_of: 2026-03-31\n", nil, "export"),
    ] as [(String, Int?, String)])
  func refused(text: String, line: Int?, next: String) throws {
    let fault = try #require(try InterchangeReading.refusal(text))
    #expect(fault.code == .inputRefused)
    #expect(fault.place?.line == line)
    #expect(fault.nextStep.contains(next))
  }

  @Test("the as-of from outside goes before the file's")
  func override() throws {
    let asOf = try #require(MomentText.read("2026-01-31"))
    let reading = try InterchangeReading(
      "# as_of: 2026-03-31\nchild_id,type,at\n", "child_id,type,at,colour\n", asOf: asOf)
    #expect(reading.feed.asOf == asOf)
    #expect(reading.readings[1].notes.count == 1)
  }

  @Test("the files of a feed are of one moment and one authority, and all of them synthetic")
  func severalFiles() throws {
    let first = "# as_of: 2026-03-31\n# synthetic: yes\n# authority: 999\nchild_id,type,at\n"
    let row = "C1,child_born,2020-01-01\n"
    #expect(throws: Fault.self) {
      try InterchangeReading(first, "# as_of: 2026-03-30\nchild_id,type,at\n")
    }
    #expect(throws: Fault.self) {
      try InterchangeReading(first, "# as_of: 2026-03-31\n# authority: 1\nchild_id,type,at\n")
    }
    let plain = "# as_of: 2026-03-31\nchild_id,type,at\n"
    #expect(try InterchangeReading(first + row, plain).feed.isSynthetic)
    #expect(try InterchangeReading(first + row, first + row).feed.isSynthetic)
    #expect(try !InterchangeReading(first + row, plain + row).feed.isSynthetic)
    #expect(try !InterchangeReading(plain + row, first + row).feed.isSynthetic)
  }

  @Test("interchange files are told by their first bytes")
  func recognised() {
    func isInterchange(_ text: String) -> Bool {
      Array(text.utf8).withUnsafeBytes { InterchangeReader.isInterchange(beginning: $0) }
    }
    #expect(isInterchange("\u{FEFF}# duly interchange 1\nx"))
    #expect(isInterchange("# as_of: 2026-03-31\r\n\"At\",Type ,child_id\r\n"))
    #expect(!isInterchange("# as_of: 2026-03-31\n"))
    #expect(!isInterchange("<?xml version=\"1.0\"?>"))
    #expect(!isInterchange("PERSON_ID,TYPE,AT\n"))
    #expect(!isInterchange(""))
  }
}
