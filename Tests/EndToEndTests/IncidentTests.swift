import Foundation
import Testing

/// One serious incident of three children: judged for each, counted once, mended once.
@Suite struct IncidentTests {
  private static let head = """
    # duly interchange 1
    # as_of: 2026-03-31
    # authority: 999
    # synthetic: yes
    # carries: incident_known; incident_notified; rapid_review_sent
    child_id,process,process_id,parent_id,type,at,state,outcome,role,detail

    """
  private static let rows = """
    X1,incident,I1,,incident_known,2026-03-02,,,,harm=death; abuse_known_or_suspected=yes
    X2,incident,I1,,incident_known,2026-03-02,,,,harm=serious_harm; abuse_known_or_suspected=yes
    X3,incident,I1,,incident_known,2026-03-02,,,,harm=other; abuse_known_or_suspected=yes

    """

  /// A night of these rows, and what its board page says of the rule.
  private static func night(_ rows: String) throws -> Site {
    let site = try Site(packs: "[england]")
    try site.scratch.write(head + rows, to: "site/incidents.csv")
    try site.scratch.write(
      """
      feeds:
        - name: incidents
          files: incidents.csv
      packs: [england]
      oldest data: any
      pseudonyms: demonstration
      reports: ../Reports

      """, to: "site/duly.yaml")
    let answer = try site.night()
    try #require(answer.code == 0, "\(answer.err)")
    return site
  }

  /// The outcomes of the notification in `board/results.json`, those above 0.
  private static func counted(_ site: Site) throws -> [String: Int] {
    let rules = try #require(try site.json("board/results.json")["rules"] as? [[String: Any]])
    let rule = rules.first { $0["id"] as? String == "england/serious-incident-notified" }
    let outcomes = rule?["outcomes"] as? [String: Int] ?? [:]
    return outcomes.filter { $0.value > 0 }
  }

  @Test(
    "a notification that nobody sent is one breach, listed under each child that it is owed for")
  func once() throws {
    let site = try Self.night(Self.rows)
    #expect(try Self.counted(site) == ["overdue": 1])
    let listed = CSVTable(try site.report("team/breaches.csv")).rows
      .filter { $0["rule"] == "england/serious-incident-notified" }
    #expect(listed.map { $0["child"] } == ["X1", "X2"])
    let page = try site.report("board/breach-report.html")
    #expect(page.contains("It is one incident of 3 children, and is counted once."))
  }

  @Test("a notification beside one child serves the others")
  func served() throws {
    let sent = "X2,incident,I1,,incident_notified,2026-03-06,,,,\n"
    let site = try Self.night(Self.rows + sent)
    #expect(try Self.counted(site) == ["met": 1])
  }

  @Test("two incidents are two")
  func two() throws {
    let other =
      "X4,incident,I2,,incident_known,2026-03-03,,,,harm=death; abuse_known_or_suspected=yes\n"
    #expect(try Self.counted(try Self.night(Self.rows + other)) == ["overdue": 2])
  }
}
