import CaseModel
import Faults
import Intake
import Testing

/// Rows that are no data: each is counted as what it is, and none hides a row of a child.
@Suite struct NonDataRowTests {
  private static let mapping = """
    mapping: test
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    lists:
      one:
        file: one.csv
        child: ID
        events:
          - event: cp_visit
            at: SEEN
            if empty: date missing
            outcome: KIND
    """

  @Test(
    "what a tool adds to a list is left out as what it is, and rows near to it are read",
    arguments: [
      // Under the header.
      ("--,----------,---\nC1,01/02/2025,9\n", ["C1"], ["2 dashes"]),
      ("-- ,\u{A0}--, -\nC1,01/02/2025,9\n", ["C1"], ["2 dashes"]),
      ("--,01/02/2025,9\nC1,01/02/2025,9\n", ["C1"], ["2 child"]),
      ("--,,\nC1,01/02/2025,9\n", ["C1"], ["2 empty"]),
      ("C1,01/02/2025,9\n--,--,--\n", ["C1"], ["3 empty"]),
      ("--,\u{2014},--\n", [], ["2 child"]), ("-- 1,01/02/2025,9\n", ["-- 1"], []),
      // The header again.
      ("C1,01/02/2025,9\nID,SEEN,KIND\nC2,02/02/2025,8\n", ["C1", "C2"], ["3 header"]),
      ("ID, SEEN ,KIND\u{A0}\n--,--,--\nC2,02/02/2025,8\n", ["C2"], ["2 header", "3 dashes"]),
      ("id,Seen,kind\n", [], ["2 header"]),
      ("C1,SEEN,KIND\n", ["C1"], []), ("IDX,SEEN,KIND\n", ["IDX"], []),
      // Totals.
      ("C1,01/02/2025,9\nTotal,,12\n", ["C1"], ["3 total"]),
      ("C1,01/02/2025,9\nGrand total,,\n", ["C1"], ["3 total"]),
      ("TOTAL:,\"1,234\",45.5%\n", [], ["2 total"]), ("Sub-total,,-3\n", [], ["2 total"]),
      (",Total,12\n", [], ["2 total"]), ("Total1,,12\n", ["Total1"], []),
      ("Total,01/02/2025,\n", ["Total"], []), ("Total,,x\n", ["Total"], []),
      ("Totality,,\n", ["Totality"], []), ("7,Total,\n", ["7"], []), ("12,,12\n", ["12"], []),
      ("Total,,1 2\n", ["Total"], []), ("Total,,-\n", ["Total"], []),
      // Nothing.
      ("C1,01/02/2025,9\n,,\n , \u{A0},\n", ["C1"], ["3 empty x2"]),
      (",,\nC1,01/02/2025,9\n", ["C1"], ["2 empty"]), (",01/02/2025,\n", [], ["2 child"]),
      // The count.
      ("C1,01/02/2025,9\n\n(1 row affected)\n", ["C1"], ["4 count"]),
      ("C1,01/02/2025,9\n\r\n\r\n(1 rows affected)\r\n\r\n", ["C1"], ["5 count"]),
      ("C1,01/02/2025,9\n(1 row(s) affected)", ["C1"], ["3 count"]),
      ("(0 rows affected)\n", [], ["2 count"]),
      ("(1 rows affected),,\n", ["(1 rows affected)"], []),
    ])
  func rows(text: String, children: [String], notUsed: [String]) throws {
    let reading = try MappingReading(Self.mapping, "one.csv", "ID,SEEN,KIND\n" + text)
    #expect(reading.sink.records.map(\.childID) == children)
    let aside = reading.sink.aside.map { ($0.rule, $0.source, 1) }
    let leftOut = reading.readings[0].notes.filter(\.isLeftOut).map {
      ($0.rule, $0.first, $0.count)
    }
    let kinds = (aside + leftOut).map { rule, source, count in
      let kind =
        [
          ("dashes", "dashes"), ("header", "header once more"), ("total", "total"),
          ("empty", "empty"), ("count", "counts the rows"), ("child", "names its child"),
        ].first { rule.contains($0.1) }
      return "\(source.line) \(kind?.0 ?? rule)" + (count > 1 ? " x\(count)" : "")
    }
    #expect(kinds == notUsed)
    let counts = reading.readings[0].counts
    #expect(counts.isBalanced && counts.used == children.count)
    #expect(counts.setAside == aside.count)
    #expect(counts.leftOut == leftOut.reduce(0) { $0 + $1.2 })
  }

  @Test("a row that is no data is no issue, and one without a child may hide a breach")
  func severity() throws {
    let text = "ID,SEEN,KIND\n--,--,--\nTotal,,2\n,,\n,01/02/2025,\nID,SEEN,KIND\n(0 rows affected)"
    let reading = try MappingReading(Self.mapping, "one.csv", text)
    #expect(reading.sink.aside.map(\.severity) == [.harmful])
    #expect(reading.sink.asidePlaces == ["5:1"])
    #expect(reading.readings[0].counts == RowCounts(read: 6, setAside: 1, leftOut: 5))
  }

  @Test("a row in which only the authority and the mark of made-up children stand is blank")
  func blank() throws {
    let mapping = Self.mapping + "\n    authority: LA\n    synthetic: MARK is Test\n"
    let text =
      "ID,SEEN,KIND,LA,MARK\nC1,01/02/2025,9,999,Test\n,,,999,Test\nNULL,n/a,,999,Test\n"
      + ",,9,999,Test\n#REF!,,,999,Test\n"
    let reading = try MappingReading(mapping, "one.csv", text)
    #expect(reading.readings[0].counts == RowCounts(read: 5, used: 1, setAside: 2, leftOut: 2))
    #expect(reading.sink.asidePlaces == ["5:1", "6:1"])
  }

  @Test(
    "whatever else is ragged refuses the whole file, and so does another list's header",
    arguments: [
      ("C1,01/02/2025,9\n(1 rows affected)\nC2,01/02/2025,9\n", 3),
      ("C1,01/02/2025,9\n(1 rows affected)\n(1 rows affected)\n", 3),
      ("C1,01/02/2025,9\n\"(1 rows affected)\"\n", 3), ("C1,01/02/2025,9\n(1 rows)\n", 3),
      ("C1,01/02/2025,9\n(one row affected)\n", 3), ("C1,01/02/2025,9\n(rows affected)\n", 3),
      ("C1,01/02/2025,9\n1 rows affected\n", 3), ("C1,01/02/2025,9\nTotal\n", 3),
      ("C1,01/02/2025,9\n---\n", 3), ("C1,01/02/2025,9\n,,,\n", 3),
      ("C1,01/02/2025,9\nID,KIND,SEEN\n", 3), ("C1,01/02/2025,9\nID,SEEN,OTHER\n", 3),
    ])
  func refused(text: String, line: Int) throws {
    let fault = try #require(
      try MappingReading.refusal(Self.mapping, "one.csv", "ID,SEEN,KIND\n" + text))
    #expect(fault.code == .inputRefused)
    #expect(fault.place?.line == line)
  }

  @Test("a count that is not that of the rows is noted")
  func count() throws {
    let head = "ID,SEEN,KIND\n--,--,--\nC1,01/02/2025,9\n,01/02/2025,\n"
    let whole = try MappingReading(Self.mapping, "one.csv", head + "(2 rows affected)\n")
    #expect(whole.readings[0].notes.allSatisfy { $0.isLeftOut })
    let cut = try MappingReading(Self.mapping, "one.csv", head + "(3 rows affected)\n")
    let notes = cut.readings[0].notes.filter { !$0.isLeftOut }
    #expect(notes.map(\.first.line) == [5])
    #expect(notes.map(\.rule.utf8.count).allSatisfy { $0 > 0 })
  }

  @Test("a row that is no data does not make a made-up feed a real one")
  func synthetic() throws {
    let mapping = Self.mapping + "\n    synthetic: KIND is Test\n"
    let text = "ID,SEEN,KIND\n--,--,--\nC1,01/02/2025,Test\nTotal,,1\n"
    #expect(try MappingReading(mapping, "one.csv", text).feed.isSynthetic)
  }

  @Test("a no-break space is a blank, around names and values and inside them")
  func noBreakSpace() throws {
    let mapping = """
      mapping: test
      title: A test
      as of: always 2026-03-31
      dates: [dd/mm/yyyy]
      encoding: windows-1252
      lists:
        one:
          file: one.csv
          child: Child id
          only when: Kind is Core group
          events:
            - event: core_group_held
              at: Day
              who: {role: Role, part: always attended}
      """
    let text = "\u{A0}Child\u{A0}id ,Day\u{A0},Kind,Role\n"
    let row = "\u{A0}C1\u{A0} , \u{A0}01/02/2025\u{A0},Core\u{A0}group,School\u{A0}nurse \n"
    let lines = ["child C1", "core_group_held 2025-02-01 attended school_nurse"]
    let old = (text + row).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(try MappingReading(mapping, [("one.csv", old)]).sink.lines == lines)
    let utf8 = [UInt8](arrayLiteral: 0xEF, 0xBB, 0xBF) + Array((text + row).utf8)
    #expect(try MappingReading(mapping, [("one.csv", utf8)]).sink.lines == lines)
  }
}
