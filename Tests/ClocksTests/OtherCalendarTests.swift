import Checkouts
import Clocks
import Testing

/// The calendars that are not of a country: a council's closures and a court's days.
@Suite struct OtherCalendarTests {
  private static func calendar(_ name: String) throws -> WorkingDayCalendar {
    let text = try Checkout.lines("Rules/calendars/\(name).csv").joined(separator: "\n") + "\n"
    let file = try CalendarFile(text: text, name: name, file: "\(name).csv")
    return try WorkingDayCalendar(file, base: try file.basedOn.map { try calendar($0) })
  }

  private static func day(_ text: String) throws -> CivilDay {
    try #require(CivilDay(iso: text))
  }

  @Test(
    "fifteen working days across Christmas: closures hide what the national calendar shows",
    arguments: [("england-and-wales", "2025-01-09"), ("example-council-closures", "2025-01-14")])
  func closures(_ name: String, _ due: String) throws {
    let found = try Self.calendar(name).day(15, workingDaysAfter: try Self.day("2024-12-16"))
    #expect(found?.description == due)
  }

  @Test("a court's days are all but Sundays, bank holidays, Christmas Day and the day after it")
  func court() throws {
    let court = try Self.calendar("court-days")
    let england = try Self.calendar("england-and-wales")
    var day = court.span.lowerBound
    var count = 0
    while day <= court.span.upperBound {
      // 1 January 1970 was a Thursday, so day 3 was a Sunday.
      let isSunday = ((Int(day.number) - 3) % 7 + 7) % 7 == 0
      let isChristmas = day.civil.month == 12 && (25...26).contains(day.civil.day)
      let isHoliday = isSunday || isChristmas || england.holidays[day] != nil
      #expect(court.isWorkingDay(day) == !isHoliday, "\(day)")
      day = day.adding(days: 1)
      count += 1
    }
    #expect(count == 6940)
  }

  @Test(
    "a calendar that ends within twelve months is told, and no day before",
    arguments: [("2027-12-30", false), ("2027-12-31", true), ("2028-06-01", true)])
  func warning(_ today: String, _ isTold: Bool) throws {
    let warning = try Self.calendar("england-and-wales").warning(on: try Self.day(today))
    #expect((warning != nil) == isTold)
    if isTold {
      #expect(warning?.contains("ends on 31 December 2028") ?? false, "\(warning ?? "")")
    }
  }

  @Test("an export of a day past the end is refused, one of the last day is not")
  func end() throws {
    let calendar = try Self.calendar("england-and-wales")
    #expect(throws: Never.self) { try calendar.checkCovers(asOf: try Self.day("2028-12-31")) }
    #expect(throws: (any Error).self) { try calendar.checkCovers(asOf: try Self.day("2029-01-01")) }
  }

  @Test("where a limit runs past the last year there is no day, and not a wrong one")
  func pastTheEnd() throws {
    let calendar = try Self.calendar("england-and-wales")
    #expect(calendar.day(1, workingDaysAfter: try Self.day("2028-12-29")) == nil)
    #expect(calendar.isWorkingDay(try Self.day("2029-01-02")) == nil)
  }
}
