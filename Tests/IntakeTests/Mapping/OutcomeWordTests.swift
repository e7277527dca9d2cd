import CaseModel
import Faults
import Intake
import Testing

/// The words for what came of an event and why a process closed are the vocabulary's.
@Suite struct OutcomeWordTests {
  private static func mapping(_ columns: String = "", event: String = "s47_completed") -> String {
    """
    mapping: test
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    lists:
      one:
        file: one.csv
        child: ID
    \(columns)    processes:
          s47: S47
        events:
          - event: \(event)
            in: s47
            at: DAY
            outcome: WORD
    """
  }

  @Test(
    "an outcome that no list knows is counted and told, and stays as it is",
    arguments: [
      ("Transferred,no_further_action,,Substantiated", 0), ("Transfered,Transferred", 1),
      ("Moved away,gone", 2),
    ])
  func unknown(_ words: String, count: Int) throws {
    let rows = words.split(separator: ",", omittingEmptySubsequences: false).enumerated()
      .map { "C\($0),S\($0),01/02/2025,\($1)\n" }.joined()
    let reading = try MappingReading(Self.mapping(), "one.csv", "ID,S47,DAY,WORD\n" + rows)
    #expect(reading.readings[0].notes.reduce(0) { $0 + $1.count } == count)
    #expect(reading.sink.aside.isEmpty)
    if count == 1 {
      #expect(reading.sink.lines.contains("s47_completed 2025-02-01 in s47 S0 outcome transfered"))
      #expect(reading.readings[0].notes[0].rule.contains("\"WORD\""))
      #expect(reading.readings[0].notes[0].nextStep.contains("own vocabulary"))
    }
  }

  @Test("an event without a list of outcomes takes any word")
  func open() throws {
    let reading = try MappingReading(
      Self.mapping(event: "icpc_held"), "one.csv", "ID,S47,DAY,WORD\nC,S,01/02/2025,anything\n")
    #expect(reading.readings[0].notes.isEmpty)
  }

  @Test("a mapping that leads to no outcome of the vocabulary is refused at its word")
  func mapped() throws {
    let columns = "    columns:\n      WORD:\n        values: {Moved: transfered}\n"
    let fault = try #require(
      try MappingReading.refusal(
        Self.mapping(columns), "one.csv", "ID,S47,DAY,WORD\nC,S,01/02/2025,Moved\n"))
    #expect(fault.code == .configuration)
    #expect(fault.place?.line == 11)
    #expect(fault.nextStep == "did you mean \"transferred\"?")
  }
}
