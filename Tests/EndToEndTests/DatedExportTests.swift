import Foundation
import Testing

/// Exports that are dated by their names: which are read, of which day the run is, how old they may
/// be.
@Suite struct DatedExportTests {
  private static let header =
    "LA_CODE,PERSON_ID,S47_ID,CP_PLAN_ID,PLAN_START,PLAN_END,SOURCE_SYSTEM"

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func configure(_ feed: String, oldest: String = "any") throws {
    try scratch.write(
      """
      authority: "999"
      feeds:
        - name: local
          files: "in/*.csv"
          mapping: lcs-example
      \(feed.isEmpty ? "" : "    \(feed)")
      packs: [england]
      oldest data: \(oldest)
      pseudonyms: demonstration
      reports: reports

      """, to: "duly.yaml")
  }

  private func plans(_ name: String, child: String = "C1") throws {
    try scratch.write(
      "\(Self.header)\n999,\(child),S1,P1,03/03/2025,,Synthetic authority\n", to: "in/\(name)")
  }

  private func night() throws -> Duly.Answer {
    try Duly().run(["run", "--config", scratch.path("duly.yaml")])
  }

  private var latest: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("reports/latest"))
  }

  @Test("two nights side by side are refused, and with newest the later one is read and named")
  func newest() throws {
    try configure("")
    try plans("lcs-plans-2025-06-29.csv", child: "OLD")
    try plans("lcs-plans-2025-06-30.csv", child: "NEW")
    try plans("~$lcs-plans-2025-07-01.csv", child: "LOCK")
    let both = try night()
    #expect(both.code == 65)
    #expect(both.err.contains("as of: YYYY-MM-DD"))
    #expect(!both.err.contains("--as-of"))
    try configure("newest: yes")
    #expect(try night().code == 0)
    #expect(latest == "runs/2025-06-30")
    let run = try scratch.text("reports/latest/run.json")
    #expect(run.contains("lcs-plans-2025-06-30.csv"))
    #expect(!run.contains("lcs-plans-2025-06-29.csv"))
    let status = try scratch.text("reports/status.json")
    #expect(status.contains("of the feed \\\"local\\\" the newest set was taken, of 2025-06-30"))
  }

  @Test("of one day the later time is read, list by list")
  func times() throws {
    try configure("newest: yes")
    try plans("lcs-plans-20250630090000.csv", child: "OLD")
    try plans("lcs-plans-20250630120115.csv", child: "NEW")
    #expect(try night().code == 0)
    #expect(latest == "runs/2025-06-30")
    let run = try scratch.text("reports/latest/run.json")
    #expect(run.contains("120115"))
    #expect(!run.contains("090000"))
  }

  @Test("with newest, a name without a day is 65")
  func undated() throws {
    try configure("newest: yes")
    try plans("lcs-plans-2025-06-30.csv")
    try plans("lcs-plans-new.csv")
    expectRefused(try night(), code: 65, naming: ["lcs-plans-new.csv", "YYYY-MM-DD"])
  }

  @Test("no day at all names the key of the feed, and on a command line the option")
  func noDay() throws {
    try configure("")
    try plans("lcs-plans-.csv")
    let refused = try night()
    #expect(refused.code == 65)
    #expect(refused.err.contains("as of: YYYY-MM-DD"))
    #expect(!refused.err.contains("--as-of"))
    let judged = try Duly().run(
      ["judge", "--mapping", "lcs-example", scratch.path("in/lcs-plans-.csv")])
    #expect(judged.code == 65)
    #expect(judged.err.contains("--as-of YYYY-MM-DD"))
    #expect(judged.err.contains("2026-03-31"))
  }

  @Test("a feed's own age goes before that of the file")
  func age() throws {
    try plans("lcs-plans-2025-06-30.csv")
    try configure("", oldest: "3 days")
    let old = try night()
    expectRefused(old, code: 66, naming: ["\"local\"", "2025-06-30", "oldest data"])
    try configure("oldest data: any", oldest: "3 days")
    #expect(try night().code == 0)
    try configure("oldest data: 2 days", oldest: "any")
    expectRefused(try night(), code: 66, naming: ["2 days"])
  }

  @Test("a census a year old stands beside a nightly export, and the run is of the newer day")
  func census() throws {
    let site = try Site(packs: "[england]")
    let today = Date()
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withFullDate]
    let day = format.string(from: today.addingTimeInterval(-86_400))
    let year = format.string(from: today.addingTimeInterval(-300 * 86_400))
    let census = SmallCensus.text.replacingOccurrences(of: "2026-03-31", with: year)
    try site.scratch.write(census, to: "site/cin-census.xml")
    try site.scratch.write(
      "\(Self.header)\n999,C1,S1,P1,03/03/2025,,Synthetic authority\n",
      to: "site/own/lcs-plans-\(day).csv")
    func configure(_ census: String) throws {
      try site.scratch.write(
        """
        feeds:
          - name: census
            files: cin-census.xml
        \(census)
          - name: local
            files: own/lcs-*.csv
            mapping: lcs-example
        packs: [england]
        pseudonyms: demonstration
        reports: ../Reports

        """, to: "site/duly.yaml")
    }
    try configure("    oldest data: 10 days")
    expectRefused(try site.night(), code: 66, naming: ["\"census\"", year])
    try configure("")
    let night = try site.night()
    #expect(night.code == 0, "\(night.err)")
    #expect(site.latest == "runs/\(day)")
  }
}
