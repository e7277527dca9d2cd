import Checkouts

@testable import Clocks

/// A calendar of working days that looks at one day after the other.
struct ReferenceCalendar {
  let calendar: WorkingDayCalendar
  /// Whether each day of the years is a working day, counted on from a Friday, 1 January 2010.
  let isWorking: [Bool]
  let first: Int32
  var last: Int32 { first + Int32(isWorking.count) - 1 }

  static let names = ["england-and-wales", "scotland", "northern-ireland"]

  init(_ name: String) throws {
    let path = "Rules/calendars/\(name).csv"
    calendar = try WorkingDayCalendar(text: try Checkout.text(path), name: name, file: path)
    let holidays = Set(
      try Checkout.lines(path).filter { !$0.hasPrefix("#") }.dropFirst()
        .map { String(decoding: Array($0.utf8.prefix(10)), as: UTF8.self) })
    var odometer = Odometer(year: 2010, month: 1, day: 1)
    var weekday = 4
    var isWorking: [Bool] = []
    while odometer.year <= 2028 {
      isWorking.append(weekday < 5 && !holidays.contains(odometer.text))
      odometer.turn()
      weekday = (weekday + 1) % 7
    }
    self.isWorking = isWorking
    first = 14_610
  }

  /// Whether a day works; nil outside the years.
  func works(_ number: Int32) -> Bool? {
    number < first || number > last ? nil : isWorking[Int(number - first)]
  }

  /// The working days met on the way from a day, which itself is not counted, in one direction.
  ///
  /// The first element is the day itself; the list ends early where another year is needed.
  func walk(from day: Int32, step: Int32, count: Int) -> [Int32] {
    var met = [day]
    var at = day
    while met.count <= count {
      at += step
      guard let works = works(at) else { break }
      if works { met.append(at) }
    }
    return met
  }
}
