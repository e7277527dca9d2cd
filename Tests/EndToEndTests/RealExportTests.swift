import Testing

/// Exports as case systems, databases and spreadsheets make them, through the whole program.
@Suite struct RealExportTests {
  /// The outcome of each check of a rule, `child outcome reason`, and what was said beside.
  private static func judge(
    _ files: [(name: String, text: String)], rule: String, rules: String = "england",
    mapping: String? = "lcs-example"
  ) throws -> (checks: [String], err: String) {
    let scratch = try Scratch()
    let paths = try files.map { try scratch.write($0.text, to: $0.name) }
    let options = (mapping.map { ["--mapping", $0] } ?? []) + ["--rules", rules]
    let answer = try Duly().run(["judge"] + options + paths)
    #expect(answer.code == 0, "\(answer.err)")
    let rows = CSVTable(answer.out).rows.filter { $0["rule"] == rule }
    let checks = rows.map { row in
      "\(row["child"] ?? "") \(row["outcome"] ?? "") \(row["reason"] ?? "")"
    }
    return (checks, answer.err)
  }

  private static let plans =
    "LA_CODE,PERSON_ID,S47_ID,CP_PLAN_ID,PLAN_START,PLAN_END,SOURCE_SYSTEM\n"
  private static let events = "LA_CODE,PERSON_ID,CP_PLAN_ID,EVENT,EVENT_DATE,SOURCE_SYSTEM\n"

  @Test(
    "what a record lacks decides nothing where its rows may stand under another id",
    arguments: [
      ("9001.0", "9001", "P1", "9001.0 not evaluable link_unclear"),
      ("9001", "009001", "P1", "9001 not evaluable link_unclear"),
      ("9001", "9010", "P1", "9001 not evaluable link_unclear"),
      ("9001", "9010", "P7", "9001 overdue "),
      ("9001", "9001", "P1", "9001 met "),
    ])
  func damagedIDs(child: String, other: String, plan: String, check: String) throws {
    let files = [
      ("lcs-plans-2025-06-30.csv", Self.plans + "999,\(child),,P1,06/01/2025,,LCS\n"),
      (
        "lcs-plan-events-2025-06-30.csv",
        Self.events + "999,\(other),\(plan),Review conference,02/04/2025,LCS\n"
      ),
    ]
    for files in [files, files.reversed()] {
      let (checks, err) = try Self.judge(files, rule: "england/first-review")
      #expect(checks.contains(check) && !checks.contains { $0 != check && $0.contains("due") })
      #expect(err.contains("look damaged") == check.contains("link_unclear"))
    }
  }

  @Test("a column of midnights is one of days, and is told")
  func midnights() throws {
    let head =
      "# duly interchange 1\n# as_of: 2025-06-30\n"
      + "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail\n"
    let rows = [("C1", "2025-03-04T09:00"), ("C2", "2025-03-03T10:00"), ("C3", "2025-03-07T09:00")]
      .map { child, discussed in
        "\(child),episode,E\(child),,concern_received,2025-03-03T00:00,,,,\n"
          + "\(child),episode,E\(child),,referral_received,2025-03-03,,,,\n"
          + "\(child),s47,S\(child),E\(child),strategy_discussion,\(discussed),,,,initiated_s47=yes\n"
      }.joined()
    let (checks, err) = try Self.judge(
      [("night.csv", head + rows)], rule: "local-002/strategy-discussion", rules: "local-002",
      mapping: nil)
    #expect(checks == ["C1 not evaluable time_needed", "C2 met ", "C3 met late "])
    #expect(err.contains("all 3 times are 00:00"))
  }

  @Test("rows that hold no data, and rows that a mapping excludes, are no issue")
  func leftOut() throws {
    let text = Self.plans + "999,9001,,P1,06/01/2025,,LCS\n,,,,,,\n999,,,,,,LCS\nTotal,,,1,,,\n"
    let (checks, err) = try Self.judge(
      [("lcs-plans-2025-06-30.csv", text), ("lcs-plan-events-2025-06-30.csv", Self.events)],
      rule: "england/first-review")
    #expect(checks == ["9001 overdue "])
    #expect(!err.contains("set aside"))
  }
}
