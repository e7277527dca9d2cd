import CaseModel
import Clocks
import Faults
import Testing

@testable import Intake

/// Dates whose order or century nobody can know are never read as something else.
@Suite struct DateOrderTests {
  private static func mapping(_ dates: String) -> String {
    """
    mapping: test
    title: A test
    as of: always 2026-03-31
    lists:
      one:
        file: one.csv
        child: ID
        dates: [\(dates)]
        events:
          - event: cp_visit
            at: SEEN
            due: DUE
    """
  }

  private static func text(_ days: [String]) -> String {
    "ID,SEEN,DUE\n" + days.map { "C1,\($0),\n" }.joined()
  }

  @Test(
    "a column all of whose telling dates are in the other order refuses the file",
    arguments: [
      ("dd/mm/yyyy", ["03/04/2025", "03/25/2025"], 3),
      ("dd/mm/yyyy", ["12/31/2025", "01/02/2025", "03/25/2025"], 2),
      ("dd/mm/yyyy hh:mm, dd/mm/yyyy", ["03/25/2025 10:00"], 2),
      ("mm/dd/yyyy", ["03/04/2025", "25/03/2025"], 3),
      ("ISO, dd.mm.yyyy", ["2025-03-31", "03.25.2025"], 3),
    ])
  func refused(dates: String, days: [String], line: Int) throws {
    let fault = try #require(
      try MappingReading.refusal(Self.mapping(dates), "one.csv", Self.text(days)))
    #expect(fault.code == .inputRefused)
    #expect(fault.place?.line == line && fault.place?.column == 4)
    #expect(fault.rule.contains("\"SEEN\"") && !fault.rule.contains("2025"))
  }

  @Test(
    "a single date in the other order, or with a short year, is unreadable and told with a sentence",
    arguments: [
      ("dd/mm/yyyy", ["25/03/2025", "03/26/2025"], [true, false], "month first"),
      ("mm/dd/yyyy", ["26/03/2025", "03/25/2025"], [false, true], "day first"),
      ("dd/mm/yyyy", ["25/03/25", "1/2/25", "25/03/2025"], [false, false, true], "century"),
      ("dd/mm/yyyy hh:mm", ["25/03/25 10:00"], [false], "century"),
      ("dd-mmm-yyyy", ["25-Mar-25", "25-Mar-2025"], [false, true], "century"),
      ("ISO", ["25-03-01"], [false], "century"),
      ("dd/mm/yyyy", ["31/02/2025", "25/03/2025"], [false, true], "exists"),
      ("dd/mm/yyyy", ["13/13/2025", "25/03/2025"], [false, true], "exists"),
      ("dd/mm/yyyy", ["25/03/225"], [false], "exists"),
      ("dd/mm/yyyy", ["03/04/2025", "04/03/2025"], [true, true], ""),
    ])
  func unreadable(dates: String, days: [String], isRead: [Bool], rule: String) throws {
    let reading = try MappingReading(Self.mapping(dates), "one.csv", Self.text(days))
    #expect(reading.sink.records.map { $0.events[0].at.isKnown } == isRead)
    let notes = reading.readings[0].notes
    #expect(notes.count == (rule.isEmpty ? 0 : 1))
    #expect(notes.allSatisfy { $0.rule.contains(rule) })
    #expect(notes.reduce(0) { $0 + $1.count } == isRead.count { !$0 })
  }
}
