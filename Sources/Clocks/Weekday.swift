/// A day of the week, with its English name.
public enum Weekday: Int, CaseIterable, Sendable, Comparable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// `Sunday`.
  public var name: String { Weekday.names[rawValue] }

  /// The day of a name as it is written in English, with a capital.
  public init?(name: String) {
    guard let index = Weekday.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  /// Monday is the smallest.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

  /// The names, Monday first.
  static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
