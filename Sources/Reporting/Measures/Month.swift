public import Clocks
import Output

/// A month of a year.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year.
  public var year: Int
  /// The month from 1 to 12.
  public var month: Int

  /// The month that holds a day.
  public init(of day: CivilDay) {
    let civil = day.civil
    year = civil.year
    month = civil.month
  }

  /// The month so many months earlier.
  public func earlier(by count: Int) -> Month {
    let number = year * 12 + month - 1 - count
    var earlier = self
    earlier.year = number / 12
    earlier.month = number % 12 + 1
    return earlier
  }

  /// `2026-03`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// `Mar 2026`.
  public var words: String { "\(English.shortMonths[month - 1]) \(year)" }

  /// The earlier is smaller.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
