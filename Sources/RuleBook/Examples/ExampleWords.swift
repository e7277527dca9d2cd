import Clocks
import Faults

/// The words of one line of an example, taken one by one.
struct ExampleWords {
  private let words: [String]
  private var position = 0
  private let place: Place

  init(_ fact: Example.Fact) {
    // A comma only parts the names of a list.
    words = fact.text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
    place = fact.place
  }

  /// The next word; nil at the end.
  var next: String? { position < words.count ? words[position] : nil }

  /// Goes past some words if they are the next ones.
  mutating func take(_ wanted: String...) -> Bool {
    guard Array(words[position...].prefix(wanted.count)) == wanted else { return false }
    position += wanted.count
    return true
  }

  /// The next word, which must be there.
  mutating func word(_ meaning: String) throws(Fault) -> String {
    guard let word = next else { throw fault("\(meaning) is missing at the end") }
    position += 1
    return word
  }

  /// The words as long as they pass a test.
  mutating func words(while passes: (String) -> Bool) -> [String] {
    var taken: [String] = []
    while let word = next, passes(word) {
      taken.append(word)
      position += 1
    }
    return taken
  }

  /// A day, a day and a time, `unreadable`, or `no date`.
  mutating func moment() throws(Fault) -> Moment {
    if take("unreadable") { return .unreadable }
    if take("no", "date") { return .missing }
    let day = try word("a date")
    if let time = next, time.utf8.count == 5, time.utf8.contains(UInt8(ascii: ":")),
      let moment = MomentText.read("\(day)T\(time)")
    {
      position += 1
      return moment
    }
    guard let moment = MomentText.read(day) else {
      throw fault("\"\(day)\" is no date such as 2025-01-31")
    }
    return moment
  }

  /// A length of time of two or three words.
  mutating func limit() throws(Fault) -> Limit {
    for count in [3, 2] {
      let text = words[position...].prefix(count).joined(separator: " ")
      if let limit = try? Limit(text) {
        position += count
        return limit
      }
    }
    throw fault("a length of time is written as \"10 working days\"")
  }

  /// Refuses anything that is left.
  func end() throws(Fault) {
    if let next { throw fault("\"\(next)\" is not understood here") }
  }

  /// A fault of this line.
  func fault(_ rule: String, next nextStep: String = "mend the line of the example") -> Fault {
    Fault(.configuration, at: place, rule, next: nextStep)
  }
}
