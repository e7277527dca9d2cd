import CaseModel
import Clocks
import Faults
import Intake
import Testing

/// What a mapping can say beyond the shipped example.
@Suite struct MappingTests {
  /// A mapping of one list with these lines in it.
  private func mapping(_ lines: String, top: String = "") -> String {
    let head =
      "mapping: test\ntitle: A test\nas of: always 2026-03-31\n"
      + (top.contains("dates:") ? "" : "dates: [dd/mm/yyyy]\n") + top + "\n"
    return head + "lists:\n  one:\n"
      + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  private let plain = """
    file: one*.csv
    child: ID
    events:
      - event: cp_visit
        at: SEEN
    """

  @Test("titles may stand above the header, which is found by its columns")
  func titles() throws {
    let text = "Visits,,\r\n\"As of 31, March\"\r\n\r\nother,SEEN , id\r\nx,01/02/2025,C1\r\n"
    let reading = try MappingReading(
      mapping(plain, top: "header within: 10"), "one.csv", text)
    #expect(reading.sink.lines == ["child C1", "cp_visit 2025-02-01"])
    #expect(reading.sink.records[0].events[0].source == Source(file: 3, line: 5, column: 3))
    #expect(reading.readings[0].notes.map(\.count) == [1])
    #expect(reading.readings[0].notes[0].rule.contains("\"other\""))
  }

  @Test("an event's date that cannot be read is a fault of its record too, a child's is not")
  func unreadable() throws {
    let text = "ID,SEEN,BORN\nC1,31/02/2025,31/02/2015\nC1,30/02/2025,01/02/2015\n"
    let reading = try MappingReading(mapping(plain + "\nborn: BORN"), "one.csv", text)
    let notes = reading.readings[0].notes
    #expect(Set(notes.map(\.rule)).count == 1)
    #expect(notes.map(\.count) == [1, 2])
    #expect(notes.map(\.first.column) == [15, 4])
    #expect(notes.map(\.isIssue) == [false, true])
  }

  @Test(
    "fields that are parted by another sign than the mapping says are told by it",
    arguments: [(";", "semicolon"), ("\t", "tab"), ("|", "pipe")])
  func otherDelimiter(sign: String, word: String) throws {
    let text = "ID,SEEN\nC1,01/02/2025\n".replacing(",", with: sign)
    let fault = try #require(try MappingReading.refusal(mapping(plain), "one.csv", text))
    #expect(fault.rule.contains("parted by comma, and these by \(word)"))
    #expect(fault.nextStep.contains("delimiter: \(word)"))
    let read = try MappingReading(mapping(plain, top: "delimiter: \(word)"), "one.csv", text)
    #expect(read.sink.lines == ["child C1", "cp_visit 2025-02-01"])
  }

  @Test("a missing column is named with the nearest one")
  func missingColumn() throws {
    let fault = try #require(
      try MappingReading.refusal(mapping(plain), "one.csv", "ID,SEEM\nC1,01/02/2025\n"))
    #expect(fault.code == .inputRefused)
    #expect(fault.rule.contains("\"SEEN\""))
    #expect(fault.nextStep.contains("\"SEEM\""))
  }

  @Test("a file without a header is refused without any of its values")
  func noHeader() throws {
    let fault = try #require(
      try MappingReading.refusal(mapping(plain), "one.csv", "SEEM,secret\nSEEM,secret\n"))
    #expect(!fault.description.contains("SEEM") && !fault.description.contains("secret"))
  }

  @Test("columns are found by one of several names, or by a pattern, and may be left out")
  func columns() throws {
    let mapping = mapping(
      """
      file: [two.csv, one*.csv]
      child: ID
      worker: WORKER
      columns:
        ID:
          named: [PERSON, CHILD_ID]
        SEEN:
          matching: "*date*"
        WORKER:
          optional: yes
        ALONE:
          optional: yes
      not read: [X*]
      events:
        - event: cp_visit
          at: SEEN
          with:
            seen_alone: ALONE
      """)
    let short = try MappingReading(mapping, "one.csv", "child_id,Visit Date\nC1,01/02/2025\n")
    #expect(short.sink.lines == ["child C1", "cp_visit 2025-02-01"])
    #expect(short.feed.attributes.isEmpty)
    let long = try MappingReading(
      mapping, "TWO.csv", "Person,x1,Alone,Visit Date,worker\nC1,9,Y,01/02/2025,W1\n")
    #expect(long.sink.lines == ["child C1 worker W1", "cp_visit 2025-02-01 seen_alone=yes"])
    #expect(long.feed.attributes.count == 1)
    #expect(long.readings[0].notes.isEmpty)
    let both = try MappingReading.refusal(
      mapping, "one.csv", "child_id,Visit Date,Date seen\nC1,01/02/2025,\n")
    #expect(both?.code == .inputRefused)
  }

  @Test("ids are composed, codes are cut out, null words are empty, values are translated")
  func values() throws {
    let reading = try MappingReading(
      mapping(
        """
        file: one.csv
        child: "{AREA}-{ID}"
        null words: [N/A, "#N/A"]
        delimiter: semicolon
        encoding: windows-1252
        columns:
          NEED:
            before: " - "
            values: needs
          ALONE:
            without: list letter
          SEEN:
            dates: [dd/mm/yyyy, yyyy-mm-dd, excel serial]
        processes:
          s47:
            id: "{ID}/{CASE}"
            with:
              category: NEED
        events:
          - event: cp_visit
            in: s47
            at: SEEN
            state: STATE
            due: DUE
            with:
              seen_alone: ALONE
          - event: frequency_set
            at: "{DAY} {TIME}"
        """,
        top: """
          dates: [dd/mm/yyyy hh:mm, dd/mm/yyyy]
          values:
            needs:
              N1: neglect
              N2: other
          """),
      "one.csv",
      """
      AREA;ID;CASE;NEED;ALONE;SEEN;STATE;DUE;DAY;TIME
      N\u{A0};1;7;n1 - Neglect (caf\u{65});a) Yes;45689;Planned;02/02/2025;01/02/2025;09:30
      S;2;#n/a;N2 ;b) no;2025-02-01;held;N/A;01/02/2025;
      S;3;8;N/A;N/A;45689.75;not required;;N/A;N/A
      """.replacingNoBreakSpace())
    #expect(
      reading.sink.lines == [
        "child N-1", "s47 1/7 category=neglect",
        "cp_visit planned 2025-02-01 in s47 1/7 due 2025-02-02 seen_alone=yes",
        "frequency_set 2025-02-01T09:30",
        "child S-2", "cp_visit 2025-02-01 seen_alone=no", "frequency_set 2025-02-01",
        "child S-3", "s47 3/8", "cp_visit not_required 2025-02-01T18:00 in s47 3/8",
      ])
  }

  @Test("rows are filtered, and rows of one identity that differ are noted")
  func rows() throws {
    let text = "ID,SEEN,KIND\nC1,01/02/2025,a\nC1,01/02/2025,a\nC1,02/02/2025,b\nC2,,c\n"
    let reading = try MappingReading(
      mapping(plain + "\nonly when: KIND is not c\nrow identity: ID"), "one.csv", text)
    #expect(reading.readings[0].counts == RowCounts(read: 4, used: 3, leftOut: 1, copies: 1))
    let notes = reading.readings[0].notes
    #expect(notes.map(\.first.line) == [4, 5] && notes.map(\.isLeftOut) == [false, true])
    #expect(reading.sink.aside.isEmpty)
  }

  @Test("birth, death and the unborn stand on the child")
  func child() throws {
    let reading = try MappingReading(
      mapping(
        "file: one.csv\nchild: ID\nborn: DOB\ndied: DOD\nexpected: EDD\nprocesses:\n  s47: S"),
      "one.csv",
      "ID,DOB,DOD,EDD,S\nC1,29/02/2020,01/02/2025,,1\nC2,,,01/05/2026,\nC3,29/02/2021,,,\n")
    #expect(
      reading.sink.lines == [
        "child C1 born 2020-02-29 died 2025-02-01", "s47 1", "child C2 expected 2026-05-01",
        "child C3 born unreadable",
      ])
    #expect(Set(reading.carried.keys) == ["child_born", "child_expected", "child_died"])
  }

  @Test("an invitation in a list of its own does not hold a meeting that was called off")
  func invitation() throws {
    let mapping = """
      mapping: test
      title: A test
      as of: always 2026-03-31
      dates: [dd/mm/yyyy]
      child: ID
      lists:
        meetings:
          file: meetings.csv
          events:
            - event: strategy_meeting
              at: DAY
              state: STATE
        people:
          file: people.csv
          events:
            - event: strategy_meeting
              at: DAY
              depth: elsewhere
              who: {role: ROLE, part: PART}
      """
    let files = [
      ("meetings.csv", "ID,DAY,STATE\nC1,01/02/2025,Cancelled\n"),
      ("people.csv", "ID,DAY,ROLE,PART\nC1,01/02/2025,Police,Invited\n"),
    ].map { (name: $0.0, bytes: Array($0.1.utf8)) }
    for files in [files, files.reversed()] {
      let lines = try MappingReading(mapping, files).sink.lines
      #expect(lines.contains("strategy_meeting cancelled 2025-02-01 invited police"))
      #expect(!lines.contains { $0.hasPrefix("strategy_meeting 2025") })
    }
  }

  @Test("an export says of which moment it is")
  func asOf() throws {
    let named = mapping(plain).replacingLine(
      "as of: always 2026-03-31", "as of: from the file name")
    let text = "ID,SEEN\nC1,01/02/2025\n"
    #expect(
      try MappingReading(named, "one-20260331.csv", text).feed.asOf.description == "2026-03-31")
    let fault = try #require(try MappingReading.refusal(named, "one.csv", text))
    #expect(
      fault.nextStep
        == "write its day into its name, as in lcs-2026-03-31.csv, or give the day with --as-of YYYY-MM-DD"
    )
    let given = try MappingReading(
      named, [("one-20260331.csv", Array(text.utf8))], asOf: MomentText.read("2026-01-01"))
    #expect(given.feed.asOf.description == "2026-01-01")
    #expect(throws: Fault.self) {
      try MappingReading(
        named, [("one-20260331.csv", Array(text.utf8)), ("one-20260330.csv", Array(text.utf8))])
    }
  }

  @Test("a file that is no list of the mapping, or two, is refused")
  func files() throws {
    #expect(try MappingReading.refusal(mapping(plain), "two.csv", "ID\n")?.code == .inputRefused)
    let twice =
      mapping(plain) + "  two:\n    file: one.csv\n    child: ID\n    processes: {s47: S}\n"
    #expect(try MappingReading.refusal(twice, "one.csv", "ID\n")?.code == .configuration)
  }

  @Test("a pattern that finds a column of names is refused")
  func personalPattern() throws {
    let lines = plain + "\nworker: W\ncolumns:\n  W:\n    matching: \"WORKER*\""
    let fault = try MappingReading.refusal(mapping(lines), "one.csv", "ID,SEEN,WORKER_NAME\n")
    #expect(fault?.code == .configuration)
  }
}

extension String {
  /// The text with one line exchanged.
  fileprivate func replacingLine(_ line: String, _ other: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == line[...] ? other[...] : $0 }.joined(separator: "\n")
  }

  /// The text without its no-break space, whose bytes would be two signs of windows-1252.
  fileprivate func replacingNoBreakSpace() -> String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{A0}" }))
  }
}
