import Faults
import Testing

@testable import Clocks

@Suite struct WorkingDayCalendarTests {
  @Test(
    "counts 0 to 60 from every day of every calendar are those of a loop, in both directions",
    arguments: ReferenceCalendar.names)
  func exhaustive(_ name: String) throws {
    let reference = try ReferenceCalendar(name)
    let calendar = reference.calendar
    #expect(calendar.span.lowerBound.number == reference.first)
    #expect(calendar.span.upperBound.number == reference.last)
    var wrong: [String] = []
    var withoutAnswer = 0
    for number in reference.first...reference.last {
      let day = CivilDay(number: number)
      if calendar.isWorkingDay(day) != reference.works(number) { wrong.append("\(day)") }
      let forward = reference.walk(from: number, step: 1, count: 60)
      let backward = reference.walk(from: number, step: -1, count: 60)
      for count in 0...60 {
        let after = count < forward.count ? CivilDay(number: forward[count]) : nil
        let before = count < backward.count ? CivilDay(number: backward[count]) : nil
        if calendar.day(count, workingDaysAfter: day) != after { wrong.append("\(day)+\(count)") }
        if calendar.day(count, workingDaysBefore: day) != before {
          wrong.append("\(day)-\(count)")
        }
        withoutAnswer += (after == nil ? 1 : 0) + (before == nil ? 1 : 0)
      }
    }
    #expect(wrong.isEmpty)
    #expect(withoutAnswer > 1000, "the edges of the years were reached")
  }

  @Test(
    "the working days between two days are those of a loop", arguments: ReferenceCalendar.names)
  func between(_ name: String) throws {
    let reference = try ReferenceCalendar(name)
    let calendar = reference.calendar
    var wrong: [String] = []
    for number in reference.first...reference.last {
      let day = CivilDay(number: number)
      var count = 0
      for other in number...number + 90 {
        if other > number {
          guard let works = reference.works(other) else {
            if calendar.workingDays(from: day, to: CivilDay(number: other)) != nil {
              wrong.append("\(day) beyond the end")
            }
            continue
          }
          count += works ? 1 : 0
        }
        let second = CivilDay(number: other)
        if calendar.workingDays(from: day, to: second) != count
          || calendar.workingDays(from: second, to: day) != -count
        {
          wrong.append("\(day) to \(second)")
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("outside the years there is an answer only where no day of another year is needed")
  func edges() throws {
    let calendar = WorkingDayCalendar(name: "two years", years: 2024...2025, holidays: [:])
    let eve = try #require(CivilDay(iso: "2023-12-31"))
    let morrow = try #require(CivilDay(iso: "2026-01-01"))
    #expect(calendar.day(1, workingDaysAfter: eve)?.description == "2024-01-01")
    #expect(calendar.day(1, workingDaysBefore: morrow)?.description == "2025-12-31")
    #expect(calendar.day(1, workingDaysAfter: eve.adding(days: -1)) == nil)
    #expect(calendar.day(1, workingDaysBefore: morrow.adding(days: 1)) == nil)
    #expect(calendar.day(0, workingDaysAfter: eve) == nil)
    #expect(calendar.day(0, workingDaysBefore: morrow) == nil)
    #expect(calendar.isWorkingDay(eve) == nil)
    #expect(calendar.isWorkingDay(morrow) == nil)
    #expect(calendar.workingDays(from: eve, to: calendar.span.upperBound) == 523)
    #expect(calendar.workingDays(from: eve.adding(days: -1), to: eve) == nil)
    #expect(calendar.workingDays(from: calendar.span.lowerBound, to: morrow) == nil)
  }

  @Test("a count below zero is no count")
  func negative() throws {
    let calendar = WorkingDayCalendar(name: "a year", years: 2024...2024, holidays: [:])
    let day = try #require(CivilDay(iso: "2024-06-03"))
    #expect(calendar.day(-1, workingDaysAfter: day) == nil)
    #expect(calendar.day(-1, workingDaysBefore: day) == nil)
  }

  @Test(
    "the shipped calendars name their holidays, none on a weekend",
    arguments: ReferenceCalendar.names)
  func holidays(_ name: String) throws {
    let calendar = try ReferenceCalendar(name).calendar
    #expect(calendar.name == name)
    #expect(calendar.holidays.count >= 8 * 19)
    #expect(calendar.holidays.allSatisfy { !$0.key.isWeekend && !$0.value.isEmpty })
  }
}
