import Testing

@testable import Intake

@Suite struct NameTests {
  @Test(
    "a pattern fits whole names, whatever their case",
    arguments: [
      ("S47_ID", "s47_id", true), (" S47_ID ", "S47_ID\t", true), ("S47_ID", "S47_IDX", false),
      ("S47*", "S47_ID", true), ("*ID", "S47_ID", true), ("*_*D", "S47_ID", true),
      ("S*7*I*D", "S47_ID", true), ("S47*X", "S47_ID", false), ("*", "", true), ("", "A", false),
      ("lcs-plans-*.csv", "lcs-plan-events-2026.csv", false), ("a*b*b", "abab", true),
      ("Visit date", "Visit\r\ndate", true), ("Visit  date", "Visit date", true),
      ("Visit date", "Visit \u{A0}\tdate", true), ("Visitdate", "Visit\ndate", false),
      ("Visit*made", "Visit\n\nnot made", true), ("\u{A3} *", "\u{A3}  20", true),
      ("*\u{E9}*", "caf\u{E9}s", true), ("*\u{E9}*", "cafe\u{301}s", false),
    ])
  func pattern(pattern: String, name: String, fits: Bool) {
    #expect(NamePattern(pattern).matches(name) == fits)
  }

  @Test("patterns agree with a slow reference on every short name")
  func reference() {
    func fits(_ pattern: Substring.UTF8View, _ name: Substring.UTF8View) -> Bool {
      guard let first = pattern.first else { return name.isEmpty }
      if first == UInt8(ascii: "*") {
        return fits(pattern.dropFirst(), name) || (!name.isEmpty && fits(pattern, name.dropFirst()))
      }
      return name.first == first && fits(pattern.dropFirst(), name.dropFirst())
    }
    func words(_ letters: [String], upTo length: Int) -> [String] {
      var all = [""]
      var last = [""]
      for _ in 0..<length {
        last = last.flatMap { word in letters.map { word + $0 } }
        all += last
      }
      return all
    }
    for pattern in words(["a", "b", "*"], upTo: 4) {
      let compiled = NamePattern(pattern)
      for name in words(["a", "b"], upTo: 5) {
        #expect(compiled.matches(name) == fits(pattern[...].utf8, name[...].utf8))
      }
    }
  }

  @Test(
    "columns that look like names, addresses or free text are known",
    arguments: [
      ("FORENAME", true), ("Child Surname", true), ("childName", true), ("POST_CODE", true),
      ("POSTCODE", true), ("home-address", true), ("Notes 2", true), ("COMMENTS", true),
      ("FIRST_NAME", true), ("free text", true), ("*NAME*", true), ("TEAM_NAME", true),
      ("PERSON_ID", false), ("RENAMED", false), ("NAMESPACE_ID", false), ("EVENT_DATE", false),
      // Names, also of things, which are nobody's.
      ("Known as", true), ("CLIENTNAME", true), ("WorkerName", true), ("Name of child", true),
      ("USERNAME", true), ("Initials", true), ("EVENT_NAME", false), ("NAME_OF_LIST", false),
      ("FORMNAME", false), ("controlname", false), ("FILENAME", false), ("rename", false),
      ("NAME_ID", false),
      ("SURNAME_CODE", true), ("List names", true), ("INITIAL_DATE", false),
      // Where and how to reach somebody.
      ("House No", true), ("UPRN", true), ("Tel.", true), ("MOBILE2", true), ("E-mail", true),
      ("eMail", true), ("HOMEADDRESS", true), ("ADDRESS_ID", false), ("Postcode id", true),
      ("Addressed on", false), ("TELLING_DATE", false), ("POSTING_DATE", false),
      // Numbers that people carry through life; a birth date is read.
      ("NHS_NUMBER", true), ("NHS No", true), ("UPN", true), ("ULN", true), ("DOB", false),
      ("Date of birth", false), ("NHS_TRUST_CODE", false), ("UPON_DATE", false),
      // Free text, and dates and codes of it.
      ("REASON_TEXT", true), ("Reason", false), ("REASON_CODE", false), ("Case notes", true),
      ("CASENOTES", true), ("NOTE_DATE", false), ("Details", true), ("CIN_DETAILS_ID", false),
      ("Outcome description", true), ("NOTED", false), ("CONTEXT", false), ("Narrative 1", true),
      ("Child's wishes", true), ("TEXTILE", false), ("Commented", false), ("", false), ("1", false),
    ])
  func personal(column: String, isPersonal: Bool) {
    #expect((PersonalColumns.word(in: column) != nil) == isPersonal)
  }

  @Test(
    "values become words of the vocabulary",
    arguments: [
      ("School nurse", "school_nurse"), ("  No longer in need ", "no_longer_in_need"),
      ("follow-up / visit", "follow_up_visit"), ("", ""), ("police", "police"),
    ])
  func words(text: String, word: String) {
    #expect(String(decoding: String.wordBytes(text), as: UTF8.self) == word)
  }

  @Test("a table of words finds each of them and nothing else")
  func table() {
    let words = (0..<300).map { "word \($0)" }
    let table = WordTable(words.enumerated().map { ($1, $0) })
    for (index, word) in words.enumerated() {
      #expect(Array(word.uppercased().utf8).withUnsafeBytes { table.value($0) } == index)
      let other = word + "x"
      #expect(Array(other.utf8).withUnsafeBytes { table.value($0) } == nil)
    }
  }
}
