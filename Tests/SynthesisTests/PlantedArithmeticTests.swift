import Checkouts
import Clocks
import Testing

@testable import Synthesis

@Suite struct PlantedArithmeticTests {
  private let arithmetic: PlantedArithmetic

  init() throws { arithmetic = PlantedArithmetic(holidays: try Checkout.bankHolidays()) }

  /// Vectors worked by hand beside the guidance.
  @Test(arguments: [
    ("2024-09-02", 15, "2024-09-23"), ("2024-09-07", 15, "2024-09-27"),
    ("2024-08-26", 15, "2024-09-16"), ("2024-12-16", 15, "2025-01-09"),
    ("2021-12-17", 10, "2022-01-05"), ("2024-11-29", 20, "2024-12-31"),
    ("2025-04-16", 3, "2025-04-23"), ("2012-05-28", 10, "2012-06-13"),
    ("2020-05-06", 2, "2020-05-11"), ("2022-05-23", 15, "2022-06-15"),
    ("2022-09-12", 5, "2022-09-20"), ("2025-04-01", 45, "2025-06-09"),
  ])
  func workingDays(from: String, count: Int, to: String) throws {
    let day = try #require(CivilDay(iso: from))
    #expect(arithmetic.workingDay(count, after: day).description == to)
  }

  @Test(arguments: [
    ("2022-11-30", 3, "2023-02-28"), ("2023-11-30", 3, "2024-02-29"),
    ("2024-08-31", 6, "2025-02-28"), ("2025-02-03", 3, "2025-05-03"),
    ("2024-02-29", 6, "2024-08-29"), ("2025-12-15", 1, "2026-01-15"),
  ])
  func months(from: String, count: Int, to: String) throws {
    let day = try #require(CivilDay(iso: from))
    #expect(arithmetic.months(count, after: day).description == to)
  }

  @Test(arguments: [
    ("2025-03-28", 18, 72, "2025-03-31", 19), ("2025-10-24", 18, 72, "2025-10-27", 17),
    ("2025-06-02", 10, 24, "2025-06-03", 10), ("2025-12-02", 10, 24, "2025-12-03", 10),
    ("2025-10-25", 9, 24, "2025-10-26", 8), ("2026-03-28", 9, 24, "2026-03-29", 10),
  ])
  func hours(from: String, hour: Int, count: Int, to: String, toHour: Int) throws {
    let start = PlannedMoment(try #require(CivilDay(iso: from)), hour, 0)
    let end = arithmetic.hours(count, after: start)
    #expect(end == PlannedMoment(try #require(CivilDay(iso: to)), toHour, 0))
  }

  @Test(arguments: [
    (2024, "2024-03-31", "2024-10-27"), (2025, "2025-03-30", "2025-10-26"),
    (2026, "2026-03-29", "2026-10-25"),
  ])
  func clockChanges(year: Int, spring: String, autumn: String) {
    #expect(PlantedArithmetic.lastSunday(ofMonth: 3, year: year).description == spring)
    #expect(PlantedArithmetic.lastSunday(ofMonth: 10, year: year).description == autumn)
  }
}
