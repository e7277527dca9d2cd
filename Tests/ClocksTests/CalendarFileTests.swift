import Faults
import Testing

@testable import Clocks

@Suite struct CalendarFileTests {
  private func read(_ lines: [String], end: String = "\n") throws(Fault) -> WorkingDayCalendar {
    try WorkingDayCalendar(
      text: lines.joined(separator: end), name: "local", file: "local.csv")
  }

  @Test("a calendar file gives its years and holidays", arguments: ["\n", "\r\n"])
  func whole(_ end: String) throws {
    let calendar = try read(
      [
        "# Bank holidays", "# years: 2024 to 2025", "", "date,title", "2024-12-25,Christmas Day",
        "2025-01-01,New Year, moved by none", "",
      ], end: end)
    let christmas = try #require(CivilDay(iso: "2024-12-25"))
    let newYear = try #require(CivilDay(iso: "2025-01-01"))
    #expect(
      calendar.holidays == [christmas: "Christmas Day", newYear: "New Year, moved by none"])
    #expect(calendar.span.lowerBound.description == "2024-01-01")
    #expect(calendar.span.upperBound.description == "2025-12-31")
  }

  @Test(
    "what is wrong in a calendar file is named with its line",
    arguments: [
      (["# years: 2024 to 2025", "2024-12-25,Christmas Day"], 2),
      (["# years: 2024 to 2025", "title,date"], 2),
      (["# years: 2024 to 2025", "date,title", "25/12/2024,Christmas Day"], 3),
      (["# years: 2024 to 2025", "date,title", "", "2024-12-25"], 4),
      (["# years: 2024 to 2025", "date,title", "2024-02-30,No day"], 3),
      (
        [
          "# years: 2024 to 2025", "date,title", "2024-12-25,Christmas", "2025-01-01,New Year",
          "2024-12-25,Christmas again",
        ], 5
      ),
      (
        [
          "# years: 2024 to 2025", "date,title", "2024-12-25,Christmas", "2026-01-01,New Year",
          "2023-01-02,New Year", "2022-01-03,New Year",
        ], 4
      ),
    ])
  func wrong(_ lines: [String], _ line: Int) {
    let fault = #expect(throws: Fault.self) { try read(lines) }
    #expect(fault?.place == Place(file: "local.csv", line: line))
    #expect(fault?.code == .configuration)
  }

  @Test(
    "a calendar file says which whole years it covers and has its heading",
    arguments: [
      [], ["date,title"], ["# years: 2024 to 2025"],
    ])
  func withoutYears(_ lines: [String]) {
    let fault = #expect(throws: Fault.self) { try read(lines) }
    #expect(fault?.place == Place(file: "local.csv"))
    #expect(fault?.nextStep == "add the line at the head of the file")
  }

  @Test(
    "years that are none are told on their line",
    arguments: [
      "# years: 2024 - 2025", "# years: 2025 to 2024", "# years: 0 to 2024",
      "# years: 2024 to 10000",
    ])
  func wrongYears(_ line: String) {
    let fault = #expect(throws: Fault.self) { try read([line, "date,title"]) }
    #expect(fault?.place == Place(file: "local.csv", line: 1))
    #expect(fault?.nextStep == "write \"# years: 2010 to 2028\"")
  }
}
