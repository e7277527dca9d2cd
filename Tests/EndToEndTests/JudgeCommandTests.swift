import Foundation
import Testing

@Suite struct JudgeCommandTests {
  private static let columns =
    "authority,child,rule,edition,trigger,start,due,satisfied,outcome,reason,days_over,file,line,note"
  private static let outcomes: Set = [
    "met", "met late", "overdue", "not met", "due", "not required", "stopped", "invalid", "elapsed",
    "not evaluable",
  ]
  private static let allPacks = ["england", "local-002", "local-004"].flatMap { ["--rules", $0] }

  @Test("rows of CSV have the columns in order, ISO dates, and the spellings of outcomes")
  func csv() throws {
    let answer = try Duly().run(["judge", Authority.interchange] + JudgeCommandTests.allPacks)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out.utf8.starts(with: "\(JudgeCommandTests.columns)\r\n".utf8))
    let table = CSVTable(answer.out)
    #expect(table.rows.count > 1000)
    let moment = /\d{4}-\d\d-\d\d(T\d\d:\d\d)?/
    let day = /\d{4}-\d\d-\d\d/
    for row in table.rows {
      #expect(row.count == 14)
      #expect(row["authority"] == "999")
      #expect(row["edition"]?.wholeMatch(of: day) != nil)
      for column in ["trigger", "start", "due", "satisfied"] where row[column] != "" {
        #expect(row[column]?.wholeMatch(of: moment) != nil, "\(row)")
      }
      #expect(JudgeCommandTests.outcomes.contains(row["outcome"] ?? ""))
      #expect((row["outcome"] == "not evaluable") == (row["reason"] != ""), "\(row)")
      #expect(row["file"] == "interchange.csv")
      #expect(Int(row["line"] ?? "").map { $0 > 6 } ?? false)
    }
    let soon = table.rows.filter { ($0["note"] ?? "").contains("due soon") }
    #expect(!soon.isEmpty)
    #expect(soon.allSatisfy { $0["outcome"] == "due" })
  }

  @Test("JSON holds the same rows as CSV")
  func json() throws {
    let arguments = ["judge", Authority.interchange] + JudgeCommandTests.allPacks
    let rows = CSVTable(try Duly().run(arguments).out).rows
    let answer = try Duly().run(arguments + ["--format", "json"])
    #expect(answer.code == 0)
    let parsed = try JSONSerialization.jsonObject(with: Data(answer.out.utf8))
    let objects = try #require(parsed as? [[String: Any]])
    #expect(objects.count == rows.count)
    for (object, row) in zip(objects, rows) {
      #expect(object.mapValues { "\($0)" } == row)
      #expect(object["line"] is Int)
      #expect(object["days_over"] is Int)
    }
  }

  @Test("a text with quotes, commas and line ends comes out whole in CSV and in JSON")
  func escaping() throws {
    let scratch = try Scratch()
    let id = "A\"1,\n\u{301}"
    let path = try scratch.write(
      """
      # duly interchange 1
      # as_of: 2026-03-31
      child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
      "A""1,\n\u{301}",episode,E1,,referral_received,2026-01-05,,,,
      "A""1,\n\u{301}",episode,E1,,assessment_authorised,2026-01-06,,,,

      """, to: "it's, a \"file\".csv")
    let answer = try Duly.run("judge", path)
    #expect(answer.code == 0, "\(answer.err)")
    let rows = CSVTable(answer.out).rows
    #expect(rows.map { $0["child"] } == [id])
    #expect(rows.map { $0["file"] } == ["it's, a \"file\".csv"])
    let json = try Duly.run("judge", path, "--format", "json")
    let objects = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [[String: Any]]
    #expect(objects?.first?["child"] as? String == id)
  }

  @Test("without --rules it is the pack england; several packs add up")
  func packs() throws {
    let plain = CSVTable(try Duly.run("judge", Authority.interchange).out).rows
    #expect(!plain.isEmpty && plain.allSatisfy { $0["rule"]?.hasPrefix("england/") ?? false })
    let named = try Duly.run("judge", Authority.interchange, "--rules", "england")
    #expect(CSVTable(named.out).rows == plain)
    let local = CSVTable(
      try Duly.run("judge", Authority.interchange, "--rules", "local-002").out
    ).rows
    #expect(!local.isEmpty && local.allSatisfy { $0["rule"]?.hasPrefix("local-002/") ?? false })
    let both = CSVTable(
      try Duly.run(
        "judge", Authority.interchange, "--rules", "england", "--rules", "local-002"
      ).out
    ).rows
    #expect(both.count == plain.count + local.count)
    #expect(both.filter { $0["rule"]?.hasPrefix("england/") ?? false } == plain)
  }

  @Test("a misleading Rules folder in the current folder is not looked at")
  func currentFolder() throws {
    let scratch = try Scratch()
    try scratch.write("pack: england\nnonsense", to: "Rules/england/pack.yaml")
    try scratch.write("nonsense", to: "Rules/vocabulary.yaml")
    try scratch.write("nonsense", to: "Mappings/lcs-example.yaml")
    try scratch.copy(Authority.census, to: "census.xml")
    let here = Duly(folder: scratch.folder, environment: [:])
    let there = try Duly().run(["judge", scratch.path("census.xml")])
    let answer = try here.run(["judge", "census.xml"])
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out == there.out)
    let mapped = try here.run(["judge", "--mapping", "lcs-example"] + Authority.lists())
    #expect(mapped.code == 0, "\(mapped.err)")
  }

  @Test("--data names the folder of Rules, Mappings and Templates")
  func data() throws {
    let scratch = try Scratch()
    try scratch.copy("\(Duly.checkout)/Rules", to: "own/Rules")
    let rules = try scratch.text("own/Rules/england/front-door.yaml")
    #expect(rules.contains("limit: 45 working days"))
    try scratch.write(
      rules.replacingOccurrences(of: "limit: 45 working days", with: "limit: 1 working day"),
      to: "own/Rules/england/front-door.yaml")
    let census = try scratch.write(SmallCensus.text, to: "census.xml")
    let own = try Duly.run("judge", census, "--data", scratch.path("own"))
    #expect(CSVTable(own.out).rows.map { $0["due"] } == ["2025-06-03"])
    let shipped = try Duly.run("judge", census)
    #expect(CSVTable(shipped.out).rows.map { $0["due"] } == ["2025-08-04"])
    // A relative folder is relative to the current one, as every argument is.
    let relative = try Duly(folder: scratch.folder).run(["judge", census, "--data", "own"])
    #expect(relative.out == own.out)
  }

  @Test("--as-of judges by another day")
  func asOf() throws {
    let scratch = try Scratch()
    let census = try scratch.write(SmallCensus.text, to: "census.xml")
    func outcome(_ day: String) throws -> [String?] {
      CSVTable(try Duly.run("judge", census, "--as-of", day).out).rows.map { $0["outcome"] }
    }
    #expect(try outcome("2025-08-04") == ["due"])
    #expect(try outcome("2025-08-05") == ["overdue"])
    #expect(try outcome("2025-06-01") == ["invalid"])
  }

  @Test("--all adds a row for each rule that no export can answer")
  func all() throws {
    let census = Authority.census
    let plain = CSVTable(try Duly.run("judge", census).out).rows
    let all = CSVTable(try Duly.run("judge", census, "--all").out).rows
    let added = all.filter { $0["child"] == "" }
    #expect(all.filter { $0["child"] != "" } == plain)
    #expect(added.contains { $0["rule"] == "england/first-core-group" })
    #expect(added.allSatisfy { $0["outcome"] == "not evaluable" && $0["reason"] == "not_carried" })
  }

  @Test("the order of the exports and of their rows changes nothing")
  func order() throws {
    let scratch = try Scratch()
    let text = try Authority.shared.text("interchange.csv")
    var lines = text.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let head = lines.firstIndex { $0.hasPrefix("child_id,") }.map { $0 + 1 } ?? 0
    lines[head...].reverse()
    let path = try scratch.write(lines.joined(separator: "\n") + "\n", to: "interchange.csv")
    func rows(_ path: String) throws -> [[String]] {
      let answer = try Duly().run(["judge", path] + JudgeCommandTests.allPacks)
      return CSVTable(answer.out).rows.map { row in
        ["child", "rule", "trigger", "start", "due", "satisfied", "outcome", "reason", "days_over"]
          .map { row[$0] ?? "" }
      }.sorted { $0.joined(separator: "\t") < $1.joined(separator: "\t") }
    }
    #expect(try rows(path) == rows(Authority.interchange))
  }

  @Test("a child that stands twice in a census is judged once")
  func childTwice() throws {
    let scratch = try Scratch()
    let text = SmallCensus.text
    let first = try #require(text.range(of: "<Child>"))
    let last = try #require(text.range(of: "</Child>\n"))
    let child = String(text[first.lowerBound..<last.upperBound])
    let twice = text.replacingOccurrences(of: "</Children>", with: child + "</Children>")
    let one = try Duly.run("judge", scratch.write(text, to: "census.xml"))
    let two = try Duly.run("judge", scratch.write(twice, to: "census.xml"))
    #expect(CSVTable(one.out).rows.count == 1)
    #expect(two.out == one.out)
  }

  @Test(
    "a file, a file that is added to, and a pipe take the same rows", arguments: ["csv", "json"])
  func outputs(format: String) throws {
    let scratch = try Scratch()
    let census = try JudgeCommandTests.largeCensus(scratch)
    let command = "\"$DULY\" judge \"\(census)\" --format \(format)"
    let folder = scratch.folder
    try Shell.run("\(command) > file; \(command) >> added; \(command) | cat > pipe", in: folder)
    try Shell.run("(echo before; \(command); echo behind) > between", in: folder)
    let rows = try scratch.text("pipe")
    // More than what is held back until the end.
    #expect(rows.utf8.count > 1 << 20)
    #expect(try scratch.text("file") == rows)
    #expect(try scratch.text("added") == rows)
    #expect(try scratch.text("between") == "before\n\(rows)behind\n")
  }

  @Test("rows and messages that go to one file do not disturb each other")
  func oneFile() throws {
    let scratch = try Scratch()
    let census = try JudgeCommandTests.largeCensus(scratch)
    try Shell.run(
      "\"$DULY\" judge \"\(census)\" > both 2>&1; \"$DULY\" judge \"\(census)\" > rows 2> messages",
      in: scratch.folder)
    #expect(try scratch.text("both") == scratch.text("rows") + scratch.text("messages"))
  }

  @Test("a census that is broken at its last byte leaves a file of rows as it was")
  func brokenAtTheEnd() throws {
    let scratch = try Scratch()
    let census = try JudgeCommandTests.largeCensus(scratch)
    let whole = try scratch.text("authority/cin-census.xml")
    let end = try #require(whole.range(of: "</Message>", options: .backwards))
    _ = try scratch.write(
      String(whole[..<end.lowerBound]) + "</Messag>", to: "authority/cin-census.xml")
    try Shell.run(
      "(echo before; \"$DULY\" judge \"\(census)\" 2> messages; echo $?) > rows",
      in: scratch.folder)
    #expect(try scratch.text("rows") == "before\n65\n")
    #expect(try scratch.text("messages").contains("cin-census.xml:"))
  }

  /// A census of which there are more rows than are held back until the end.
  private static func largeCensus(_ scratch: Scratch) throws -> String {
    let folder = scratch.path("authority")
    let made = try Duly.run(
      "demo", "--children", "2500", "--seed", "1", "--census-only", "--output", folder)
    #expect(made.code == 0, "\(made.err)")
    return "\(folder)/cin-census.xml"
  }
}
