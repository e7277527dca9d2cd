/// A length of time as a rule words it: `15 working days`, `24 hours`, `same day`.
public struct Limit: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    case hours = "hour"
    case workingHours = "working hour"
    case workingDays = "working day"
    case days = "day"
    case weeks = "week"
    case months = "month"
  }

  /// How many are counted; 0 days is the same day.
  public var count: Int
  /// What is counted.
  public var unit: Unit
  /// Whether the day of the start is day 1 (*beginning with*) and not day 0.
  public var countsFirstDay: Bool

  /// So many of a unit.
  public init(_ count: Int, _ unit: Unit, countsFirstDay: Bool = false) {
    self.count = count
    self.unit = unit
    self.countsFirstDay = countsFirstDay
  }

  /// The day of the trigger itself.
  public static let sameDay = Limit(0, .days)

  /// Whether the limit is elapsed time, compared to the minute; all others compare dates.
  public var isElapsed: Bool { unit == .hours || unit == .workingHours }

  /// Whether a calendar of working days is needed.
  public var needsCalendar: Bool { unit == .workingDays || unit == .workingHours }

  /// Why a text is no limit, in a clause that names what would be right.
  public struct NotALimit: Error, Hashable {
    /// The clause.
    public var reason: String
  }

  /// Reads `15 working days`: a number, a unit in the singular or plural, and no more than
  /// `counting the first day` behind it.
  ///
  /// - Throws: ``NotALimit`` with the reason.
  public init(_ text: String) throws(NotALimit) {
    var words = text.utf8.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let countsFirstDay = words.suffix(4) == ["counting", "the", "first", "day"]
    if countsFirstDay { words.removeLast(4) }
    if words == ["same", "day"], !countsFirstDay {
      self = .sameDay
      return
    }
    guard let first = words.first, first.utf8.allSatisfy({ (48...57).contains($0) }),
      let count = Int(first), count <= 100_000
    else {
      throw NotALimit(
        reason:
          "a limit starts with a whole number, such as \"15 working days\", or is \"same day\"")
    }
    let named = words.dropFirst().joined(separator: " ")
    for unit in Unit.allCases where named == unit.rawValue || named == unit.rawValue + "s" {
      guard !countsFirstDay || count > 0 && unit != .hours && unit != .workingHours else {
        throw NotALimit(reason: "only days, working days, weeks or months count a first day")
      }
      self.init(count, unit, countsFirstDay: countsFirstDay)
      return
    }
    throw NotALimit(
      reason:
        "a limit counts hours, working hours, days, working days, weeks or months, and only one of them"
    )
  }
}

extension Limit: CustomStringConvertible {
  /// The limit in words, in the singular for one.
  public var description: String {
    if self == .sameDay { return "same day" }
    return "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
      + (countsFirstDay ? " counting the first day" : "")
  }
}
