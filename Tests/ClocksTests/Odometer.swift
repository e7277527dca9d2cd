/// A year, a month and a day that are turned on day by day: the slow, obvious calendar.
struct Odometer: Equatable {
  var year: Int
  var month: Int
  var day: Int

  static func isLeap(_ year: Int) -> Bool {
    if year % 400 == 0 { return true }
    if year % 100 == 0 { return false }
    return year % 4 == 0
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The day as `2025-03-31`.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  mutating func turn() {
    day += 1
    guard day > Odometer.length(ofMonth: month, in: year) else { return }
    day = 1
    turnMonth()
  }

  mutating func turnMonth() {
    month += 1
    guard month > 12 else { return }
    month = 1
    year += 1
  }
}
