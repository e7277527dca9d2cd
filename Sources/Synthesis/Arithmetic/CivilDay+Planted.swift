package import Clocks

extension CivilDay {
  /// A day written down in a scenario; the scenarios write only days that exist.
  package static func of(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }

  /// The day that every export of the synthetic authority describes.
  package static let asOf = CivilDay.of(2026, 3, 31)
}
