public import Faults
public import YAMLReading

/// The Acts that a citation may name, so that a slip in a title or a year is seen.
public struct KnownActs: Sendable {
  /// The titles with their years: `Children Act 1989`.
  public let titles: [String]
  private let known: Set<String>

  /// Reads the list of Acts.
  ///
  /// - Throws: ``Fault`` with line and column of the first thing that is wrong.
  public init(_ node: YAMLNode) throws(Fault) {
    let map = try node.map(of: "a file of Acts")
    try map.allow(only: ["acts"])
    var titles: [String] = []
    for item in try map.required("acts").list(of: "Acts, a title with its year each") {
      let title = try item.text(as: "an Act")
      guard KnownActs.cited(in: title).count == 1 else {
        throw item.fault(
          "an Act is named by its title and year", next: "write \"Children Act 1989\"")
      }
      titles.append(title)
    }
    self.titles = titles
    known = Set(titles.map(KnownActs.plain))
  }

  /// The Acts that a citation names and that are not known, each as it is written.
  func unknown(in citation: String) -> [String] {
    KnownActs.cited(in: citation).compactMap { readings in
      readings.contains { known.contains(KnownActs.plain($0)) } ? nil : readings.last
    }
  }

  /// The Acts that a citation names: for each, its title as it may be meant, the longest first.
  ///
  /// A title runs back from the word "Act" and a year over words with a capital and the small words
  /// between them. It may hold commas, or begin behind one.
  private static func cited(in citation: String) -> [[String]] {
    let words = citation.utf8.split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    var found: [[String]] = []
    for place in words.indices.dropLast() where words[place] == "Act" {
      guard let year = year(words[place + 1]) else { continue }
      var first = place
      var starts: [Int] = []
      while first > 0, isOfTitle(words[first - 1]) {
        if words[first - 1].utf8.last == UInt8(ascii: ",") { starts.append(first) }
        first -= 1
      }
      starts.append(first)
      let readings = starts.reversed().compactMap { start -> String? in
        let title = words[start..<place].drop { smallWords.contains($0) || $0 == "The" }
        guard !title.isEmpty else { return nil }
        return (Array(title) + ["Act", year]).joined(separator: " ")
      }
      if !readings.isEmpty { found.append(readings) }
    }
    return found
  }

  private static let smallWords: Set<String> = [
    "and", "of", "the", "for", "in", "to", "with", "by",
  ]

  /// The four digits that a word begins with, where nothing but signs follow them.
  private static func year(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    guard bytes.count >= 4, bytes.prefix(4).allSatisfy(isDigit),
      !(bytes.dropFirst(4).first.map(isDigit) ?? false)
    else { return nil }
    return String(decoding: bytes.prefix(4), as: UTF8.self)
  }

  private static func isOfTitle(_ word: String) -> Bool {
    if smallWords.contains(word) { return true }
    let bytes = word.utf8.drop { $0 == UInt8(ascii: "(") }
    guard let first = bytes.first, let last = bytes.last else { return false }
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    return isCapital && last != UInt8(ascii: ";") && last != UInt8(ascii: ".")
      && last != UInt8(ascii: ":")
  }

  /// A title with one kind of apostrophe.
  private static func plain(_ title: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in title.unicodeScalars { scalars.append(scalar == "’" ? "'" : scalar) }
    return String(scalars)
  }
}
