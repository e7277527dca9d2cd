import CaseModel
import Clocks
import Intake
import Testing
import WorkbookMaking

/// The lists of Annex A, in the editions of 2019 and 2024.
@Suite struct AnnexAMappingTests {
  static let head = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),"
  static let disabled = "Does the Child have a Disability,"
  static let allocated = ",Allocated Team,Allocated Worker"

  static let lists = [
    ListCase(
      file: "Annex A list 1 contacts 2026-03-31",
      text: [
        "List 1: Contacts,,,,,,", head + "Date of Contact,Contact Source",
        "7001,a) Male,a) WBRI,03/02/2014,12,01/11/2025,q) 6: Police",
      ],
      lines: ["child 7001 born 2014-02-03", "contact_received 2025-11-01"]),
    ListCase(
      file: "Annex A list 3 referrals 2026-03-31",
      text: [
        "List 3: Referral,,,,,,,,,,",
        head + "Date of referral,Referral Source,Referral NFA?,"
          + "Number of Referrals in Last 12 Months" + allocated,
        "7001,a) Male,a) WBRI,03/02/2014,12,03/11/2025,a) 1A: Individual,b) No,0,T07,W31",
        "7002,b) Female,a) WBRI,41673,12,45964,a) 1A: Individual,NFA,0,T07,W31",
      ],
      lines: [
        "child 7001 born 2014-02-03 team T07", "episode 7001-03/11/2025 referral_nfa=no",
        "referral_received 2025-11-03 in episode 7001-03/11/2025",
        "child 7002 born 2014-02-03 team T07", "episode 7002-45964 referral_nfa=yes",
        "referral_received 2025-11-03 in episode 7002-45964",
      ]),
    ListCase(
      file: "annex-a-list-4-2026-03-31",
      text: [
        head + disabled + "Continuous Assessment Start Date,"
          + "Child Seen During Continuous Assessment,Continuous Assessment Date of Authorisation,"
          + "Was the child assessed as requiring LA children’s social care support" + allocated,
        "7001,a) Male,a) WBRI,03/02/2014,12,b) No,04/11/2025,a) Yes,07/01/2026,a) Yes,T07,W31",
        "7002,b) Female,a) WBRI,03/02/2014,12,b) No,45965,b) No,,,T07,W31",
      ],
      lines: [
        "child 7001 born 2014-02-03 team T07", "assessment 7001-04/11/2025",
        "assessment_started 2025-11-04 in assessment 7001-04/11/2025",
        "assessment_authorised 2026-01-07 in assessment 7001-04/11/2025",
        "child 7002 born 2014-02-03 team T07", "assessment 7002-45965",
        "assessment_started 2025-11-04 in assessment 7002-45965",
      ]),
    ListCase(
      file: "annex-a-list-5-2026-03-31",
      text: [
        head + disabled + "Strategy discussion initiating Section 47 Enquiry Start Date,"
          + "Was an Initial Child Protection Conference deemed unnecessary?,"
          + "Date of Initial Child Protection Conference,"
          + "Did the Initial Child Protection Conference Result in a Child Protection Plan,"
          + "Number of Section 47 Enquiries in the last 12 months,"
          + "Number of ICPCs in the last 12 months" + allocated,
        "7001,a) Male,a) WBRI,03/02/2014,12,b) No,05/11/2025,b) No,24/11/2025,a) Yes,1,1,T07,W31",
        "7002,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,a) Yes,,,1,0,T07,W31",
        "7003,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,a) Yes,24/11/2025,,1,0,T07,W31",
        "7004,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,,,,1,0,T07,W31",
        "7005,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,TRUE,,,1,0,T07,W31",
        "7006,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,N/K,,,1,0,T07,W31",
        "7007,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,1 - Yes,,,1,0,T07,W31",
        "7008,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,a. Yes,,,1,0,T07,W31",
        "7009,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,,,ICPC deemed unnecessary,1,0,T07,",
        "7010,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,b) No,,Not required,1,0,T07,W31",
        "7011,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,a) Yes,,a) Yes,1,0,T07,W31",
        "7012,b) Female,a) WBRI,03/02/2014,12,b) No,05/11/2025,0 - No,,b) No,1,0,T07,W31",
      ],
      lines: [
        "child 7001 born 2014-02-03 team T07", "s47 7001-05/11/2025",
        "s47_started 2025-11-05 in s47 7001-05/11/2025",
        "icpc_held 2025-11-24 in s47 7001-05/11/2025",
        "child 7002 born 2014-02-03 team T07", "s47 7002-05/11/2025",
        "s47_started 2025-11-05 in s47 7002-05/11/2025",
        "icpc_held not_required absent in s47 7002-05/11/2025",
        "child 7003 born 2014-02-03 team T07", "s47 7003-05/11/2025",
        "s47_started 2025-11-05 in s47 7003-05/11/2025",
        "icpc_held 2025-11-24 in s47 7003-05/11/2025",
        "child 7004 born 2014-02-03 team T07", "s47 7004-05/11/2025",
        "s47_started 2025-11-05 in s47 7004-05/11/2025",
        "child 7005 born 2014-02-03 team T07", "s47 7005-05/11/2025",
        "s47_started 2025-11-05 in s47 7005-05/11/2025",
        "icpc_held not_required absent in s47 7005-05/11/2025",
        // Neither yes nor no: a mark that nobody can read.
        "child 7006 born 2014-02-03 team T07", "s47 7006-05/11/2025",
        "s47_started 2025-11-05 in s47 7006-05/11/2025",
        "icpc_held not_required unreadable raw N/K in s47 7006-05/11/2025",
        "child 7007 born 2014-02-03 team T07", "s47 7007-05/11/2025",
        "s47_started 2025-11-05 in s47 7007-05/11/2025",
        "icpc_held not_required absent in s47 7007-05/11/2025",
        "child 7008 born 2014-02-03 team T07", "s47 7008-05/11/2025",
        "s47_started 2025-11-05 in s47 7008-05/11/2025",
        "icpc_held not_required absent in s47 7008-05/11/2025",
        // The answer in the column of the result.
        "child 7009 born 2014-02-03 team T07", "s47 7009-05/11/2025",
        "s47_started 2025-11-05 in s47 7009-05/11/2025",
        "icpc_held not_required absent in s47 7009-05/11/2025",
        "child 7010 born 2014-02-03 team T07", "s47 7010-05/11/2025",
        "s47_started 2025-11-05 in s47 7010-05/11/2025",
        "icpc_held not_required unreadable raw No in s47 7010-05/11/2025",
        // A plan came of it, so that it was held.
        "child 7011 born 2014-02-03 team T07", "s47 7011-05/11/2025",
        "s47_started 2025-11-05 in s47 7011-05/11/2025",
        "icpc_held missing in s47 7011-05/11/2025",
        "child 7012 born 2014-02-03 team T07", "s47 7012-05/11/2025",
        "s47_started 2025-11-05 in s47 7012-05/11/2025",
      ], odd: 1),
    ListCase(
      file: "annex-a-list-6-2026-03-31",
      text: [
        head + disabled + "CIN Start Date,Primary Need Code,Date Child Was Last Seen,"
          + "CIN Closure Date,Reason for Closure,Case status" + allocated,
        "7001,a) Male,a) WBRI,03/02/2014,12,b) No,03/11/2025,N1 - Abuse or neglect,20/03/2026,,,"
          + "b) Child Protection plan,T07,W31",
        "7002,b) Female,a) WBRI,03/02/2014,12,b) No,03/11/2025,N1 - Abuse or neglect,,19/12/2025,"
          + "\"RC8 - Case closed after assessment, no further action\",e) Closed episode,T07,W31",
      ],
      lines: [
        "child 7001 born 2014-02-03 team T07", "episode 7001-03/11/2025",
        "child_seen 2026-03-20 in episode 7001-03/11/2025",
        "child 7002 born 2014-02-03 team T07",
        "episode 7002-03/11/2025 closed as closed_after_assessment",
        "episode_closed 2025-12-19 in episode 7002-03/11/2025 outcome closed_after_assessment",
      ]),
    ListCase(
      file: "annex-a-list-7-2026-03-31",
      text: [
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age," + disabled
          + "Child Protection Plan Start Date,Initial Category of Abuse,Latest Category of Abuse,"
          + "Date of the Last Statutory Visit,Was the Child Seen Alone?,"
          + "Date of latest review conference,Child Protection Plan End Date,"
          + "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six "
          + "Months (Y/N),Number of Previous Child Protection Plans" + allocated,
        "7001,a) Male,a) WBRI,03/02/2014,12,b) No,24/11/2025,a) Neglect,a) Neglect,20/03/2026,"
          + "a) Yes,20/02/2026,,b) No,0,T07,W31",
        "7002,a) Male,a) WBRI,03/02/2014,12,b) No,24/03/2025,a) Neglect,a) Neglect,12/12/2025,"
          + "c) Unknown,,15/12/2025,b) No,0,T07,W31",
      ],
      lines: [
        "child 7001 born 2014-02-03 team T07", "cp_plan 7001-24/11/2025",
        "cp_plan_started 2025-11-24 in cp_plan 7001-24/11/2025",
        "cp_visit 2026-03-20 in cp_plan 7001-24/11/2025 seen_alone=yes",
        "cp_review_held 2026-02-20 in cp_plan 7001-24/11/2025",
        "child 7002 born 2014-02-03 team T07", "cp_plan 7002-24/03/2025",
        "cp_plan_started 2025-03-24 in cp_plan 7002-24/03/2025",
        "cp_visit 2025-12-12 in cp_plan 7002-24/03/2025",
        "cp_plan_ended 2025-12-15 in cp_plan 7002-24/03/2025",
      ]),
    ListCase(
      file: "annex-a-list-8-2026-03-31",
      text: [
        head + "Date Started to be Looked After,Child's Category of Need,"
          + "Date of Latest Statutory Review,Date of Last Social Work Visit,"
          + "Date of Last Health Assessment,Date Ceased to be Looked After ,"
          + "Reason Ceased to be Looked After,Start Date of Most Recent Placement,Placement Type,"
          + "Placement postcode" + allocated,
        "7001,a) Male,a) WBRI,03/02/2014,12,07/04/2025,N1 - Abuse or neglect,02/02/2026,"
          + "03/03/2026,04/10/2025,,,12/07/2025,U4: Foster placement,,T07,W31",
        "7002,a) Male,a) WBRI,03/02/2014,12,07/04/2025,N1 - Abuse or neglect,,,,12/01/2026,"
          + "c) E2: Died,,,,T07,W31",
      ],
      lines: [
        "child 7001 born 2014-02-03 team T07", "cla_period 7001-07/04/2025",
        "placement 7001-12/07/2025 in cla_period 7001-07/04/2025",
        "cla_started 2025-04-07 in cla_period 7001-07/04/2025",
        "cla_review_held 2026-02-02 in cla_period 7001-07/04/2025",
        "cla_visit 2026-03-03 in cla_period 7001-07/04/2025",
        "health_assessed 2025-10-04 in cla_period 7001-07/04/2025",
        "placement_started 2025-07-12 in placement 7001-12/07/2025",
        "child 7002 born 2014-02-03 team T07", "cla_period 7002-07/04/2025 closed as e2:_died",
        "cla_started 2025-04-07 in cla_period 7002-07/04/2025",
        "cla_ended 2026-01-12 in cla_period 7002-07/04/2025 outcome e2:_died",
      ]),
  ]

  @Test("each list gives its records, with and without a title above its header", arguments: lists)
  func list(list: ListCase) throws {
    var list = list
    if list.text[0].hasPrefix("List") {
      try check(list, titles: 1)
      list.text.removeFirst()
    }
    try check(list, titles: 0)
    list.text.insert("Annex A,,", at: 0)
    try check(list, titles: 1)
  }

  /// A title is no row.
  private func check(_ list: ListCase, titles: Int) throws {
    let reading = try MappingReading(MappingReading.shipped("annex-a"), [list.export])
    #expect(reading.sink.lines == list.lines)
    #expect(reading.readings[0].counts.used == list.text.count - 1 - titles)
    #expect(reading.readings[0].notes.count == list.odd)
  }

  @Test("columns whose names are broken over lines or have double blanks are the same columns")
  func brokenNames() throws {
    let list = try #require(Self.lists.first { $0.file == "annex-a-list-5-2026-03-31" })
    let names = list.text[0].utf8.split(separator: UInt8(ascii: ",")).map {
      "\"" + String(decoding: $0, as: UTF8.self).replacing(" ", with: " \n") + "\""
    }
    var broken = list
    broken.text[0] = names.joined(separator: ",")
    let reading = try MappingReading(MappingReading.shipped("annex-a"), [broken.export])
    #expect(reading.sink.lines == list.lines)
    #expect(reading.readings[0].notes.count == list.odd)
  }

  @Test(
    "rows of short breaks are left out, however their legal status is written",
    arguments: [
      ("V2: Single period of accommodation under section 20", false), ("", false),
      ("a) V2: Section 20", false), ("C2 - Full care order", false), ("E1: Placement order", false),
      ("V3", true), ("V4", true), ("V4: Short term breaks, agreements recorded", true),
      ("V4:Agreed Series of Short-Term Breaks where agreements are recorded", true),
      ("q) V3: Short term breaks", true), ("CLA - V4 - Accommodated with breaks", true),
      (
        "Accommodated under an agreed series of short-term breaks, when agreements are recorded",
        true
      ),
    ])
  func shortBreaks(status: String, isShortBreak: Bool) throws {
    let reading = try MappingReading(
      MappingReading.shipped("annex-a"), "annex-a-list-8-2026-03-31.csv",
      "Child Unique ID,Date Started to be Looked After,Child's Legal Status,"
        + "Date of Latest Statutory Review,Date of Last Social Work Visit,"
        + "Date of Last Health Assessment,Date Ceased to be Looked After,"
        + "Reason Ceased to be Looked After,Start Date of Most Recent Placement\n"
        + "7001,07/04/2025,\"\(status)\",,,,,,07/04/2025\n")
    #expect(reading.readings[0].counts.leftOut == (isShortBreak ? 1 : 0))
  }

  @Test(
    "answers are read as the region's submissions spell them",
    arguments: [
      ("Yes", "yes"), ("a. Yes", "yes"), ("1 - Yes", "yes"), ("Seen alone", "yes"),
      ("Child seen alone", "yes"), ("b) No", "no"), ("0 - No", "no"), ("Not seen", "no"),
      ("c) Unknown", ""), ("No Visit - new in last month", ""), ("Sometimes", "unreadable"),
    ])
  func seenAlone(answer: String, value: String) throws {
    let reading = try MappingReading(
      MappingReading.shipped("annex-a"), "annex-a-list-7-2026-03-31.csv",
      "Child Unique ID,Child Protection Plan Start Date,Date of the Last Statutory Visit,"
        + "Was the Child Seen Alone?,Date of latest review conference,"
        + "Child Protection Plan End Date\n7001,24/11/2025,20/03/2026,\(answer),,\n")
    let visit = "cp_visit 2026-03-20 in cp_plan 7001-24/11/2025"
    #expect(reading.sink.lines.contains(value.isEmpty ? visit : "\(visit) seen_alone=\(value)"))
  }

  @Test(
    "no further action of a referral is read as the region's submissions spell it",
    arguments: [
      ("a) Yes", "yes"), ("NFA", "yes"), ("No further action", "yes"), ("a. Yes", "yes"),
      ("b) No", "no"), ("FA", "no"), ("Further action", "no"), ("0 - No", "no"),
    ])
  func noFurtherAction(answer: String, value: String) throws {
    let reading = try MappingReading(
      MappingReading.shipped("annex-a"), "annex-a-list-3-2026-03-31.csv",
      "Child Unique ID,Date of Referral,Referral NFA?\n7001,03/11/2025,\(answer)\n")
    #expect(reading.sink.lines.contains("episode 7001-03/11/2025 referral_nfa=\(value)"))
  }

  @Test("lists 6 to 8 carry the latest alone, the others all, and none a time or who took part")
  func coverage() throws {
    let reading = try MappingReading(MappingReading.shipped("annex-a"), Self.lists.map(\.export))
    let all = [
      "child_born", "contact_received", "referral_received", "assessment_started",
      "assessment_authorised", "s47_started", "icpc_held",
    ]
    let latest = [
      "child_seen", "episode_closed", "cp_plan_started", "cp_visit", "cp_review_held",
      "cp_plan_ended", "cla_started", "cla_review_held", "cla_visit", "health_assessed",
      "placement_started", "cla_ended",
    ]
    #expect(Set(reading.carried.keys) == Set(all + latest))
    for type in all { #expect(reading.carried[type] == EventCoverage(), "\(type)") }
    for type in latest {
      #expect(reading.carried[type] == EventCoverage(depth: .latest), "\(type)")
    }
  }

  @Test("the lists are known to go back six months")
  func period() throws {
    let reading = try MappingReading(MappingReading.shipped("annex-a"), Self.lists.map(\.export))
    let days = try ["2025-09-30", "2026-03-31"].map { try #require(CivilDay(iso: $0)) }
    #expect(reading.feed.period == days[0]...days[1])
  }

  /// As the editions and the tools of councils name the sheets.
  @Test(
    "the sheets of one workbook give what a CSV of each list gives",
    arguments: [
      { "List_\($0)" }, { "List \($0)" }, { "List \($0) as sent" }, { "List_\($0)_2024" },
    ] as [@Sendable (Int) -> String])
  func workbook(_ name: @Sendable (Int) -> String) throws {
    let texts = zip([1, 3, 4, 5, 6, 7, 8], Self.lists.map(\.text))
    let unread = [("Guidance", "<row/>"), (name(2), "<row/>"), (name(10), "<row/>")]
    let sheets = unread + texts.map { (name($0), $1.map(Self.row).joined()) }
    let book = Book(sheets.map { ($0.0, "<sheetData>\($0.1)</sheetData>") })
    let mapping = try MappingReading.shipped("annex-a")
    let reading = try MappingReading(mapping, [("Annex A 2026-03-31.xlsx", book.bytes)])
    let lists = try MappingReading(mapping, Self.lists.map(\.export))
    #expect(reading.sink.lines.sorted() == lists.sink.lines.sorted())
    #expect(reading.carried == lists.carried)
    #expect(reading.sink.aside.isEmpty)
  }

  /// A line of a list as a row of a sheet, each field a text.
  private static func row(_ line: String) -> String {
    var cells: [String] = []
    var isQuoted = false
    for piece in line.split(separator: "\"", omittingEmptySubsequences: false) {
      if isQuoted {
        cells[cells.count - 1] += piece
      } else {
        let fields = piece.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if cells.isEmpty { cells = [""] }
        cells[cells.count - 1] += fields[0]
        cells += fields.dropFirst()
      }
      isQuoted.toggle()
    }
    return "<row>"
      + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }

  @Test("days of a workbook's cells join a referral of list 3 with its row of list 6")
  func workbookDays() throws {
    // 45964 is 3 November 2025.
    let day = "<c s=\"1\"><v>45964</v></c>"
    func text(_ words: String) -> String { "<c t=\"inlineStr\"><is><t>\(words)</t></is></c>" }
    func sheet(_ columns: [String], _ cells: String) -> String {
      "<sheetData><row>\(columns.map(text).joined())</row><row>\(cells)</row></sheetData>"
    }
    let book = Book([
      (
        "List_3",
        sheet(
          ["Child Unique ID", "Date of referral", "Referral NFA?"],
          text("7001") + day + text("b) No"))
      ),
      (
        "List_6",
        sheet(
          [
            "Child Unique ID", "CIN Start Date", "Date Child Was Last Seen", "CIN Closure Date",
            "Reason for Closure",
          ], text("7001") + day + day)
      ),
    ])
    let reading = try MappingReading(
      MappingReading.shipped("annex-a"), [("annex-a-2026-03-31.xlsx", book.bytes)])
    #expect(
      reading.sink.lines == [
        "child 7001", "episode 7001-2025-11-03 referral_nfa=no",
        "referral_received 2025-11-03 in episode 7001-2025-11-03", "child 7001",
        "episode 7001-2025-11-03", "child_seen 2025-11-03 in episode 7001-2025-11-03",
      ])
  }
}
