import Faults
import Files
import Glibc
import Intake
import Nightly
import ScratchFolders
import Testing
import WorkbookMaking

/// What `duly mapping suggest` drafts from an export, and that `duly mapping check` takes it as it is.
@Suite struct MappingSuggestionTests {
  private static let root = Path.folder(Path.folder(Path.folder(#filePath)))
  private static let lists = [
    "attendance", "circulation", "enquiries", "hospital", "plan-events", "plans",
    "police-protection", "referrals", "strategy-discussions",
  ]
  private static let visits = (
    "Visits_20260331.csv",
    """
    Visits to children on a plan;;;;;;;;
    Child ID;Child's surname;NHS No;CP Plan Ref;Visit Date;Seen alone;Case notes;Team name;Worker ID
    1001;Hidden1;4857773456;P77;03-Mar-2026;Y;Hidden text 2;Hidden team 3;W9
    1002;Hidden4;4857773457;P78;N/A;N;Hidden text 5;Hidden team 3;W9
    """
  )
  private static let looked = (
    "cla 2026-03-31.csv",
    """
    personId,dateOfBirth,claId,claStartDate,claEndDate,claEndReason,placementId,placementStartDate,odd
    C1,2015-01-02,L1,2025-02-03T10:00,2026-01-05,hidden reason,PL1,2025-02-03,hidden
    C2,2016-01-02,L2,2025-04-03,,,PL2,2025-04-03,hidden
    """
  )

  /// A draft of some files, and what checking them with it tells.
  private func draft(
    _ files: [(String, [UInt8])]
  ) throws -> (draft: [String], check: [String], fault: Fault?) {
    let scratch = try ScratchFolder()
    let folders = DataFolders(data: Self.root)
    let paths = try files.map { try scratch.write($0.1, to: $0.0) }
    let draft = try MappingSuggestion(
      exports: paths, folders: folders, confinement: nil
    ).lines
    let check = try MappingCheck(
      mapping: try scratch.write(draft.joined(separator: "\n"), to: "m.yaml"), exports: paths,
      packs: ["england"], folders: folders,
      confinement: nil)
    return (draft, check.lines, check.fault)
  }

  private func draft(_ file: (String, String)) throws -> (
    draft: [String], check: [String], fault: Fault?
  ) { try draft([(file.0, Array(file.1.utf8))]) }

  private static func sample(_ list: String) throws -> (String, [UInt8]) {
    let name = "lcs-\(list)-2026-03-31.csv"
    return (name, try SmallFile.bytes(Path.join(root, "SampleExports/lcs/\(name)")))
  }

  @Test("the draft of a sample list is taken as it is and reads all its rows", arguments: lists)
  func sampleList(list: String) throws {
    let (draft, check, fault) = try draft([Self.sample(list)])
    #expect(fault == nil, "\(draft.joined(separator: "\n"))")
    #expect(check.contains("lcs-\(list)-2026-03-31.csv, read as the list lcs-\(list)"))
    #expect(check.contains { $0.hasPrefix("  rows read ") })
  }

  @Test("the draft of all sample lists is one mapping, in which events have their processes")
  func sample() throws {
    let (draft, _, fault) = try draft(try Self.lists.map(Self.sample))
    #expect(fault == nil)
    let text = draft.joined(separator: "\n")
    for part in [
      "      episode:\n        id: REFERRAL_ID\n        with:\n          referral_nfa: REFERRAL_NFA",
      "- event: referral_received\n        in: episode\n        at: REFERRAL_DATE",
      "- event: episode_closed\n        in: episode\n        at: CLOSED_DATE\n"
        + "        precision: day\n        outcome: CLOSE_REASON",
      "- event: s47_completed\n        in: s47\n        at: S47_END\n        precision: day\n"
        + "        outcome: S47_OUTCOME",
      "      s47:\n        id: S47_ID\n        within: episode",
      "state: always not_required\n        only when:\n"
        + "          - \"ICPC_NOT_REQUIRED is one of Y, Yes, T, True, 1\"\n"
        + "          - \"ICPC_DATE is empty\"",
      "- event: cp_plan_started\n        in: cp_plan\n        at: PLAN_START",
      "- event: police_protection_ended\n        in: police_protection\n        at: END_DTTM",
      "- event: strategy_meeting\n        in: [s47, episode]\n        at: MEETING_DTTM",
      "    team: TEAM_CODE\n    worker: WORKER_CODE",
      "    # ? EVENT_DATE: the date of which event?",
    ] { #expect(text.contains(part), "\(part)\n\n\(text)") }
  }

  @Test("titles, semicolons, months by name, personal columns and words for nothing are seen")
  func visits() throws {
    let (draft, check, fault) = try draft(Self.visits)
    #expect(fault == nil, "\(draft.joined(separator: "\n"))")
    for line in [
      "  visits:", "    file: \"Visits_*.csv\"", "    delimiter: semicolon", "    header within: 2",
      "    as of: from the file name", "    dates: [dd-mmm-yyyy]", "    child: \"Child ID\"",
      "    worker: \"Worker ID\"", "      cp_plan: \"CP Plan Ref\"", "      - event: cp_visit",
      "        in: cp_plan", "          seen_alone: \"Seen alone\"",
      "    # never read: Child's surname, for \"surname\" is a name, an address or free text",
      "    # never read: Case notes, for \"notes\" is a name, an address or free text",
      "    # never read: Team name, for \"name\" is a name, an address or free text",
    ] { #expect(draft.contains(line), "\(line)\n\n\(draft.joined(separator: "\n"))") }
    #expect(draft.contains { $0.hasPrefix("    # never read: NHS No, for \"nhsno\"") })
    #expect(draft.contains { $0.contains("\"null words\"") })
    #expect(check.contains { $0.hasPrefix("  rows read 2 = used 2") })
  }

  @Test("words run together by capitals are told apart, and births and placements are known")
  func lookedAfter() throws {
    let (draft, _, fault) = try draft(Self.looked)
    #expect(fault == nil, "\(draft.joined(separator: "\n"))")
    for line in [
      "    child: personId", "    born: dateOfBirth", "    dates: [ISO]", "      cla_period: claId",
      "      placement:", "        id: placementId", "        within: cla_period",
      "      - event: cla_started", "        outcome: claEndReason",
      "      - event: placement_started",
      "    # ? odd: not recognised; an attribute, a kind of event, or \"not read\"?",
    ] { #expect(draft.contains(line), "\(line)\n\n\(draft.joined(separator: "\n"))") }
  }

  @Test("no value of an export is in its draft")
  func noValues() throws {
    var text = try draft(Self.visits).draft.joined(separator: "\n")
    text += try draft(Self.looked).draft.joined(separator: "\n")
    for value in ["idden", "1001", "P77", "03-Mar", "W9", "2015", "C1", "PL1", "N/A;", "4857"] {
      #expect(!text.contains(value), "\(value)")
    }
  }

  @Test("each sheet of a workbook with a header becomes a list")
  func workbook() throws {
    func row(_ cells: String...) -> String {
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    func sheet(_ name: String, _ rows: String...) -> (name: String, data: String) {
      (name, "<sheetData>\(rows.joined())</sheetData>")
    }
    let book = Book([
      sheet("Guidance", row("Read me")),
      sheet("Visits", row("Child ID", "CP plan ID", "Visit date"), row("C1", "P1", "05/03/2026")),
      sheet("Plans", row("Child ID", "CP plan ID", "Plan start"), row("C1", "P1", "05/03/2025")),
    ])
    let (draft, check, fault) = try draft([("book-2026-03-31.xlsx", book.bytes)])
    #expect(fault == nil, "\(draft.joined(separator: "\n"))")
    #expect(draft.contains("  # ? the sheet Guidance has no header; left out"))
    #expect(draft.contains("    sheet: \"Visits\""))
    #expect(check.contains { $0.contains("sheet \"Plans\", read as the list plans") })
    #expect(check.contains { $0.contains("event cp_visit, 2026-03-05") })
  }

  @Test("a name that cannot stand between quotes is drafted as a pattern that fits it")
  func oddNames() throws {
    func row(_ cells: String...) -> String {
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let rows = row("Child ID", "CP plan ID", "Visit date") + row("C1", "P1", "05/03/2026")
    let book = Book([("All &quot;visits&quot; \\ #1\u{202E}", "<sheetData>\(rows)</sheetData>")])
    let (draft, check, fault) = try draft([
      ("a \"b\" #2 2026-03-31.xlsx", book.bytes),
      (
        "c\u{1B}[31m 2026-03-31.csv",
        Array("Child ID,CP plan ID,Visit date\nC1,P1,05/03/2026\n".utf8)
      ),
    ])
    #expect(draft.contains("    file: \"a *b* #2 *.xlsx\""))
    #expect(draft.contains("    sheet: \"All *visits* * #1*\""))
    #expect(draft.contains("    file: \"c*[31m *.csv\""))
    #expect(!draft.contains { $0.contains("\u{1B}") || $0.contains("\u{202E}") })
    #expect(fault == nil, "\(draft.joined(separator: "\n"))")
    #expect(check.count { $0.hasPrefix("  rows read 1 = used 1 ") } == 2)
  }

  @Test("nothing is drafted where no process apart can read the export")
  func noWorker() throws {
    let path = "\(Self.root)/SampleExports/lcs/lcs-plans-2026-03-31.csv"
    let fault = #expect(throws: Fault.self) {
      try MappingSuggestion(
        exports: [path], folders: DataFolders(data: Self.root),
        confinement: Confinement(program: "/nowhere/duly"))
    }
    #expect(fault?.rule.contains("cannot be started") ?? false)
  }

  @Test(
    "an export of which nothing can be drafted is refused without any of its values",
    arguments: [
      ("C1,77,03/03/2026\nC2,78,03/03/2026\n", "header"),
      ("Alpha1,Beta2\nAlpha3,Beta4\n", "header"),
      ("Alpha,Beta\nGamma,Delta\n", "names a child"),
      ("PERSON_ID,COLOUR\nC1,red\n", "names a process"),
      ("alone\n1\n", "header"),
      ("PERSON_ID,REFERRAL_ID\nC1\n", "as many"),
    ])
  func refused(text: String, rule: String) throws {
    let fault = #expect(throws: Fault.self) { try draft(("x-2026-03-31.csv", text)) }
    #expect(fault?.code == .inputRefused)
    let said = "\(fault.map(\.description) ?? "")"
    #expect(said.contains(rule), "\(said)")
    for value in ["C1", "77", "Alpha", "Beta", "Gamma", "red"] { #expect(!said.contains(value)) }
  }

  @Test("dates of which the order or the century is not certain are asked about")
  func uncertain() throws {
    let (draft, _, _) = try draft(
      (
        "x-2026-03-31.csv",
        "PERSON_ID,CP_PLAN_ID,VISIT_DATE,PLAN_START_DATE\nC1,P1,03/25/2026,01/02/26\n"
      ))
    #expect(draft.contains("    # ? VISIT_DATE: some of its dates have the month first"))
    #expect(
      draft.contains(
        "    # ? PLAN_START_DATE: years of two digits are not read; export it with four"))
  }

  @Test("numbers of a spreadsheet are dates where the name says so, and only there")
  func serials() throws {
    let drafted = try draft(
      (
        "plans.csv",
        """
        PERSON_ID,CP_PLAN_ID,CP_PLAN_START_DATE,CP_PLAN_END_DATE
        45001,45002,45657,
        45003,45004,45688.5,45700
        """
      ))
    for line in [
      "    dates: [excel serial]", "    child: PERSON_ID", "      cp_plan: CP_PLAN_ID",
      "        at: CP_PLAN_START_DATE", "        at: CP_PLAN_END_DATE",
    ] {
      #expect(drafted.draft.contains(line), "\(line) in \(drafted.draft)")
    }
    #expect(drafted.draft.filter { $0.contains("- event:") }.count == 2)
  }
}
