import Foundation
import Testing

@Suite struct ExplainJSONTests {
  static let export = """
    # duly interchange 1
    # as_of: 2025-01-31T12:00
    child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
    A1,episode,E1,,referral_received,2024-12-10,,,,
    A1,episode,E1,,concern_received,2024-12-11T09:00,,,,
    A1,s47,S1,E1,s47_started,2024-12-16,,,,
    A1,s47,S1,E1,strategy_discussion,2024-12-13T10:00,,,,
    A1,s47,S1,E1,strategy_discussion,2024-12-16T17:30,,,,initiated_s47=yes
    A1,s47,S1,E1,icpc_held,2025-01-10,,,,
    A1,police_protection,P1,,police_protection_started,2024-12-28T18:00,,,,
    A1,police_protection,P1,,police_protection_ended,2024-12-31T18:01,,,,

    """

  static func checks(_ arguments: String...) throws -> (out: String, [[String: Any]]) {
    let scratch = try Scratch()
    let path = try scratch.write(export, to: "exports.csv")
    let answer = try Duly().run(["explain", "A1", path, "--format", "json"] + arguments)
    #expect(answer.code == 0, "\(answer.err)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
    #expect(object["child"] as? String == "A1")
    return (answer.out, try #require(object["checks"] as? [[String: Any]]))
  }

  @Test("a conference a day late: starts with the reason, days by name, both clocks, every place")
  func conference() throws {
    let check = try #require(try Self.checks("--rule", "england/icpc").1.first)
    #expect(check["outcome"] as? String == "met late")
    #expect(check["due"] as? String == "2025-01-09")
    #expect(check["limit"] as? String == "15 working days")
    let edition = try #require(check["edition"] as? [String: Any])
    #expect(edition["from"] as? String == "2023-12-15")
    #expect(edition["until"] is NSNull)
    #expect((edition["citation"] as? String)?.hasPrefix("Working Together 2023") ?? false)
    #expect(edition["basis"] as? String == "statutory guidance")
    let trigger = try #require(check["trigger"] as? [String: Any])
    #expect(trigger["type"] as? String == "s47")
    #expect(trigger["id"] as? String == "S1")
    #expect(trigger["file"] as? String == "exports.csv")
    #expect(trigger["line"] as? Int == 6)
    let starts = try #require(check["starts"] as? [[String: Any]])
    #expect(starts.map { $0["line"] as? Int } == [7, 8, 6])
    #expect(starts.map { $0["picked"] as? Bool } == [false, true, false])
    #expect(
      starts.map { $0["why"] as? String } == [
        "it is not marked initiated_s47", "it is marked initiated_s47",
        "something that the rule prefers is recorded",
      ])
    let days = try #require(check["days_not_counted"] as? [[String: String]])
    #expect(days.count == 9)
    #expect(
      days.filter { !["Saturday", "Sunday"].contains($0["name"] ?? "") }
        == [
          ["day": "2024-12-25", "name": "Christmas Day"],
          ["day": "2024-12-26", "name": "Boxing Day"],
          ["day": "2025-01-01", "name": "New Year’s Day"],
        ])
    let satisfier = try #require(check["satisfied_by"] as? [String: Any])
    #expect(satisfier["line"] as? Int == 9)
    let clocks = try #require(check["clocks"] as? [String: [String: Any]])
    #expect(clocks["rule"]?["days"] as? Int == 25)
    #expect(clocks["rule"]?["working_days"] as? Int == 16)
    #expect(clocks["rule"]?["minutes"] is NSNull)
    #expect(clocks["lived"]?["days"] as? Int == 31)
    #expect(clocks["lived"]?["from"] as? String == "2024-12-10")
    #expect(check["days_over"] as? Int == 1)
    let text = try Duly.run("rules", "show", "england/icpc").out
    #expect(text.contains(try #require(check["how_counted"] as? String)))
  }

  @Test("the sentences are those of the text, and there is one check for each of the text's")
  func likeTheText() throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.export, to: "exports.csv")
    let text = try Duly.run("explain", "A1", path).lines
    var lines: [String] = []
    for check in try Self.checks().1 {
      let (title, rule) = (check["title"] as? String ?? "", check["rule"] as? String ?? "")
      lines.append("\(title) (\(rule)): \(check["outcome"] as? String ?? "")")
      lines += (check["sentences"] as? [String] ?? []).map { "  \($0)" }
      let next = check["next_step"] as? String ?? ""
      if !next.isEmpty { lines.append("  Next: \(next)") }
    }
    #expect(lines == text)
  }

  @Test("hours are told to the minute")
  func hours() throws {
    let check = try #require(try Self.checks("--rule", "england/police-protection").1.first)
    let clocks = try #require(check["clocks"] as? [String: [String: Any]])
    #expect(clocks["rule"]?["minutes"] as? Int == 72 * 60 + 1)
    #expect(check["days_not_counted"] as? [String] == [])
    let satisfier = try #require(check["satisfied_by"] as? [String: Any])
    #expect(satisfier["kind"] as? String == "process")
    #expect(satisfier["line"] as? Int == 11)
  }

  @Test("keys come in the order of the manual's page, which names each of them")
  func documented() throws {
    let page = try Scratch.read("\(Duly.checkout)/Documentation/explain.md")
    let documented = page.matches(of: /(?m)^\| `(\w+)` \|/).map { String($0.1) }
    #expect(documented.count > 20)
    let (out, checks) = try Self.checks()
    #expect(checks.count > 1)
    for (line, check) in zip(out.split(separator: "\n").dropFirst(), checks) {
      #expect(Set(check.keys) == Set(documented))
      var rest = line[...]
      for key in documented {
        let range = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key)")
        rest = rest[range.upperBound...]
      }
    }
  }

  @Test("a child without a check has an empty list")
  func empty() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      """
      # duly interchange 1
      # as_of: 2025-04-30
      child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
      A1,episode,E1,,referral_received,2025-03-03,,,,

      """, to: "exports.csv")
    let answer = try Duly.run("explain", "A1", path, "--format", "json")
    #expect(answer.code == 0)
    #expect(answer.out == "{\"child\":\"A1\",\"checks\":[]}\n")
  }
}
