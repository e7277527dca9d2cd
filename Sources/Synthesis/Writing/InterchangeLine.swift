import Clocks

/// A row of the interchange format, before it is written in one form or the other.
struct InterchangeLine {
  var child: String
  var kind = ""
  var id = ""
  var parent = ""
  var type: String
  var at = ""
  var state = ""
  var outcome = ""
  var role = ""
  var detail = ""
  /// The faults that are planted in it.
  var planted: [PlantedKind] = []

  /// The fields in the order of the columns.
  var fields: [String] {
    [child, kind, id, parent, type, at, state, outcome, role, detail]
  }

  /// The names and values of the detail.
  var details: [(name: String, value: String)] {
    detail.utf8.split(separator: UInt8(ascii: ";")).compactMap { pair in
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard halves.count == 2 else { return nil }
      return (InterchangeLine.trimmed(halves[0]), InterchangeLine.trimmed(halves[1]))
    }
  }

  /// `2025-03-31`, or `2025-03-31T19:00` where the minute is known.
  static func iso(_ moment: PlannedMoment) -> String {
    guard let minute = moment.minute else { return moment.day.description }
    return "\(moment.day)T\(pair(minute / 60)):\(pair(minute % 60))"
  }

  /// A date, or one that no calendar has: `2025-13-01`; nothing where it is left empty.
  static func iso(_ written: PlannedDate.Written) -> String {
    switch written {
    case .day(let day): day.description
    case .unreadable(let day): "\(day.civil.year)-13-01"
    case .empty: ""
    }
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    var rest = bytes
    while rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
    return String(decoding: rest, as: UTF8.self)
  }
}
