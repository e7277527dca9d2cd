import Clocks

/// A row of the interchange format, before it is written in one form or the other.
package struct InterchangeLine {
  let child: String
  let kind: String
  let id: String
  let parent: String
  let type: String
  let at: String
  let state: String
  let outcome: String
  let role: String
  let detail: String
  /// The faults that are planted in it.
  var planted: [PlantedKind] = []

  /// A row with the texts of its columns, without a planted fault.
  package init(
    child: String, kind: String, id: String, parent: String, type: String, at: String,
    state: String, outcome: String, role: String, detail: String
  ) {
    self.child = child
    self.kind = kind
    self.id = id
    self.parent = parent
    self.type = type
    self.at = at
    self.state = state
    self.outcome = outcome
    self.role = role
    self.detail = detail
  }

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
  package static func iso(_ moment: PlannedMoment) -> String {
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
