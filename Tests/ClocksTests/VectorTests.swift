import Testing

@testable import Clocks

@Suite struct VectorTests {
  @Test("the table has all its rows")
  func whole() throws {
    #expect(try Vector.all().count == 20)
  }

  @Test("each worked example comes out as the table says", arguments: try Vector.all())
  func row(_ vector: Vector) throws {
    let words = vector.limit.split(separator: " ")
    let count = try #require(words.first.flatMap { Int($0) })
    let unit: Limit.Unit =
      switch words.last {
      case "WD": .workingDays
      case "days": .days
      case "months": .months
      case "h": .hours
      default: throw UnknownUnit(id: vector.id)
      }
    if unit == .hours {
      let start = try #require(MomentText.read(vector.trigger)?.instantReadings.first)
      let due = Moment.instant(DueDate.instant(Limit(count, .hours), after: start))
      #expect(due.descriptionWithOffset == vector.expected)
    } else {
      let names = ["E&W": "england-and-wales", "any": "england-and-wales", "SCT": "scotland"]
      let name = try #require(names[vector.calendar])
      let calendar = try ReferenceCalendar(name).calendar
      let due = DueDate.day(
        Limit(count, unit), after: try day(vector.trigger), calendar: calendar)
      #expect(due == (try day(vector.expected)))
    }
  }

  private struct UnknownUnit: Error {
    let id: String
  }

  /// The day of `2024-09-02` or `2024-09-02 Mon`, whose weekday must be right.
  private func day(_ text: String) throws -> CivilDay {
    let words = text.split(separator: " ")
    let day = try #require(words.first.flatMap { CivilDay(iso: String($0)) })
    if words.count > 1 { #expect(day.words.hasPrefix(words[1])) }
    return day
  }
}
