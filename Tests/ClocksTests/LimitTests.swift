import Testing

@testable import Clocks

@Suite struct LimitTests {
  @Test(
    "a number and a unit, in the singular or plural, is a limit",
    arguments: Limit.Unit.allCases, [0, 1, 2, 15, 45, 100_000])
  func units(_ unit: Limit.Unit, _ count: Int) throws {
    for text in ["\(count) \(unit.rawValue)", "\(count) \(unit.rawValue)s"] {
      let limit = try Limit(text)
      #expect(limit == Limit(count, unit))
      #expect(try Limit(limit.description) == limit)
    }
  }

  @Test("the same day is a limit of no days")
  func sameDay() throws {
    #expect(try Limit("same day") == Limit.sameDay)
    #expect(Limit.sameDay.description == "same day")
    #expect(try Limit("0 days") == Limit.sameDay)
  }

  @Test(
    "words agree with their number",
    arguments: [
      (Limit(1, .workingDays), "1 working day"), (Limit(15, .workingDays), "15 working days"),
      (Limit(1, .hours), "1 hour"), (Limit(72, .hours), "72 hours"), (Limit(6, .weeks), "6 weeks"),
      (Limit(1, .months), "1 month"), (Limit(0, .hours), "0 hours"),
    ])
  func description(_ limit: Limit, _ words: String) {
    #expect(limit.description == words)
  }

  @Test(
    "what does not start with a whole number is told so",
    arguments: [
      "", " ", "days", "working days", "fifteen days", "-1 days", "+1 days", "1.5 days", "1,5 days",
      "15days", "１５ days", "100001 days", "99999999999999999999 days", "same", "same days",
      "Same day", "the same day", "same day please",
    ])
  func noNumber(_ text: String) {
    let error = #expect(throws: Limit.NotALimit.self) { try Limit(text) }
    #expect(error?.reason.contains("whole number") == true)
  }

  @Test(
    "what does not end with one known unit is told so",
    arguments: [
      "15", "15 workdays", "15 working", "15 Working days", "15 dayss", "15 years",
      "15 working minutes",
      "3 working days (72 hours)", "15 days or so", "15 daies", "15 days\n", "1 day 2 hours",
    ])
  func noUnit(_ text: String) {
    let error = #expect(throws: Limit.NotALimit.self) { try Limit(text) }
    #expect(
      error?.reason.contains("hours, working hours, days, working days, weeks or months") == true)
  }

  @Test("only hours are elapsed time, only working days need a calendar")
  func kinds() {
    for unit in Limit.Unit.allCases {
      #expect(Limit(1, unit).isElapsed == (unit == .hours || unit == .workingHours))
      #expect(Limit(1, unit).needsCalendar == (unit == .workingDays || unit == .workingHours))
    }
  }

  @Test(
    "the due day of each unit",
    arguments: [
      (Limit(3, .workingDays), "2025-04-16", "2025-04-23"),
      (Limit(3, .days), "2025-04-16", "2025-04-19"),
      (Limit(6, .weeks), "2025-04-16", "2025-05-28"),
      (Limit(3, .months), "2025-04-16", "2025-07-16"),
      (Limit.sameDay, "2025-04-19", "2025-04-19"),
    ])
  func due(_ limit: Limit, _ start: String, _ due: String) throws {
    let calendar = try ReferenceCalendar("england-and-wales").calendar
    let day = try #require(CivilDay(iso: start))
    #expect(DueDate.day(limit, after: day, calendar: calendar)?.description == due)
    #expect(DueDate.day(Limit(1, .hours), after: day, calendar: calendar) == nil)
  }
}
