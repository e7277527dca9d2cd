import Foundation
import Testing

@Suite struct CalendarDueTests {
  private func due(_ from: String, _ limit: String, _ calendar: String? = nil) throws -> Duly.Answer
  {
    let named = calendar.map { ["--calendar", $0] } ?? []
    return try Duly().run(["calendar", "due", "--from", from, "--limit", limit] + named)
  }

  @Test("every worked example of the reference table comes out on the command line")
  func vectors() throws {
    let table = CSVTable(try Scratch.read("\(Duly.checkout)/Tests/ClocksTests/vectors.csv"))
    // Closures, inclusive days, the earliest of two limits and receipt after hours are of rules.
    let elsewhere = ["V07", "V46", "V47", "V50", "V53"]
    let rows = table.rows.filter { !elsewhere.contains($0["id"] ?? "") }
    #expect(rows.count == 20)
    let units = ["WD": "working days", "days": "days", "months": "months", "h": "hours"]
    let calendars = ["E&W": "england-and-wales", "SCT": "scotland", "NI": "northern-ireland"]
    for row in rows {
      let limit = (row["limit"] ?? "").split(separator: " ").map(String.init)
      let count = limit[0].replacingOccurrences(of: "+", with: "")
      let unit = try #require(units[limit[1]])
      let from = (row["trigger"] ?? "").split(separator: " ")[0]
      let expected = (row["expected"] ?? "").split(separator: " ")[0]
      let answer = try due(String(from), "\(count) \(unit)", calendars[row["calendar"] ?? ""])
      #expect(answer.code == 0, "\(row["id"] ?? ""): \(answer.err)")
      #expect(answer.out == "\(expected)\n", "\(row["id"] ?? "")")
      #expect(answer.err.isEmpty)
    }
  }

  @Test(
    "units in the singular and plural, with any number",
    arguments: [
      ("1 hour", "2024-09-02T11:00+01:00"), ("1 hours", "2024-09-02T11:00+01:00"),
      ("24 hour", "2024-09-03T10:00+01:00"), ("1 day", "2024-09-03"), ("3 day", "2024-09-05"),
      ("1 working day", "2024-09-03"), ("1 working days", "2024-09-03"),
      ("5 working day", "2024-09-09"), ("1 week", "2024-09-09"), ("2 week", "2024-09-16"),
      ("6 weeks", "2024-10-14"), ("1 month", "2024-10-02"), ("1 months", "2024-10-02"),
      ("3 months", "2024-12-02"), ("0 working days", "2024-09-02"),
    ])
  func units(_ limit: String, _ expected: String) throws {
    #expect(try due("2024-09-02T10:00", limit).out == "\(expected)\n")
  }

  @Test(
    "starts with an offset",
    arguments: [
      ("2025-03-28T18:00+00:00", "2025-03-31T19:00+01:00"),
      ("2025-03-28T18:00Z", "2025-03-31T19:00+01:00"),
      ("2025-03-28T20:00+02:00", "2025-03-31T19:00+01:00"),
      ("2025-03-28T13:00-05:00", "2025-03-31T19:00+01:00"),
      ("2025-10-26T01:30+01:00", "2025-10-29T00:30+00:00"),
      ("2025-10-26T01:30+00:00", "2025-10-29T01:30+00:00"),
      ("2025-03-30T00:30+00:00", "2025-04-02T01:30+01:00"),
    ])
  func offsets(_ from: String, _ expected: String) throws {
    #expect(try due(from, "72 hours").out == "\(expected)\n")
  }

  @Test("a due time in the repeated hour says which of the two it is")
  func repeatedDue() throws {
    #expect(try due("2025-10-25T01:30", "24 hours").out == "2025-10-26T01:30+01:00\n")
    #expect(try due("2025-10-25T01:30", "25 hours").out == "2025-10-26T01:30+00:00\n")
  }

  @Test("a calendar is asked for each division")
  func calendars() throws {
    #expect(try due("2025-04-16", "3 working days", "england-and-wales").out == "2025-04-23\n")
    #expect(try due("2025-04-16", "3 working days", "scotland").out == "2025-04-22\n")
    #expect(try due("2025-03-14", "1 working day", "northern-ireland").out == "2025-03-18\n")
  }

  @Test(
    "a time that happens twice or never is refused, naming both readings",
    arguments: [
      ("2025-10-26T01:30", "72 hours"), ("2025-03-30T01:30", "72 hours"),
      ("2025-10-26T01:30", "3 days"), ("2025-03-30T01:59", "15 working days"),
    ])
  func impossible(_ from: String, _ limit: String) throws {
    expectRefused(
      try due(from, limit), code: 64, naming: ["\(from)+00:00", "\(from)+01:00", "offset"])
  }

  @Test(
    "what cannot be understood is 64 and says how to write it",
    arguments: [
      ("2024-09-02", "72 hours", "england-and-wales", "2025-03-28T18:00"),
      ("2024-02-30", "3 days", "england-and-wales", "--from"),
      ("02/09/2024", "3 days", "england-and-wales", "--from"),
      ("2024-09-02T25:00", "3 days", "england-and-wales", "--from"),
      ("2024-09-02", "15 workin days", "england-and-wales", "15 working days"),
      ("2024-09-02", "days", "england-and-wales", "15 working days"),
      ("2024-09-02", "3.5 days", "england-and-wales", "15 working days"),
      ("2024-09-02", "99999999999999999999 days", "england-and-wales", "15 working days"),
      ("2024-09-02", "3 days", "scotlnd", "\"scotland\""),
    ])
  func misunderstood(_ from: String, _ limit: String, _ calendar: String, _ says: String) throws {
    expectRefused(try due(from, limit, calendar), code: 64, naming: [says])
  }

  @Test("a due date that needs a year outside the calendar is no date")
  func outside() throws {
    expectRefused(
      try due("2028-12-20", "15 working days"), code: 78,
      naming: ["2010 to 2028", "england-and-wales"])
    #expect(try due("2028-12-20", "3 months").out == "2029-03-20\n")
  }
}
