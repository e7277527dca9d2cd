/// Tells the columns that may hold a name, an address or free text, by their own names.
///
/// Duly never reads such a column, so that no report can show it. Birth dates are read, for age
/// decides what is owed; numbers that people carry through life are not, for the case system's own
/// id does their work.
enum PersonalColumns {
  /// Words that give a column away wherever they stand.
  private static let always: Set<String> = [
    // Names.
    "forename", "forenames", "firstname", "firstnames", "surname", "surnames", "lastname",
    "familyname", "givenname", "fullname", "middlename", "maidenname", "knownas", "alias",
    "aliases", "aka", "initials", "nickname", "username",
    // Where and how to reach somebody.
    "street", "road", "town", "postcode", "postcodes", "postal", "uprn", "housenumber", "houseno",
    "housename", "phone", "telephone", "tel", "mobile", "landline", "fax", "email", "emails",
    "phonenumber", "contactnumber", "contactno",
    // Numbers that people carry through life.
    "upn", "uln", "nhsnumber", "nhsno", "nhsid", "nhsnum", "nino", "ninumber", "passport",
    // Free text.
    "narrative", "freetext", "reasontext", "memo", "remark", "remarks", "chronology", "synopsis",
    "rationale", "wishes",
  ]
  /// Words that give a column away unless it holds an id, a code or a date of the thing.
  private static let unlessCoded: Set<String> = [
    "name", "names", "address", "addresses", "addr", "note", "notes", "comment", "comments",
    "description", "summary", "text", "detail", "details", "analysis", "observation",
    "observations", "statement", "views", "feedback",
  ]
  /// The ends of words that were written together: `CLIENTNAME`.
  private static let ends = [
    "name", "names", "address", "postcode", "notes", "comments", "telephone", "email",
  ]
  /// Last words of columns that hold no text.
  private static let coded: Set<String> = [
    "id", "ids", "code", "codes", "key", "date", "dttm", "datetime", "flag", "count",
  ]
  /// Things whose names are no names of people: `EVENT_NAME`, `NAME_OF_LIST`, `FORMNAME`.
  private static let things: Set<String> = [
    "activity", "column", "control", "episode", "event", "field", "file", "form", "list", "outcome",
    "plan",
    "process", "re", "stage", "status", "step", "system", "table", "task", "template", "type",
    "visit", "workflow",
  ]

  /// The word of a column's name that gives it away; nil where there is none.
  ///
  /// Words end at anything but a letter, and where a capital follows a small letter.
  static func word(in column: String) -> String? {
    let parts = words(of: column)
    for (first, second) in zip(parts, parts.dropFirst()) where always.contains(first + second) {
      return first + second
    }
    // `e-mail`, whose first word is a single letter.
    if zip(parts, parts.dropFirst()).contains(where: { $0 == "e" && $1 == "mail" }) {
      return "email"
    }
    let isCoded = parts.last.map(coded.contains) ?? false
    for (index, part) in parts.enumerated() {
      if always.contains(part) { return part }
      if unlessCoded.contains(part) {
        let isOfThing = part == "name" && isOfThing(index, parts)
        if !isCoded, !isOfThing { return part }
      } else if let end = ends.first(where: { part.utf8.count > $0.utf8.count && part.hasEnd($0) }),
        !things.contains(String(decoding: part.utf8.dropLast(end.utf8.count), as: UTF8.self))
      {
        return part
      }
    }
    return nil
  }

  /// The words of a column's name, in small letters.
  static func words(of column: String) -> [String] {
    var word: [UInt8] = []
    var parts: [String] = []
    var wasSmall = false
    for byte in column.utf8 {
      let small = byte | 0x20
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
      let isCapital = isLetter && small != byte
      if !isLetter || (isCapital && wasSmall) {
        if !word.isEmpty { parts.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(small) }
      wasSmall = isLetter && !isCapital
    }
    if !word.isEmpty { parts.append(String(decoding: word, as: UTF8.self)) }
    return parts
  }

  /// Whether a name is that of a thing: `event name`, `name of list`.
  private static func isOfThing(_ index: Int, _ parts: [String]) -> Bool {
    if index > 0, things.contains(parts[index - 1]) { return true }
    guard index + 2 < parts.count, parts[index + 1] == "of" else { return false }
    return things.contains(parts[index + 2])
  }
}

extension String {
  /// Whether the bytes end with those of another.
  fileprivate func hasEnd(_ end: String) -> Bool {
    utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
