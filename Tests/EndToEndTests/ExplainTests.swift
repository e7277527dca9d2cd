import Testing

@Suite struct ExplainTests {
  @Test("it names start, limit, days not counted, edition, citation, and file and line")
  func sentences() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      """
      # duly interchange 1
      # as_of: 2025-01-31
      child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
      A1,s47,S1,,s47_started,2024-12-16,,,,
      A1,s47,S1,,strategy_discussion,2024-12-16T17:30,,,,initiated_s47=yes
      A1,s47,S1,,icpc_held,2025-01-10,,,,

      """, to: "exports.csv")
    let answer = try Duly.run("explain", "A1", path, "--rule", "england/icpc")
    #expect(answer.code == 0, "\(answer.err)")
    for words in [
      "england/icpc", "met late", "strategy discussion", "17:30 on Monday 16 December 2024",
      "15 working days", "Working Together 2023", "in force from 15 December 2023",
      "is day 0", "Christmas Day", "Boxing Day", "New Year", "Saturdays and Sundays",
      "Thursday 9 January 2025", "Friday 10 January 2025", "1 working day", "exports.csv, line 5",
      "exports.csv, line 6",
    ] {
      #expect(answer.out.contains(words), "\(words) in \(answer.out)")
    }
  }

  @Test("with a configuration it explains by all feeds of the night")
  func configuration() throws {
    let site = try Site()
    let rows = CSVTable(try Duly.run("judge", Authority.census).out).rows
    let row = try #require(rows.first { $0["rule"] == "england/icpc" })
    let child = try #require(row["child"])
    let answer = try Duly().run(["explain", child, "--config", site.configuration])
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out.contains("(england/icpc)"))
    #expect(answer.out.contains("(england/strategy-attendance)"))
    #expect(answer.out.contains("lcs-strategy-discussions-2026-03-31.csv, line "))
    let one = try Duly().run(
      ["explain", child, "--config", site.configuration, "--rule", "england/icpc"])
    #expect(one.out.contains("(england/icpc)"))
    #expect(!one.out.contains("(england/strategy-attendance)"))
  }

  @Test("a child that no export holds is 66, and the line does not repeat the id")
  func unknownChild() throws {
    let site = try Site()
    let files = try Duly.run("explain", BadExport.canary, Authority.census)
    expectRefused(files, code: 66, naming: ["id"])
    #expect(!files.err.contains(BadExport.canary))
    let night = try Duly.run("explain", BadExport.canary, "--config", site.configuration)
    expectRefused(night, code: 66, naming: ["id"])
    #expect(!night.err.contains(BadExport.canary))
  }

  @Test("neither or both of configuration and exports is a fault of usage")
  func usage() throws {
    #expect(try Duly.run("explain", "A1").code == 64)
    #expect(try Duly.run("explain", "A1", Authority.census, "--config", "x.yaml").code == 64)
  }
}
