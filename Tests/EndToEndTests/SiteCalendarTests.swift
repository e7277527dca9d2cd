import Testing

/// A site replaces a calendar by putting a file into its own folder; nothing is built again.
@Suite struct SiteCalendarTests {
  private static let rows = """
    # duly interchange 1
    # as_of: 2025-01-31
    # authority: 999
    # synthetic: yes
    # carries: s47_started; icpc_held
    child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
    X1,s47,S1,,s47_started,2024-12-16,,,,
    X1,s47,S1,,icpc_held,2025-01-10,,,,

    """

  /// The same years with one holiday less.
  private static let ownCalendar = """
    # The years of a test.
    # years: 2024 to 2025
    # source: made up
    # checked: 2026-11-01
    date,title
    2024-12-25,Christmas Day
    2025-01-01,New Year’s Day

    """

  /// A night with a calendar of the site's own, or none.
  private static func night(_ calendar: String?) throws -> (site: Site, answer: Duly.Answer) {
    let site = try Site(packs: "[england]")
    try site.scratch.write(rows, to: "site/export.csv")
    if let calendar {
      try site.scratch.write(calendar, to: "site/calendars/england-and-wales.csv")
    }
    try site.scratch.write(
      """
      feeds:
        - name: export
          files: export.csv
      packs: [england]
      oldest data: any
      pseudonyms: demonstration
      reports: ../Reports
      \(calendar == nil ? "" : "calendars: calendars")

      """, to: "site/duly.yaml")
    return (site, try site.night())
  }

  private static func due(_ site: Site) throws -> String? {
    CSVTable(try site.report("team/breaches.csv")).rows
      .first { $0["rule"] == "england/icpc" }?["due"]
  }

  @Test(
    "a year's file of the site's own counts instead of the shipped one, and the report names it")
  func replaced() throws {
    let shipped = try Self.night(nil)
    #expect(shipped.answer.code == 0, "\(shipped.answer.err)")
    #expect(try Self.due(shipped.site) == "2025-01-09")
    // What was a day late is two days late.
    let own = try Self.night(Self.ownCalendar)
    #expect(own.answer.code == 0, "\(own.answer.err)")
    #expect(try Self.due(own.site) == "2025-01-08")
    #expect(
      try own.site.report("board/breach-report.html").contains("the site’s own")
        || own.site.report("board/breach-report.html").contains("2024 to 2025"))
  }

  @Test("what another limit alters is counted by the site's own calendar too")
  func whatIf() throws {
    // A day more is enough where Boxing Day is no working day, and not enough where it is one.
    for (calendar, differing) in [(nil, 1), (Self.ownCalendar, 0)] {
      let site = try Self.night(calendar).site
      let answer = try Duly.run(
        "what-if", "--change", "england/icpc limit = 16 working days", "--config",
        site.configuration, "--format", "csv")
      #expect(answer.code == 0, "\(answer.err)")
      #expect(CSVTable(String(answer.out.unicodeScalars.dropFirst())).rows.count == differing)
    }
  }
}
