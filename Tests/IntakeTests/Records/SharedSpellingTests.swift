import CaseModel
import Clocks
import Intake
import Testing

/// What one format accepts, every format accepts: blanks, yes and no, dates and words.
@Suite struct SharedSpellingTests {
  /// The lines of one interchange row below the usual header.
  private func interchange(_ row: String) throws -> [String] {
    try InterchangeReading.rows(row + "\n").sink.lines
  }

  /// The lines of one row of a list whose columns hold a child, a plan, a day, a mark and a role.
  private func list(_ row: String) throws -> [String] {
    let mapping = """
      mapping: test
      title: A test
      as of: always 2026-03-31
      dates: [dd/mm/yyyy, ISO]
      lists:
        visits:
          file: visits.csv
          child: ID
          processes: {cp_plan: PLAN}
          events:
            - event: cp_visit
              in: cp_plan
              at: SEEN
              with: {seen_alone: ALONE}

      """
    return try MappingReading(mapping, "visits.csv", "ID,PLAN,SEEN,ALONE\n" + row + "\n").sink.lines
  }

  @Test("a census trims the no-break space, as the other formats do")
  func noBreakSpace() throws {
    let read = try CensusReading(
      children: """
        <Child><ChildIdentifiers><LAchildID>\u{A0}X1 \u{A0}</LAchildID>
        <PersonBirthDate>2015-02-01\u{A0}</PersonBirthDate></ChildIdentifiers>
        <CINdetails><CINreferralDate>\u{A0}2024-06-03</CINreferralDate>
        <ReferralNFA>\u{A0}</ReferralNFA></CINdetails></Child>
        """)
    #expect(
      read.recorder.lines == [
        "child X1 born 2015-02-01", "episode ", "referral_received 2024-06-03 in episode ",
      ])
    #expect(read.reading.notes.isEmpty)
    #expect(
      try interchange("\u{A0}X1 ,,,,contact_received,2024-06-03\u{A0},,,,") == [
        "child X1", "contact_received 2024-06-03",
      ])
    #expect(
      try list("\u{A0}X1,7 \u{A0},03/06/2024\u{A0},") == [
        "child X1", "cp_plan 7", "cp_visit 2024-06-03 in cp_plan 7",
      ])
  }

  @Test(
    "t and f are yes and no in every format, and a word that is neither is unreadable",
    arguments: [
      ("t", "yes"), ("F", "no"), ("TRUE", "yes"), ("n", "no"), ("maybe", "unreadable"),
    ])
  func truth(_ word: String, _ value: String) throws {
    let census = try CensusReading(
      child: """
        <CINdetails><CINreferralDate>2024-06-03</CINreferralDate>
        <ReferralNFA>\(word)</ReferralNFA></CINdetails>
        """)
    // In a census a mark of no is the absence of the flag.
    #expect(
      census.recorder.lines[1] == "episode " + (value == "no" ? "" : " referral_nfa=\(value)"))
    #expect(
      try interchange("X1,cp_plan,7,,cp_visit,2024-06-03,,,,seen_alone=\(word)").last
        == "cp_visit 2024-06-03 in cp_plan 7 seen_alone=\(value)")
    #expect(
      try list("X1,7,03/06/2024,\(word)").last
        == "cp_visit 2024-06-03 in cp_plan 7 seen_alone=\(value)")
  }

  @Test(
    "a date with an offset is the day that it writes in every format",
    arguments: ["2024-06-03Z", "2024-06-03+01:00"])
  func offset(_ date: String) throws {
    let census = try CensusReading(
      child: "<CINdetails><CINreferralDate>\(date)</CINreferralDate></CINdetails>")
    #expect(census.recorder.lines.last == "referral_received 2024-06-03 in episode ")
    #expect(
      try interchange("X1,cp_plan,7,,cp_visit,\(date),,,,due=\(date)").last
        == "cp_visit 2024-06-03 in cp_plan 7 due 2024-06-03")
    #expect(try list("X1,7,\(date),").last == "cp_visit 2024-06-03 in cp_plan 7")
    let text = "# as_of: \(date)\n" + InterchangeReading.header
    #expect(try InterchangeReading(text).feed.asOf.description == "2024-06-03")
  }

  @Test("a word of the vocabulary may be written with capitals and blanks in an interchange file")
  func words() throws {
    let row = "X1,CP plan,7,,CP review held,2024-06-03,Report only,,School nurse,Agency=Met"
    #expect(
      try interchange(row) == [
        "child X1", "cp_plan 7",
        "cp_review_held 2024-06-03 in cp_plan 7 report_only school_nurse of Met",
      ])
    #expect(
      try interchange("X1,s47,7,,ICPC held,,Not required,,,").last
        == "icpc_held not_required absent in s47 7")
    #expect(
      try interchange("X1,cp_plan,7,,CP visit,2024-06-03,,,,Seen alone=yes").last
        == "cp_visit 2024-06-03 in cp_plan 7 seen_alone=yes")
  }

  @Test("an outcome of an interchange file stays as it is written, for a rule names it so")
  func outcome() throws {
    #expect(
      try interchange("X1,s47,7,,s47_completed,2024-06-03,,NFA,,").last
        == "s47_completed 2024-06-03 in s47 7 outcome NFA")
  }
}
