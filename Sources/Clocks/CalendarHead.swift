import Faults

/// The lines `# key: value` at the head of a calendar file.
///
/// A line of another kind is a remark; one whose key is nearly a key is a slip and refused, because
/// rest days that nobody read would be counted as working days.
struct CalendarHead {
  var years: ClosedRange<Int>?
  var restDays: Set<Weekday>?
  var basedOn: String?
  var basedOnPlace: Place?
  private var seen: Set<String> = []

  /// The keys: the first three are read, the others are for people.
  static let keys = ["years", "rest days", "based on", "source", "checked"]

  /// Reads one line that starts with `#`.
  mutating func read(_ line: String, at place: Place) throws(Fault) {
    let text = line.utf8.dropFirst().drop { $0 == UInt8(ascii: " ") }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = String(decoding: text[..<colon], as: UTF8.self)
    let value = String(
      decoding: text[text.index(after: colon)...].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    guard CalendarHead.keys.contains(key) else {
      guard let near = nearestWord(to: key, in: CalendarHead.keys) else { return }
      throw Fault(
        .configuration, at: place, "a calendar has no key \"\(key)\"",
        next: "did you mean \"\(near)\"?")
    }
    guard seen.insert(key).inserted else {
      throw Fault(
        .configuration, at: place, "a calendar says its \"\(key)\" once",
        next: "remove one of the two lines")
    }
    switch key {
    case "years": years = try CalendarHead.years(value, at: place)
    case "rest days": restDays = try CalendarHead.restDays(value, at: place)
    case "based on":
      guard !value.isEmpty else {
        throw Fault(
          .configuration, at: place, "a calendar is based on another by its name",
          next: "write \"# based on: england-and-wales\"")
      }
      basedOn = value
      basedOnPlace = place
    default: return
    }
  }

  /// The years of `2010 to 2028`.
  private static func years(_ text: String, at place: Place) throws(Fault) -> ClosedRange<Int> {
    let words = text.utf8.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count == 3, words[1] == "to", let first = Int(words[0]), let last = Int(words[2]),
      (1..<10_000).contains(first), (first..<10_000).contains(last)
    else {
      throw Fault(
        .configuration, at: place, "a calendar covers whole years, from the first to the last",
        next: "write \"# years: 2010 to 2028\"")
    }
    return first...last
  }

  /// The days of `Saturday, Sunday`; at least one day of the week is worked.
  private static func restDays(_ text: String, at place: Place) throws(Fault) -> Set<Weekday> {
    var days: Set<Weekday> = []
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      var part = part.drop { $0 == UInt8(ascii: " ") }
      while part.last == UInt8(ascii: " ") { part = part.dropLast() }
      let word = String(decoding: part, as: UTF8.self)
      guard let day = Weekday(name: word) else {
        throw Fault(
          .configuration, at: place, "rest days are days of the week in English",
          next: suggestion(for: word, in: Weekday.names))
      }
      days.insert(day)
    }
    guard days.count < Weekday.allCases.count else {
      throw Fault(
        .configuration, at: place, "at least one day of the week is no rest day",
        next: "write \"# rest days: Saturday, Sunday\"")
    }
    return days
  }
}
