/// Which columns may hold a name, an address or free text, by their own names.
///
/// Duly never reads such a column, so that no report can show it.
enum PersonalColumns {
  private static let words: Set<String> = [
    "name", "names", "forename", "forenames", "firstname", "surname", "lastname", "fullname",
    "middlename", "alias", "aka", "address", "addr", "street", "postcode", "postal", "phone",
    "telephone", "mobile", "email", "note", "notes", "comment", "comments", "narrative",
    "description", "freetext", "summary",
  ]

  /// The word of a column's name that gives it away; nil where there is none.
  ///
  /// Words end at anything but a letter, and where a capital follows a small letter.
  static func word(in column: String) -> String? {
    var word: [UInt8] = []
    var parts: [String] = []
    var wasSmall = false
    for byte in column.utf8 {
      let small = byte | 0x20
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
      let isCapital = isLetter && small != byte
      if !isLetter || (isCapital && wasSmall) {
        parts.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      if isLetter { word.append(small) }
      wasSmall = isLetter && !isCapital
    }
    parts.append(String(decoding: word, as: UTF8.self))
    return parts.first { words.contains($0) } ?? pair(parts)
  }

  /// `first name` and `free text` as two words.
  private static func pair(_ parts: [String]) -> String? {
    for (first, second) in zip(parts, parts.dropFirst()) where words.contains(first + second) {
      return first + second
    }
    return nil
  }
}
