public import Clocks

/// The one place for English: lists, numbers with what they count, articles, plurals, sentences.
///
/// It knows no word of the field; those are the vocabulary's and the packs'.
public enum English {
  /// The word before the last item of a list.
  public enum Conjunction: String, Sendable {
    case and
    case or
  }

  // MARK: Lists

  /// `a, b and c`; empty for no words.
  public static func list(_ words: [String], _ conjunction: Conjunction = .and) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  // MARK: Nouns

  /// A noun with its article: `a core group`, `an assessment`.
  public static func one(_ noun: String) -> String {
    noun.utf8.first.map(isVowel) ?? false ? "an \(noun)" : "a \(noun)"
  }

  /// A noun in the plural, which is that of the word before the first preposition:
  /// `reviews of a placement`.
  public static func plural(_ noun: String) -> String {
    var parts = noun.split(separator: " ").map(String.init)
    let index = (parts.firstIndex { prepositions.contains($0) } ?? parts.count) - 1
    guard parts.indices.contains(index) else { return noun }
    let word = Array(parts[index].utf8)
    let isSoft = ["s", "x", "ch", "sh"].contains {
      word.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    if word.last == UInt8(ascii: "y"), word.count > 1, !isVowel(word[word.count - 2]) {
      parts[index] = String(decoding: word.dropLast(), as: UTF8.self) + "ies"
    } else {
      parts[index] += isSoft ? "es" : "s"
    }
    return parts.joined(separator: " ")
  }

  private static let prepositions: Set<String> = [
    "about", "as", "for", "from", "in", "into", "of", "on", "to", "under", "with",
  ]

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

  // MARK: Numbers

  /// `1 day`, `2 days`; the plural where it is not the noun with an s behind it.
  public static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `1 case`, `12,345 cases`.
  public static func groupedCount(_ count: Int, _ noun: String, _ plural: String) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural)"
  }

  /// `12,345`.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var bytes: [UInt8] = number < 0 ? Array("−".utf8) : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `18th`.
  public static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// The ordinals that are written as words, from the first.
  public static let ordinalWords = ["first", "second", "third", "fourth", "fifth"]

  /// `second`, or `18th` beyond the words.
  public static func ordinalWord(_ number: Int) -> String {
    (1...ordinalWords.count).contains(number) ? ordinalWords[number - 1] : ordinal(number)
  }

  // MARK: Dates

  /// The months in three letters, from January.
  public static let shortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `12 Mar 2026`, for tables; a dash where the day is not known.
  public static func day(_ moment: Moment) -> String {
    guard let civil = moment.day?.civil else { return "–" }
    return "\(civil.day) \(shortMonths[civil.month - 1]) \(civil.year)"
  }

  // MARK: Sentences

  /// A clause as a sentence: a capital at its start, a full stop at its end.
  public static func sentence(_ clause: String) -> String {
    guard let first = clause.unicodeScalars.first, let last = clause.utf8.last else { return "" }
    let rest = String(String.UnicodeScalarView(clause.unicodeScalars.dropFirst()))
    let isEnded = [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(last)
    return first.properties.uppercaseMapping + rest + (isEnded ? "" : ".")
  }

  /// A sentence as a clause: without its full stop and its capital.
  public static func clause(_ sentence: String) -> String {
    var bytes = Array(sentence.utf8)
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    if let first = bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
      bytes[0] = first + 32
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with a capital at its start.
  public static func capitalised(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
      bytes[0] = first - 32
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An identifier in words: blanks for a sign such as the underscore of `not_required`.
  public static func spaced(_ identifier: String, for sign: Unicode.Scalar = "_") -> String {
    let bytes = identifier.utf8.map { $0 == UInt8(ascii: sign) ? UInt8(ascii: " ") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with blanks for its line ends, and none behind it.
  public static func onOneLine(_ text: String) -> String {
    var bytes = text.utf8.map { $0 == 0x0A || $0 == 0x0D ? UInt8(ascii: " ") : $0 }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
