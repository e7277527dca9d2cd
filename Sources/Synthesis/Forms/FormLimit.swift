import Clocks

/// A limit of a form, counted by the planted arithmetic.
enum FormLimit: Sendable {
  case workingDays(Int)
  case days(Int)
  /// Days of which the first is the day of the start.
  case daysCountingFirst(Int)
  case weeks(Int)
  case months(Int)
  case hours(Int)

  /// Whether it is compared to the minute.
  var isElapsed: Bool { if case .hours = self { true } else { false } }

  /// The last day or minute in time.
  func due(after start: PlannedMoment, _ arithmetic: PlantedArithmetic) -> PlannedMoment {
    switch self {
    case .workingDays(let count): PlannedMoment(arithmetic.workingDay(count, after: start.day))
    case .days(let count): PlannedMoment(start.day.adding(days: count))
    case .daysCountingFirst(let count): PlannedMoment(start.day.adding(days: count - 1))
    case .weeks(let count): PlannedMoment(start.day.adding(days: 7 * count))
    case .months(let count): PlannedMoment(arithmetic.months(count, after: start.day))
    case .hours(let count): arithmetic.hours(count, after: start)
    }
  }
}
