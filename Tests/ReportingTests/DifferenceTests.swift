import RuleBook
import Testing

@testable import Reporting

@Suite struct DifferenceTests {
  static let rows = [
    Difference.Row(
      rule: "england/icpc", title: "Initial child protection conference", team: "=T1",
      month: "2025-03", before: .met, after: .metLate, count: 1200),
    Difference.Row(
      rule: "england/icpc", title: "Initial child protection conference", team: "T\u{202E}2",
      month: "", before: nil, after: .due, count: 3),
    Difference.Row(
      rule: "england/other", title: "Other", team: "", month: "2025-04", before: .met, after: nil,
      count: 1),
  ]

  @Test("the text groups by rule, sums up, and shows what a terminal would obey as an escape")
  func text() {
    let difference = Difference(
      changes: ["england/icpc limit = 10 working days"], checksBefore: 4000, checksAfter: 4002,
      onlyDueMoved: 17, rows: Self.rows)
    #expect(
      difference.lines == [
        "What if: england/icpc limit = 10 working days",
        "",
        "Initial child protection conference (england/icpc)",
        "  team        month    before    after     checks",
        "  =T1         2025-03  met       met late   1,200",
        "  T⟨U+202E⟩2  no due   no check  due            3",
        "  in all 1,200: met before, met late after",
        "  in all 3: no check before, due after",
        "",
        "Other (england/other)",
        "  team     month    before  after     checks",
        "  no team  2025-04  met     no check       1",
        "",
        "1,204 of 4,000 checks would come to something else; 17 more would only be due on another day.",
      ])
  }

  @Test("where nothing differs it says so in one line, and where only dates move it says that")
  func nothing() {
    var difference = Difference(
      changes: ["x"], checksBefore: 1, checksAfter: 1, onlyDueMoved: 0, rows: [])
    #expect(
      difference.lines == [
        "What if: x", "", "Nothing differs: 1 check comes to the same on the same day.",
      ])
    difference.checksBefore = 20
    #expect(
      difference.lines.last == "Nothing differs: 20 checks come to the same on the same days.")
    difference.onlyDueMoved = 2
    #expect(
      difference.lines.last
        == "None of 20 checks would come to something else; 2 would only be due on another day.")
  }

  @Test("the CSV has one row each and no field that a spreadsheet would run")
  func csv() {
    let difference = Difference(
      changes: [], checksBefore: 0, checksAfter: 0, onlyDueMoved: 0, rows: Self.rows)
    let text = String(decoding: difference.csv.dropFirst(3), as: UTF8.self)
    #expect(
      text == """
        "rule","team","month","before","after","checks"\r
        "england/icpc","'=T1","2025-03","met","met late","1200"\r
        "england/icpc","T\u{202E}2","","no check","due","3"\r
        "england/other","","2025-04","met","no check","1"\r

        """)
  }

  @Test("the JSON has the same rows and the totals")
  func json() {
    let difference = Difference(
      changes: ["a \"b\""], checksBefore: 5, checksAfter: 6, onlyDueMoved: 1,
      rows: [Self.rows[2]])
    #expect(
      String(decoding: difference.json, as: UTF8.self) == """
        {"changes":["a \\"b\\""],"checks_before":5,"checks_after":6,"differing":1,"only_due_moved":1,"rows":[
        {"rule":"england/other","team":"","month":"2025-04","before":"met","after":"no check","checks":1}]}

        """)
  }
}
