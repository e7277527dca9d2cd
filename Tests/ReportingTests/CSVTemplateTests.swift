import Faults
import RuleBook
import Testing

@testable import Reporting

@Suite("CSV templates")
struct CSVTemplateTests {
  @Test(
    "What a CSV template must not say, with its place",
    arguments: [
      ("board/x.yaml", "columns:\n  pseudonim: A", 2, 3, "pseudonym"),
      ("board/x.yaml", "columns:\n  child: A", 2, 3, "pseudonym"),
      ("board/x.yaml", "columns:\n  rule: A\n  worker: B", 3, 3, "remove"),
      ("board/x.yaml", "columns:\n  file: B", 2, 3, "remove"),
      ("board/x.yaml", "columns:\n  line: B", 2, 3, "remove"),
      ("board/x.yaml", "columns:\n  team: B", 2, 3, "remove"),
      ("board/x.yaml", "columns:\n  rule: B\nsort: [child]", 3, 8, "pseudonym"),
      ("board/x.yaml", "teams: [T1]\ncolumns:\n  rule: B", 1, 9, "remove"),
      ("team/x.yaml", "outcomes: [met laet]\ncolumns:\n  rule: B", 1, 12, "met late"),
      ("team/x.yaml", "basis: statut\ncolumns:\n  rule: B", 1, 8, "statute"),
      ("team/x.yaml", "colums:\n  rule: B", 1, 1, "columns"),
      ("team/x.yaml", "due_within_days: soon\ncolumns:\n  rule: B", 1, 18, "number"),
      ("team/x.yaml", "columns:\n  rule: B\nsort: [due backwards]", 3, 8, "descending"),
      ("team/x.yaml", "leave_out_ended: true\ncolumns:\n  rule: B", 1, 18, "yes or no"),
    ])
  func refused(path: String, text: String, line: Int, column: Int, next: String) {
    let fault = #expect(throws: Fault.self) { try CSVTemplate(text, path: path) }
    #expect(fault?.place == Place(file: path, line: line, column: column), "\(text)")
    #expect(fault?.nextStep.contains(next) == true, "\(String(describing: fault))")
  }

  @Test(
    "A template takes the place of no file with a layout of its own",
    arguments: [
      "board/measures.yaml", "team/data-quality.yaml", "wider/x.yaml", "x.yaml", "team/a/b.yaml",
    ])
  func places(path: String) {
    #expect(throws: Fault.self) { try CSVTemplate("columns:\n  rule: B", path: path) }
  }

  @Test("A rule that no pack has is refused with its place")
  func unknownRule() throws {
    let table = try CSVTemplate("rules: [england/icp]\ncolumns:\n  rule: B", path: "team/x.yaml")
    let fault = #expect(throws: Fault.self) { try table.check(against: SampleNight.rules) }
    #expect(fault?.place == Place(file: "team/x.yaml", line: 1, column: 9))
    #expect(fault?.nextStep.contains("england/icpc") == true)
  }

  @Test("Columns, headings, selection and order are the template's")
  func layout() throws {
    let night = SampleNight.night(checks: 300)
    let table = try CSVTemplate(
      """
      outcomes: [overdue]
      leave_out_ended: yes
      rules: [england/icpc, england/assessment]
      columns:
        days_over: Days
        rule: "Rule, by id"
        child: Child
      sort: [days_over descending, child]
      """, path: "team/mine.yaml")
    #expect(table.file == "team/mine.csv")
    var reader = CSVReread(table.bytes(of: night, pseudonyms: [:]))
    #expect(reader.next() == ["Days", "Rule, by id", "Child"])
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(row) }
    #expect(reader.isAtEnd)
    let taken = night.checks.filter {
      $0.outcome == .overdue && !$0.flags.contains(.ended) && $0.rule < 2
    }
    let expected = taken.sorted { ($1.daysOver, $0.child) < ($0.daysOver, $1.child) }
    #expect(
      rows == expected.map { [String($0.daysOver), night.rules[$0.rule].id, $0.child] })
    #expect(!rows.isEmpty)
  }

  @Test("Fields without a value sort last in either direction", arguments: ["", " descending"])
  func emptyLast(direction: String) throws {
    let table = try CSVTemplate(
      "columns:\n  lived_days: D\nsort: [lived_days\(direction)]", path: "team/x.yaml")
    var reader = CSVReread(table.bytes(of: SampleNight.night(), pseudonyms: [:]))
    _ = reader.next()
    var days: [Int?] = []
    while let row = reader.next() { days.append(Int(row[0])) }
    let known = days.compactMap { $0 }
    #expect(known.count > 1 && known.count < days.count)
    #expect(days.prefix(known.count).allSatisfy { $0 != nil })
    #expect(known == (direction.isEmpty ? known.sorted() : known.sorted(by: >)))
  }
}
