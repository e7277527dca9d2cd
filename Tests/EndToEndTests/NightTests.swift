import Foundation
import Testing

@Suite struct NightTests {
  /// The environment of a machine where hardly anything is set.
  private static let bare = ["TZ": "Asia/Tokyo"]

  @Test(
    "silent, from a foreign folder and with an empty environment; the second run is nothing new")
  func silent() throws {
    let site = try Site()
    let elsewhere = try Scratch()
    let duly = Duly(folder: elsewhere.folder, environment: NightTests.bare)
    let first = try site.night(duly)
    #expect(first.code == 0, "\(first.err)")
    #expect(first.out.isEmpty)
    #expect(first.err.isEmpty)
    #expect(site.latest == "runs/2026-03-31")
    let published = try site.scratch.files(below: "Reports/runs")
    let second = try site.night(duly)
    #expect(second.code == 0)
    #expect(second.out.isEmpty)
    #expect(second.err.isEmpty)
    #expect(try site.scratch.files(below: "Reports/runs") == published)
    #expect(try site.scratch.text("Reports/status.json").contains("nothing new"))
    #expect(try elsewhere.files(below: "").isEmpty)
  }

  @Test("the same inputs in two folders give the same bytes")
  func sameBytes() throws {
    let first = try Site()
    let second = try Site()
    #expect(try first.night().code == 0)
    #expect(try second.night(Duly(folder: "/tmp", environment: NightTests.bare)).code == 0)
    let files = try first.scratch.files(below: "Reports/runs")
    #expect(files.count >= 12)
    #expect(files == (try second.scratch.files(below: "Reports/runs")))
  }

  @Test("a date that changed is a second run, which says what is new and what cleared")
  func secondRun() throws {
    let site = try Site()
    #expect(try site.night().code == 0)
    let first = try site.json("run.json")
    let before = try #require((first["changes"] as? [String: Any])?["new"] as? Int)
    let rows = CSVTable(try Duly.run("judge", site.scratch.path("site/cin-census.xml")).out).rows
      .filter { $0["rule"] == "england/assessment" }
    let kept = try #require(rows.first { $0["outcome"] == "met" && $0["due"] != $0["satisfied"] })
    let late = try #require(rows.first { $0["outcome"] == "met late" })
    try authorise(kept, on: "2026-03-30", site)
    try authorise(late, on: try #require(late["due"]), site)
    let night = try site.night()
    #expect(night.code == 0, "\(night.err)")
    #expect(site.latest == "runs/2026-03-31-2")
    let second = try site.json("run.json")
    #expect(second["previous_run"] as? String == "2026-03-31")
    let changes = try #require(second["changes"] as? [String: Any])
    // An assessment is counted from the referral and from its own start: one or two findings.
    let counts = try #require(changes["new"] as? Int)
    #expect((1...2).contains(counts))
    let cleared = try #require(changes["cleared"] as? [String: Int])
    let gone = cleared.values.reduce(0, +)
    #expect((1...2).contains(gone))
    #expect(cleared["the data changed"] == gone)
    #expect(changes["continuing"] as? Int == before - gone)
    let breaches = CSVTable(try site.report("team/breaches.csv")).rows
    let new = breaches.filter { $0["change"] == "new" }
    #expect(new.count == counts)
    #expect(new.allSatisfy { $0["child"] == kept["child"] && $0["done"] == "2026-03-30" })
    #expect(new.contains { $0["rule"] == "england/assessment" })
    #expect(breaches.count { $0["change"] == "continuing" } == before - gone)
    #expect(FileManager.default.fileExists(atPath: site.scratch.path("Reports/runs/2026-03-31")))
  }

  /// Changes the day on which the census says that an assessment was authorised.
  private func authorise(_ row: [String: String], on day: String, _ site: Site) throws {
    let census = try site.scratch.text("site/cin-census.xml")
    let child = try #require(census.range(of: "<LAchildID>\(row["child"] ?? "")</LAchildID>"))
    let rest = child.upperBound..<census.endIndex
    let old = "<AssessmentAuthorisationDate>\(row["satisfied"] ?? "")<"
    let place = try #require(census.range(of: old, range: rest))
    let new = "<AssessmentAuthorisationDate>\(day)<"
    try site.scratch.write(
      census.replacingCharacters(in: place, with: new), to: "site/cin-census.xml")
  }

  @Test("the manifest names every file of the run with its hash and size")
  func manifest() throws {
    let site = try Site()
    #expect(try site.night().code == 0)
    var lines = try site.report("MANIFEST").split(separator: "\n").map(String.init)
    #expect(lines.removeFirst() == "duly manifest 1")
    let files = try site.scratch.files(below: "Reports/runs/2026-03-31")
    let listed = lines.dropFirst(2).dropLast().map { $0.split(separator: " ").map(String.init) }
    #expect(Set(listed.map { $0[2] }) == Set(files.keys.filter { $0 != "MANIFEST" }))
    #expect(lines.last?.hasPrefix("END \(listed.count) ") ?? false)
    for line in listed {
      #expect(files[line[2]]?.count == Int(line[1]), "\(line[2])")
      #expect(try hash(site.scratch.path("Reports/latest/\(line[2])")) == line[0], "\(line[2])")
    }
  }

  /// The SHA-256 of a file, by another program than Duly.
  private func hash(_ path: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [path]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data.prefix(64), as: UTF8.self)
  }

  @Test("what the board sees names no child and no file")
  func board() throws {
    let site = try Site()
    #expect(try site.night().code == 0)
    let children = try Authority.children()
    #expect(children.count == 200)
    let files = try site.scratch.files(below: "Reports/runs/2026-03-31/board")
    #expect(files.count == 5)
    let exports =
      try ["cin-census.xml"] + Authority.lists().map { ($0 as NSString).lastPathComponent }
    let page = String(decoding: try #require(files["breach-report.html"]), as: UTF8.self)
    #expect(page.contains("demonstration"))
    for (name, data) in files {
      let text = String(decoding: data, as: UTF8.self)
      let words = Set(text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init))
      #expect(words.isDisjoint(with: children), "\(name)")
      for part in exports + [site.scratch.folder] {
        #expect(!text.contains(part), "\(name): \(part)")
      }
    }
    let team = try site.report("team/breaches.csv")
    #expect(children.contains { team.contains($0) })
  }

  @Test("nothing of the clock, the host or a path stands in a run")
  func timeless() throws {
    let site = try Site()
    #expect(try site.night().code == 0)
    for (name, data) in try site.scratch.files(below: "Reports/runs") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(site.scratch.folder), "\(name)")
      #expect(!text.contains(Duly.checkout), "\(name)")
      #expect(!text.contains(ProcessInfo.processInfo.hostName), "\(name)")
    }
  }

  @Test("the mapping, packs, history and templates of a configuration lie relative to its file")
  func relative() throws {
    let site = try Site()
    try site.scratch.copy("\(Duly.checkout)/Mappings/lcs-example.yaml", to: "site/own.yaml")
    try site.scratch.copy("\(Duly.checkout)/Rules/local-002", to: "site/packs/local-002")
    try site.scratch.copy("\(Duly.checkout)/Templates", to: "site/own-templates")
    try site.configure(
      packs: "[england, packs/local-002]", extra: "history: night.sqlite\ntemplates: own-templates")
    let text = try site.scratch.text("site/duly.yaml")
    try site.scratch.write(
      text.replacingOccurrences(of: "mapping: lcs-example", with: "mapping: own.yaml"),
      to: "site/duly.yaml")
    let night = try site.night()
    #expect(night.code == 0, "\(night.err)")
    #expect(FileManager.default.fileExists(atPath: site.scratch.path("site/night.sqlite")))
  }

  @Test("a date that cannot be read stands in the data-quality list once, not beside a note of it")
  func unreadableOnce() throws {
    let site = try Site()
    let list = "site/lcs/lcs-strategy-discussions-2026-03-31.csv"
    var lines = try site.scratch.text(list).components(separatedBy: "\r\n")
    let day = /(\d\d)\/(\d\d)\/(\d{4})/
    let broken = 1...25
    for line in broken {
      lines[line] = lines[line].replacing(day) { "\($0.3).\($0.2).\($0.1)" }
    }
    try site.scratch.write(lines.joined(separator: "\r\n"), to: list)
    #expect(try site.night().code == 0)
    let rows = CSVTable(try site.report("team/data-quality.csv")).rows
      .filter { $0["file"] == (list as NSString).lastPathComponent }
    // Line 1 is the header, so that the first row stands in line 2.
    for line in broken.map({ String($0 + 1) }) {
      let kinds = Set(rows.filter { $0["line"] == line }.compactMap { $0["kind"] })
      #expect(kinds == ["date-unreadable"], "line \(line): \(kinds)")
    }
    let unreadable = rows.filter { $0["kind"] == "date-unreadable" }
    #expect(unreadable.allSatisfy { $0["systematic"] == "yes" })
    #expect(!rows.contains { $0["kind"] == "passed-over" })
  }
}
