import CaseModel

/// The words of names of columns, and what they can be compared with.
enum DraftWords {
  static let dates: Set<String> = ["date", "dttm", "datetime", "dt", "when"]
  static let starts: Set<String> = [
    "start", "started", "begin", "began", "begun", "opened", "open", "from", "commenced",
  ]
  static let ends: Set<String> = [
    "end", "ended", "close", "closed", "closure", "finish", "finished", "ceased", "completed", "to",
  ]
  static let ids: Set<String> = [
    "id", "ids", "no", "number", "num", "ref", "reference", "key", "identifier",
  ]
  static let codes: Set<String> = ids.union(["code"])
  static let people = ["child", "person", "client", "pupil", "individual", "yp"]
  /// Words that tell no thing from another.
  private static let empty: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "by", "with", "under",
    "from", "about", "time", "set", "period", "child", "children", "person", "event", "record",
    "held", "made", "received", "started", "start", "end", "ended", "sent", "report", "list",
    "lists", "export", "extract", "data", "table", "sheet", "actual", "type",
  ]

  /// The words of a name, in small letters; digits stay with the letters beside them, as in `s47`.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    for byte in name.utf8 {
      let small = UnsafeRawBufferPointer.folded(byte)
      let isLetter = small &- 97 < 26
      let isCapital = isLetter && small != byte
      if !(isLetter || byte &- 48 < 10) || (isCapital && wasSmall) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter || byte &- 48 < 10 { word.append(small) }
      wasSmall = isLetter && !isCapital
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// The words of a name that tell things apart, each in the singular.
  static func telling(_ words: [String]) -> Set<String> {
    Set(
      words.filter { !empty.contains($0) && !dates.contains($0) && !codes.contains($0) }
        .map(singular))
  }

  /// A word of the vocabulary and the words that it can be known by.
  struct Thing {
    /// The words of the vocabulary's own word.
    let own: Set<String>
    /// Those and the ones of the name in reports.
    let all: Set<String>

    /// The first letters of its words, as `PP` for police protection; nil where it is one word, or
    /// short ones that are initials themselves.
    private let initials: String?

    init(_ word: String, _ name: String) {
      let parts = DraftWords.words(of: word)
      let own = telling(parts)
      self.own = own.isEmpty ? Set(parts) : own
      all = self.own.union(telling(DraftWords.words(of: name)))
      initials =
        parts.count > 1 && parts.allSatisfy { $0.utf8.count > 3 }
        ? String(decoding: parts.compactMap { $0.utf8.first }, as: UTF8.self) : nil
    }

    /// How well a column's words name the thing, given words around the column; nil for not at all.
    func score(_ words: Set<String>, near around: Set<String>) -> Int? {
      let isWhole = initials.map(words.contains) ?? false
      let direct = words.intersection(all).count + (isWhole ? 1 : 0)
      guard direct > 0 else { return nil }
      let unknown = isWhole ? 0 : own.subtracting(words.union(around)).count
      guard unknown * 2 <= own.count else { return nil }
      return 3 * direct + around.subtracting(words).intersection(all).count - unknown
    }
  }

  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s"),
      word.utf8.dropLast().last != UInt8(ascii: "s")
    else { return word }
    return String(decoding: word.utf8.dropLast(), as: UTF8.self)
  }
}
