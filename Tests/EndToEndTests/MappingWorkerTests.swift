import Faults
import Nightly
import Testing
import WorkbookMaking

/// Mappings are tried on exports by a process apart, and the answer is what this one would give.
@Suite struct MappingWorkerTests {
  private static let mapping = """
    mapping: visits
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    child: ID
    lists:
      visits:
        file: [visits*.csv, "*.xlsx"]
        sheet: Visits
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
        file: [plans*.csv, "*.xlsx"]
        sheet: [Plans, Old plans]
        processes: {cp_plan: PLAN}

    """
  private static let visits = """
    ID,PLAN,SEEN,OWN1,ODD
    C1,77,03/03/2026,a,b
    C1,77,03/03/2026,a,b
    C2\u{1B}[31m,78,,a,b
    ,79,03/03/2026,a,b
    C4,80,03/03/26,a,b
    Total,,4,,

    """
  private static let ragged = "ID,PLAN,SEEN\nC1,77\n"

  private static func book(_ sheets: String...) -> [UInt8] {
    func row(_ cells: [String]) -> String {
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let rows = [
      "Visits": [["ID", "PLAN", "SEEN", "ODD"], ["C1", "77", "03/03/2026", "a"], ["", "78"]],
      "Drafted": [["Child ID", "CP plan ID", "Visit date"], ["C1", "P1", "05/03/2026"]],
      "Old plans": [["ID", "PLAN"], ["C2", "78"], ["Total", "1"]],
      "Plans": [["ID", "ODD"], ["C3", "b"]],
    ]
    return Book(
      sheets.map { name in
        (name, "<sheetData>\((rows[name] ?? []).map(row).joined())</sheetData>")
      }
    ).bytes
  }

  /// Files that are looked at together.
  struct Delivery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Their names and what they hold; nil for one that is missing.
    let files: [(name: String, bytes: [UInt8]?)]
    let code: Int32
    /// How many lists are told.
    let lists: Int

    init(
      _ description: String, _ files: (String, [UInt8]?)..., code: Int32 = 0, lists: Int
    ) {
      testDescription = description
      self.files = files.map { (name: $0.0, bytes: $0.1) }
      self.code = code
      self.lists = lists
    }

    /// Writes the files, and says where all of them lie.
    func write(to scratch: Scratch) throws -> [String] {
      for file in files {
        if let bytes = file.bytes { try scratch.write(bytes, to: file.name) }
      }
      return files.map { scratch.path($0.name) }
    }
  }

  static let deliveries = [
    Delivery(
      "two lists", ("visits.csv", Array(visits.utf8)), ("plans.csv", Array("ID,PLAN\nC1,7".utf8)),
      lists: 2),
    Delivery("a workbook", ("e.xlsx", book("Visits", "Old plans")), lists: 2),
    Delivery(
      "workbooks around a list", ("a.xlsx", book("Visits", "Old plans")),
      ("visits.csv", Array(visits.utf8)), ("z.xlsx", book("Old plans")), lists: 4),
    Delivery(
      "a damaged list behind a sound one", ("visits.csv", Array(visits.utf8)),
      ("visits2.csv", Array(ragged.utf8)), ("plans.csv", Array("ID,PLAN\n".utf8)), code: 65,
      lists: 1),
    Delivery(
      "a workbook with a sound and an unfit sheet behind a list",
      ("visits.csv", Array(visits.utf8)), ("e.xlsx", book("Visits", "Plans")), code: 65, lists: 1),
    Delivery(
      "a list that is missing behind a sound one", ("visits.csv", Array(visits.utf8)),
      ("visits2.csv", nil), ("plans.csv", Array("ID,PLAN\n".utf8)), code: 66, lists: 1),
    Delivery(
      "an empty file behind a sound one", ("visits.csv", Array(visits.utf8)), ("visits2.csv", []),
      code: 65, lists: 1),
    Delivery(
      "a damaged list before a missing one", ("visits.csv", Array(ragged.utf8)),
      ("visits2.csv", nil), code: 65, lists: 0),
    Delivery(
      "XML under the name of a list", ("visits.csv", Array("<Message/>".utf8)), code: 65, lists: 0),
    Delivery("a file of no list", ("other.csv", Array(visits.utf8)), code: 65, lists: 0),
  ]

  @Test("a mapping is checked apart as it would be here", arguments: deliveries)
  func check(_ loader: Delivery) throws {
    let scratch = try Scratch()
    let mapping = try scratch.write(Self.mapping, to: "m.yaml")
    let paths = try loader.write(to: scratch)
    for values in [true, false] {
      let here = try MappingCheck(
        mapping: mapping, exports: paths, packs: ["england"], showsValues: values,
        folders: DataFolders(data: Duly.checkout), confinement: nil)
      let answer = try Duly().run(
        ["mapping", "check", mapping] + paths + ["--rules", "england"]
          + (values ? [] : ["--no-values"]))
      #expect(answer.code == loader.code, "\(answer.err)")
      #expect(answer.out == here.lines.map { "\($0)\n" }.joined())
      #expect(answer.err == (here.fault.map { "duly: \($0)\n" } ?? ""))
      #expect(answer.lines.count { $0.contains(", read as the list ") } == loader.lists)
    }
  }

  private static let drafted = Array(
    "Title;;\nChild ID;CP plan ID;Visit date;Notes\nC1;P1;03-Mar-2026;hidden\n".utf8)

  static let drafts = [
    Delivery("a list with a title", ("visits-2026-03-31.csv", drafted), lists: 1),
    Delivery("a workbook", ("e.xlsx", book("Drafted", "Plans")), lists: 1),
    Delivery(
      "a workbook and a list", ("e.xlsx", book("Drafted")), ("visits.csv", drafted), lists: 2),
    Delivery(
      "a list with a column of another too few",
      ("visits.csv", Array("PERSON_ID,S47_ID\n1\n".utf8)),
      code: 65, lists: 0),
    Delivery("a list without a header", ("visits.csv", Array("1,2\n".utf8)), code: 65, lists: 0),
    Delivery(
      "a list of nothing that is known", ("visits.csv", Array("A,B\nx,y\n".utf8)), code: 65,
      lists: 0),
    Delivery("XML", ("visits.csv", Array("<Message/>".utf8)), code: 65, lists: 0),
    Delivery("no workbook", ("e.xlsx", [0x50, 0x4B, 3, 4, 0, 0]), code: 65, lists: 0),
    Delivery("an empty file", ("visits.csv", []), code: 65, lists: 0),
    Delivery("a file that is missing", ("visits.csv", nil), code: 66, lists: 0),
  ]

  @Test("a mapping is drafted apart as it would be here", arguments: drafts)
  func suggest(_ loader: Delivery) throws {
    let scratch = try Scratch()
    let paths = try loader.write(to: scratch)
    var here: (out: String, err: String)
    do throws(Fault) {
      let suggestion = try MappingSuggestion(
        exports: paths, folders: DataFolders(data: Duly.checkout), confinement: nil)
      here = (
        suggestion.lines.map { "\($0)\n" }.joined(),
        suggestion.leftOut.map { "duly: \($0)\n" }.joined()
      )
    } catch {
      here = ("", "duly: \(error)\n")
    }
    let answer = try Duly().run(["mapping", "suggest"] + paths)
    #expect(answer.code == loader.code, "\(answer.err)")
    #expect(answer.out == here.out)
    #expect(answer.err == here.err)
    #expect(answer.lines.count { $0.hasPrefix("    file: ") } == loader.lists)
  }

  @Test("a level that is none is 64")
  func level() throws {
    let export = "\(Duly.checkout)/SampleExports/interchange.csv"
    for words in [["check", "lcs-example"], ["suggest"]] {
      let answer = try Duly().run(["mapping"] + words + [export, "--confinement", "most"])
      #expect(answer.code == 64)
      #expect(answer.err.contains("write full, partial or none"))
    }
  }
}
