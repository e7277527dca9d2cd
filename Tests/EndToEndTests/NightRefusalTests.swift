import Foundation
import Glibc
import Testing

@Suite struct NightRefusalTests {
  /// A site with one small census and a good report.
  private func small() throws -> Site {
    let site = try Site(packs: "[england]")
    let census = SmallCensus.text
    try site.scratch.write(census, to: "site/cin-census.xml")
    try configure(site, files: "cin-census.xml", mapping: nil)
    let night = try site.night()
    try #require(night.code == 0, "\(night.err)")
    try #require(site.latest == "runs/2026-03-31")
    return site
  }

  private func configure(_ site: Site, files: String, mapping: String?) throws {
    let line = mapping.map { "\n    mapping: \($0)" } ?? ""
    try site.scratch.write(
      """
      feeds:
        - name: only
          files: \(files)\(line)
      packs: [england]
      oldest data: any
      pseudonyms: demonstration
      reports: ../Reports

      """, to: "site/duly.yaml")
  }

  /// All that a refused night leaves as it was: everything but the two files that say so.
  private func standing(_ site: Site) throws -> [String: Data] {
    try site.scratch.files(below: "Reports").filter {
      !["index.html", "status.json"].contains($0.key)
    }
  }

  /// Whether both files beside the runs say that the newest report is an older one.
  private func saysOlder(_ site: Site) throws -> Bool {
    let files = try site.scratch.files(below: "Reports")
    return ["index.html", "status.json"].allSatisfy { name in
      files[name].map { String(decoding: $0, as: UTF8.self).contains("older report") } ?? false
    }
  }

  @Test(
    "a broken export publishes nothing and leaves the last report as it is",
    arguments: BadExport.all)
  func broken(_ bad: BadExport) throws {
    let site = try small()
    let before = try standing(site)
    try configure(site, files: bad.file, mapping: bad.mapping)
    try site.scratch.write(bad.bytes, to: "site/\(bad.file)")
    let night = try site.night()
    #expect(night.code == bad.code, "\(night.err)")
    #expect(night.out.isEmpty)
    #expect(night.err.utf8.split(separator: 0x0A).count == 1)
    #expect(night.err.contains(bad.file))
    #expect(!night.err.contains(BadExport.canary))
    #expect(!night.err.contains(BadExport.day))
    #expect(site.latest == "runs/2026-03-31")
    #expect(try standing(site) == before)
    #expect(try saysOlder(site))
  }

  @Test("a missing export is 66", arguments: ["nobody.xml", "nobody-*.csv"])
  func missing(_ files: String) throws {
    let site = try small()
    let before = try standing(site)
    try configure(site, files: "\"\(files)\"", mapping: nil)
    expectRefused(try site.night(), code: 66, naming: [])
    #expect(try standing(site) == before)
    #expect(try saysOlder(site))
  }

  @Test("another run that holds the lock is 75 at once")
  func locked() throws {
    let site = try small()
    let lock = open(site.scratch.path("Reports/.lock"), O_RDWR | O_CLOEXEC)
    try #require(lock >= 0)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    expectRefused(try site.night(), code: 75, naming: [])
    flock(lock, LOCK_UN)
    #expect(try site.night().code == 0)
  }

  @Test("the published key is for exports that are marked as made up")
  func notSynthetic() throws {
    let site = try small()
    let census = SmallCensus.text.replacingOccurrences(of: "DULY-SYNTHETIC", with: "Other")
    try site.scratch.write(census, to: "site/cin-census.xml")
    expectRefused(try site.night(), code: 78, naming: ["duly.yaml", "\"only\"", "key file"])
    #expect(site.latest == "runs/2026-03-31")
  }

  @Test("a site's key: readable by others is 77, too short is 78, its owner's alone is good")
  func key() throws {
    let site = try small()
    let text = try site.scratch.text("site/duly.yaml")
    try site.scratch.write(
      text.replacingOccurrences(
        of: "demonstration", with: "\n  key file: site.key\n  key id: one"), to: "site/duly.yaml")
    expectRefused(try site.night(), code: 78, naming: ["site.key", "0400"])
    let path = try site.scratch.write([UInt8](repeating: 7, count: 31), to: "site/site.key")
    try #require(chmod(path, 0o644) == 0)
    expectRefused(try site.night(), code: 77, naming: ["site.key", "0400"])
    try #require(chmod(path, 0o400) == 0)
    expectRefused(try site.night(), code: 78, naming: ["site.key", "32"])
    try FileManager.default.removeItem(atPath: path)
    try site.scratch.write([UInt8](repeating: 7, count: 32), to: "site/site.key")
    try #require(chmod(path, 0o400) == 0)
    let night = try site.night()
    #expect(night.code == 0, "\(night.err)")
    #expect(site.latest == "runs/2026-03-31-2")
    #expect(try !site.report("board/breach-report.html").contains("demonstration"))
  }

  @Test("an export of a day that has not come is 78")
  func future() throws {
    let site = try small()
    try date(site, "2099-03-31")
    expectRefused(try site.night(), code: 78, naming: ["2099-03-31"])
    #expect(site.latest == "runs/2026-03-31")
  }

  @Test("an export older than the last night's is 78")
  func backwards() throws {
    let site = try small()
    try date(site, "2026-03-30")
    expectRefused(try site.night(), code: 78, naming: ["2026-03-30", "2026-03-31"])
    #expect(site.latest == "runs/2026-03-31")
  }

  @Test("an export older than the oldest data allowed is 66")
  func old() throws {
    let site = try small()
    let text = try site.scratch.text("site/duly.yaml")
    try site.scratch.write(
      text.replacingOccurrences(
        of: "files: cin-census.xml", with: "files: cin-census.xml\n    oldest data: 3 days"),
      to: "site/duly.yaml")
    expectRefused(try site.night(), code: 66, naming: ["2026-03-31", "3 days"])
    #expect(site.latest == "runs/2026-03-31")
  }

  @Test("a folder of reports that cannot be written is 73")
  func unwritable() throws {
    let site = try small()
    try site.scratch.write("in the way", to: "blocker")
    let text = try site.scratch.text("site/duly.yaml")
    for reports in ["../blocker/Reports", "../blocker", "/proc/duly-reports", "../no/such/parent"] {
      try site.scratch.write(
        text.replacingOccurrences(of: "../Reports", with: reports), to: "site/duly.yaml")
      expectRefused(
        try site.night(), code: 73, naming: [(reports as NSString).lastPathComponent])
    }
  }

  private func date(_ site: Site, _ day: String) throws {
    let census = SmallCensus.text.replacingOccurrences(of: "2026-03-31", with: day)
    try site.scratch.write(census, to: "site/cin-census.xml")
  }
}
