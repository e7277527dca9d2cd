import Checkouts
import Clocks
import Synthesis
import Testing

@testable import FormOracle

/// Limits of the forms against vectors that were worked by hand.
@Suite struct PlantedLimitTests {
  private let arithmetic: PlantedArithmetic

  init() throws { arithmetic = PlantedArithmetic(holidays: try Checkout.bankHolidays()) }

  @Test(arguments: [
    ("2025-01-09", 15, "2024-12-16"), ("2025-04-23", 3, "2025-04-16"),
    ("2025-05-05", 1, "2025-05-02"), ("2025-12-29", 3, "2025-12-22"),
    ("2012-06-06", 1, "2012-06-01"),
  ])
  func workingDaysBefore(from: String, count: Int, to: String) throws {
    let day = try #require(CivilDay(iso: from))
    #expect(arithmetic.workingDay(count, before: day).description == to)
  }

  @Test(arguments: [
    ("2025-05-31", 3, "2025-02-28"), ("2024-05-31", 3, "2024-02-29"),
    ("2025-01-10", 6, "2024-07-10"), ("2025-03-01", 12, "2024-03-01"),
    ("2025-12-31", 1, "2025-11-30"),
  ])
  func monthsBefore(from: String, count: Int, to: String) throws {
    let day = try #require(CivilDay(iso: from))
    #expect(arithmetic.months(count, before: day).description == to)
  }

  @Test(arguments: [
    (PlantedLimit.sameDay, "2025-03-03"), (.days(7), "2025-03-10"), (.weeks(6), "2025-04-14"),
    (.months(3), "2025-06-03"), (.workingDays(15), "2025-03-24"), (.daysFromFirst(8), "2025-03-10"),
    (.daysFromFirst(182), "2025-08-31"),
  ])
  func limits(limit: PlantedLimit, to: String) throws {
    let start = PlannedMoment(.of(2025, 3, 3))
    #expect(arithmetic.due(limit, after: start).day.description == to)
  }

  @Test(arguments: [
    ("2007-06-10", 18, "2025-06-10"), ("2008-02-29", 18, "2026-03-01"),
    ("2008-02-29", 4, "2012-02-29"), ("2020-02-29", 5, "2025-03-01"),
  ])
  func birthdays(born: String, age: Int, to: String) throws {
    let day = try #require(CivilDay(iso: born))
    #expect(arithmetic.birthday(age, of: day).description == to)
  }

  /// 24 hours of an office that is open for eight are three working days.
  @Test(arguments: [
    ("2025-06-02", 10, 30, "2025-06-05", 10, 30), ("2025-06-06", 16, 0, "2025-06-11", 16, 0),
    ("2025-06-02", 7, 0, "2025-06-04", 17, 0), ("2025-06-02", 18, 0, "2025-06-05", 17, 0),
    ("2025-04-17", 12, 0, "2025-04-24", 12, 0),
  ])
  func officeHours(
    from: String, hour: Int, minute: Int, to: String, toHour: Int, toMinute: Int
  ) throws {
    let start = PlannedMoment(try #require(CivilDay(iso: from)), hour, minute)
    let end = PlannedMoment(try #require(CivilDay(iso: to)), toHour, toMinute)
    #expect(arithmetic.officeHours(24, after: start) == end)
  }
}
