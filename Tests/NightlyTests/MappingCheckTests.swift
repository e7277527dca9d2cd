import Clocks
import Faults
import Files
import Glibc
import Intake
import Nightly
import ScratchFolders
import Testing
import WorkbookMaking

/// What `duly mapping check` tells of a mapping and of files.
@Suite struct MappingCheckTests {
  private static let root = Path.folder(Path.folder(Path.folder(#filePath)))
  private static let mapping = """
    mapping: visits
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    child: ID
    lists:
      visits:
        file: visits*.csv
        columns:
          ALONE: {optional: yes}
        not read: [OWN*]
        processes: {cp_plan: PLAN}
        events:
          - event: cp_visit
            in: cp_plan
            at: SEEN
            if empty: date missing
            with: {seen_alone: ALONE}
      plans:
        file: plans*.csv
        processes: {cp_plan: PLAN}
    """
  private static let rows = """
    ID,PLAN,SEEN,OWN1,NOTES,ODD
    --,--,--,--,--,--
    C1,77,03/03/2026,hidden1,hidden2,hidden3
    C2\u{1B}[31m,78,,hidden1,hidden2,hidden3
    ,79,03/03/2026,hidden1,hidden2,hidden3
    C4,80,03/03/26,hidden1,hidden2,hidden3
    C5,81,05/03/2026,hidden1,hidden2,hidden3
    Total,,4,,,
    """

  /// The answer for files that are written beside a mapping.
  private func check(
    _ mapping: String = mapping, _ files: [(String, String)] = [("visits.csv", rows)],
    showsValues: Bool = true
  ) throws -> (lines: [String], fault: Fault?) {
    try check(mapping, bytes: files.map { ($0, Array($1.utf8)) }, showsValues: showsValues)
  }

  private func check(
    _ mapping: String, bytes files: [(String, [UInt8])], showsValues: Bool = true
  ) throws -> (lines: [String], fault: Fault?) {
    let scratch = try ScratchFolder()
    let check = try MappingCheck(
      mapping: try scratch.write(mapping, to: "m.yaml"),
      exports: try files.map { try scratch.write($0.1, to: $0.0) },
      packs: ["england"], showsValues: showsValues, folders: DataFolders(data: Self.root),
      confinement: nil)
    return (check.lines, check.fault)
  }

  @Test("a file is told by its list, its columns, its rows and the causes of those set aside")
  func file() throws {
    let (lines, fault) = try check()
    #expect(fault == nil)
    #expect(lines.contains("visits.csv, read as the list visits"))
    #expect(lines.contains("  columns read: ID, PLAN, SEEN"))
    #expect(lines.contains("  known and not read: OWN1"))
    #expect(lines.contains("  not known to the mapping: NOTES, ODD"))
    #expect(lines.contains("  optional and not there: ALONE"))
    #expect(
      lines.contains {
        $0.hasPrefix("  rows read 7 = used 4 + set aside 1 + left out 2")
      })
    let aside = lines.filter { $0.hasPrefix("  set aside") }
    #expect(aside.count == 1)
    #expect(aside.allSatisfy { $0.contains("first in line 5") && $0.contains("names its child") })
    let leftOut = try #require(lines.firstIndex(of: "  left out on purpose 2:"))
    #expect(
      lines[leftOut + 1].hasPrefix("    1, first in line 2")
        && lines[leftOut + 1].contains("dashes"))
    #expect(
      lines[leftOut + 2].hasPrefix("    1, first in line 8") && lines[leftOut + 2].contains("total")
    )
    #expect(lines.contains { $0.hasPrefix("  noted 1, first in line 6") && $0.contains("century") })
  }

  @Test("the first three rows are shown as mapped, without what a terminal would obey")
  func shown() throws {
    let (lines, _) = try check()
    let start = try #require(lines.firstIndex(of: "  the first 3 rows as mapped:"))
    #expect(
      lines[(start + 1)..<(start + 10)].map { String($0.dropFirst(4)) } == [
        "line 3: child C1", "  process cp_plan 77",
        "  event cp_visit, 2026-03-03 (to the day), in cp_plan 77",
        "line 4: child C2 [31m", "  process cp_plan 78",
        "  event cp_visit, date missing, in cp_plan 78",
        "line 6: child C4", "  process cp_plan 80",
        "  event cp_visit, date unreadable, in cp_plan 80",
      ])
    #expect(!lines.contains { $0.contains("hidden") || $0.contains("\u{1B}") })
  }

  @Test("without values, no value of the export is in the answer")
  func noValues() throws {
    let text = try check(showsValues: false).lines.joined(separator: "\n")
    for value in ["C1", "C2", "77", "2026-03-03", "hidden"] { #expect(!text.contains(value)) }
    #expect(text.contains("event cp_visit, date to the day, in cp_plan (value)"))
  }

  @Test("what the export carries and what it leaves not evaluable is told")
  func covered() throws {
    let (lines, _) = try check()
    #expect(lines.contains("  lists without a file or sheet: plans"))
    #expect(lines.contains("  cp_visit: to the day, every one"))
    let count = try #require(lines.first { $0.contains(" rules of england are not evaluable") })
    let listed = lines.count { $0.hasPrefix("  england/") && $0.contains(": not carried: ") }
    #expect(count.hasPrefix("  \(listed) of "))
    #expect(listed > 0)
  }

  @Test("a refused file is told after what was read before it")
  func refusedFile() throws {
    let (lines, fault) = try check(
      Self.mapping, [("visits.csv", Self.rows), ("visits2.csv", "ID,PLAN,SEEN\nC1\n")])
    #expect(fault?.code == .inputRefused && fault?.place?.line == 2)
    #expect(lines.contains("visits.csv, read as the list visits"))
    let (_, missing) = try check(Self.mapping, [("other.csv", "ID\n")])
    #expect(missing?.code == .inputRefused)
  }

  @Test("an export is not read where no process apart can read it")
  func noWorker() throws {
    let path = "\(Self.root)/SampleExports/lcs/lcs-plans-2026-03-31.csv"
    let check = try MappingCheck(
      mapping: "lcs-example", exports: [path], packs: ["england"],
      folders: DataFolders(data: Self.root), confinement: Confinement(program: "/nowhere/duly"))
    #expect(check.lines == ["Mapping lcs-example.yaml"])
    #expect(check.fault?.rule.contains("cannot be started") ?? false)
  }

  @Test("a workbook is told sheet by sheet")
  func workbook() throws {
    let mapping = Self.mapping.replacing(
      "file: visits*.csv", with: "file: [visits*.csv, '*.xlsx']\n    sheet: Visits"
    ).replacing("file: plans*.csv", with: "file: '*.xlsx'\n    sheet: [Plans, Old plans]")
    func row(_ cells: String...) -> String {
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    func sheet(_ name: String, _ rows: String...) -> (name: String, data: String) {
      (name, "<sheetData>\(rows.joined())</sheetData>")
    }
    let visits = sheet(
      "Visits", row("ID", "PLAN", "SEEN", "ODD"), row("C1", "77", "03/03/2026", "hidden"))
    let plans = sheet("Old plans", row("ID", "PLAN"), row("C2", "78"), row("Total", "1"))
    let (lines, fault) = try check(mapping, bytes: [("e.xlsx", Book([visits, plans]).bytes)])
    #expect(fault == nil)
    for line in [
      "e.xlsx, sheet \"Visits\", read as the list visits", "  not known to the mapping: ODD",
      "    line 2: child C1", "      event cp_visit, 2026-03-03 (to the day), in cp_plan 77",
      "e.xlsx, sheet \"Old plans\", read as the list plans",
      "  rows read 2 = used 1 + set aside 0 + left out 1",
    ] { #expect(lines.contains(line), "\(line)\n\(lines)") }
    #expect(!lines.contains { $0.contains("hidden") || $0.contains("without a file") })
    let (rest, _) = try check(mapping, bytes: [("e.xlsx", Book([visits]).bytes)])
    #expect(rest.contains("  lists without a file or sheet: plans"))
  }

  @Test("a mapping alone is looked at: a fault of each list, and what is most likely not meant")
  func lint() throws {
    let (clean, none) = try check(Self.mapping, [])
    #expect(none == nil)
    #expect(clean.last == "In order: 2 lists.")
    #expect(!clean.contains { $0.contains("notice") })
    let broken =
      Self.mapping.replacing("at: SEEN", with: "att: SEEN")
      + "\n    team: TEAM_NAME\n"
    let (lines, fault) = try check(broken, [])
    #expect(fault?.code == .configuration)
    #expect(lines.count == 1 && lines[0].contains("\"at\"") && fault?.rule.contains("name") == true)
    let odd =
      Self.mapping.replacing("OWN*", with: "OWN")
      .replacing("as of: always 2026-03-31\n", with: "columns: {UNUSED: {optional: yes}}\n")
      .replacing("with: {seen_alone: ALONE}", with: "depth: elsewhere")
    let notices = try check(odd, []).lines.filter { $0.contains("notice") }
    #expect(notices.count == 5)
    #expect(notices.contains { $0.contains("m.yaml:3:11") })
    #expect(notices.contains { $0.contains("elsewhere") })
  }
}
