import Foundation
import Testing

@Suite struct WhatIfTests {
  @Test("a shorter limit is counted by team and month, as text, CSV and JSON alike")
  func shorter() throws {
    let site = try Site()
    let change = "england/icpc limit = 10 working days"
    func answer(_ format: String) throws -> Duly.Answer {
      try Duly().run([
        "what-if", "--change", change, "--config", site.configuration, "--format", format,
      ])
    }
    let text = try answer("text")
    #expect(text.code == 0, "\(text.err)")
    #expect(text.lines.first == "What if: \(change)")
    #expect(text.out.contains("Initial child protection conference (england/icpc)"))
    #expect(text.out.contains("met before, met late after"))
    #expect(text.err.isEmpty)

    let table = CSVTable(String(try answer("csv").out.unicodeScalars.dropFirst()))
    #expect(table.columns == ["rule", "team", "month", "before", "after", "checks"])
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { $0["rule"] == "england/icpc" })
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(try answer("json").out.utf8)) as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.count == table.rows.count)
    let total = table.rows.reduce(0) { $0 + (Int($1["checks"] ?? "") ?? 0) }
    #expect(object["differing"] as? Int == total)
    #expect(text.lines.last?.hasPrefix("\(total) of ") ?? false, "\(text.out)")
    #expect(object["checks_before"] as? Int == object["checks_after"] as? Int)
  }

  @Test("what is counted is what two runs of judge show")
  func againstJudge() throws {
    let scratch = try Scratch()
    for part in ["Rules", "Mappings", "Templates"] {
      try scratch.copy("\(Duly.checkout)/\(part)", to: "data/\(part)")
    }
    let path = "data/Rules/england/conferences.yaml"
    let rule = try scratch.text(path)
    try scratch.write(
      rule.replacingOccurrences(of: "limit: 15 working days", with: "limit: 12 working days"),
      to: path)
    let before = CSVTable(try Duly.run("judge", Authority.census).out).rows
    let after = CSVTable(
      try Duly.run("judge", Authority.census, "--data", scratch.path("data")).out
    ).rows
    #expect(before.count == after.count)
    var expected: [String: Int] = [:]
    for (old, new) in zip(before, after) where old["outcome"] != new["outcome"] {
      let month = String(old["due"]?.prefix(7) ?? "")
      expected["\(month) \(old["outcome"] ?? "") \(new["outcome"] ?? "")", default: 0] += 1
    }
    let answer = try Duly.run(
      "what-if", "--change", "england/icpc limit = 12 working days", Authority.census,
      "--format", "csv")
    var counted: [String: Int] = [:]
    for row in CSVTable(String(answer.out.unicodeScalars.dropFirst())).rows {
      let key = "\(row["month"] ?? "") \(row["before"] ?? "") \(row["after"] ?? "")"
      counted[key] = Int(row["checks"] ?? "")
    }
    #expect(!expected.isEmpty)
    #expect(counted == expected)
  }

  @Test("an edition alone, a new edition, the calendar of the pack, and a key taken away")
  func kinds() throws {
    func differing(_ changes: String...) throws -> Int {
      let options = changes.flatMap { ["--change", $0] }
      let answer = try Duly().run(
        ["what-if"] + options + [Authority.census, "--format", "json"])
      #expect(answer.code == 0, "\(answer.err)")
      let object = try JSONSerialization.jsonObject(with: Data(answer.out.utf8))
      return ((object as? [String: Any])?["differing"] as? Int) ?? -1
    }
    let whole = try differing("england/icpc limit = 5 working days")
    let old = try differing("england/icpc edition 2013-04-15 limit = 5 working days")
    let new = try differing("england/icpc edition 2023-12-15 limit = 5 working days")
    #expect(whole > 0)
    #expect(old + new == whole)
    let later = try differing("england/icpc new edition 2025-04-01 limit = 5 working days")
    #expect(later > 0 && later < new)
    // Scotland has other holidays at Easter and in August.
    #expect(try differing("england calendar = scotland") > 0)
    #expect(try differing("england/icpc stops if =", "england/icpc not required if =") > 0)
    #expect(try differing("england/icpc limit = 15 working days") == 0)
  }

  @Test(
    "a change that cannot be made is a fault of usage at its place, with the nearest right word",
    arguments: [
      ("england/ipcc limit = 3 days", "--change:2:1: ", "did you mean \"england/icpc\"?"),
      ("engand/icpc limit = 3 days", "--change:2:1: ", "did you mean \"england\"?"),
      ("england/icpc limt = 3 days", "--change:2:14: ", "did you mean \"limit\"?"),
      ("england/icpc limit = 3 wrking days", "--change:2:22: ", "one number and one unit"),
      ("england/icpc edition 2023-12-16 limit = 3 days", "--change:2:22: ", "\"2023-12-15\"?"),
      ("england/icpc edition", "--change:2:1: ", "\"RULE KEY = VALUE\""),
      ("england/icpc edition = 3", "--change:2:14: ", "\"edition 2023-12-15\""),
      ("england/icpc = 3 days", "--change:2:14: ", "write the key before \"=\""),
      ("= 3 days", "--change:2:1: ", "a rule or a pack first"),
      ("england/icpc until = 2024-01-01", "--change:2:14: ", "edition 2023-12-15 until = …"),
      ("england/icpc limit.first = 3 days", "--change:2:20: ", "the whole value"),
      ("england/icpc dueson = ", "--change:2:14: ", "no key \"dueson\""),
      ("england calendar = scotlnd", "--change:2:20: ", "did you mean \"scotland\"?"),
      ("england/icpc met by = icpc_hold", "--change:2:23: ", "did you mean \"icpc_held\"?"),
      ("england/icpc limit = {a: b", "--change:2:", "an error of layout"),
      ("england/icpc repeats.then = 3 months", "--change:1:1: with these changes", "keep one of"),
      ("england/icpc title =", "--change:1:1: with these changes", "title"),
    ])
  func refused(_ change: String, _ place: String, _ words: String) throws {
    let answer = try Duly.run(
      "what-if", "--change", "england/icpc due soon = 2 working days", "--change", change,
      Authority.census)
    expectRefused(answer, code: 64, naming: ["duly: \(place)", words])
  }

  @Test("without a change, or with both exports and configuration, it is a fault of usage")
  func usage() throws {
    #expect(try Duly.run("what-if", Authority.census).code == 64)
    #expect(try Duly.run("what-if", "--change", "england/icpc limit = 1 day").code == 64)
  }
}
