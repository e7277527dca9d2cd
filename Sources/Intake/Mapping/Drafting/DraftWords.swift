import CaseModel

/// The words of names of columns, and what they can be compared with.
enum DraftWords {
  /// The words of a name, in small letters; digits stay with the letters beside them, as in `s47`.
  ///
  /// A word that is several run together, as in `CPPLANID`, is taken apart where all of it is known.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    for byte in name.utf8 {
      let small = UnsafeRawBufferPointer.folded(byte)
      let isLetter = small &- 97 < 26
      let isCapital = isLetter && small != byte
      if !(isLetter || byte &- 48 < 10) || (isCapital && wasSmall) {
        if !word.isEmpty { words += apart(word) }
        word = []
      }
      if isLetter || byte &- 48 < 10 { word.append(small) }
      wasSmall = isLetter && !isCapital
    }
    if !word.isEmpty { words += apart(word) }
    return words
  }

  /// The known words that a word is put together of, the fewest; the word itself where it is none.
  private static func apart(_ word: [UInt8]) -> [String] {
    let whole = String(decoding: word, as: UTF8.self)
    guard (5...60).contains(word.count), !DraftLexicon.parts.contains(whole) else { return [whole] }
    /// The fewest words of each beginning.
    var best: [[String]?] = [[]] + Array(repeating: nil, count: word.count)
    for end in 1...word.count {
      for start in max(0, end - 14)..<end {
        guard let before = best[start] else { continue }
        let part = String(decoding: word[start..<end], as: UTF8.self)
        guard DraftLexicon.parts.contains(part) else { continue }
        if before.count + 1 < best[end]?.count ?? .max { best[end] = before + [part] }
      }
    }
    return best[word.count] ?? [whole]
  }

  /// The words with phrases as one thing and other forms of a word as one.
  static func canonical(_ words: [String]) -> [String] {
    var found: [String] = []
    var rest = words[...]
    while let word = rest.first {
      let phrase = DraftLexicon.phrases.first { rest.starts(with: $0.0) }
      if let phrase {
        found += phrase.1
        rest = rest.dropFirst(phrase.0.count)
      } else {
        let one = singular(word)
        found.append(DraftLexicon.forms[word] ?? DraftLexicon.forms[one] ?? one)
        rest = rest.dropFirst()
      }
    }
    return found
  }

  /// The words of a name that tell things apart, each in one form.
  static func telling(_ name: String) -> Set<String> {
    Set(
      canonical(words(of: name)).filter {
        !DraftLexicon.empty.contains($0) && !DraftLexicon.dates.contains($0)
          && !DraftLexicon.codes.contains($0) && !$0.utf8.allSatisfy { $0 &- 48 < 10 }
      })
  }

  static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s"),
      let before = word.utf8.dropLast().last, !"sui".utf8.contains(before)
    else { return word }
    return String(decoding: word.utf8.dropLast(), as: UTF8.self)
  }
}
