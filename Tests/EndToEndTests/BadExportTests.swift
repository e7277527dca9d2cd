import Foundation
import Testing

@Suite struct BadExportTests {
  @Test("judge refuses it in one line that shows nothing of it", arguments: BadExport.all)
  func judge(_ bad: BadExport) throws {
    let scratch = try Scratch()
    let path = try scratch.write(bad.bytes, to: "exports/\(bad.file)")
    let mapping = bad.mapping.map { ["--mapping", $0] } ?? []
    let answer = try Duly().run(["judge", path] + mapping)
    expectRefused(answer, code: bad.code, naming: bad.says)
    #expect(!answer.err.contains(BadExport.canary))
    #expect(!answer.err.contains(BadExport.day))
  }

  @Test("explain refuses it the same way", arguments: BadExport.all)
  func explain(_ bad: BadExport) throws {
    let scratch = try Scratch()
    let path = try scratch.write(bad.bytes, to: bad.file)
    let mapping = bad.mapping.map { ["--mapping", $0] } ?? []
    let answer = try Duly().run(["explain", BadExport.canary, path] + mapping)
    expectRefused(answer, code: bad.code, naming: bad.says)
    #expect(!answer.err.contains(BadExport.canary))
    #expect(!answer.err.contains(BadExport.day))
  }

  @Test("a missing file is 66")
  func missing() throws {
    let scratch = try Scratch()
    let answer = try Duly.run("judge", scratch.path("nobody.xml"))
    expectRefused(answer, code: 66, naming: ["nobody.xml", "no such file"])
  }

  @Test("a missing file behind a good one is 66, and nothing is printed of the good one")
  func missingBehind() throws {
    let scratch = try Scratch()
    let answer = try Duly.run("judge", Authority.census, scratch.path("nobody.csv"))
    expectRefused(answer, code: 66, naming: ["nobody.csv"])
  }

  @Test("a folder given as an export is refused")
  func folder() throws {
    let scratch = try Scratch()
    let answer = try Duly.run("judge", try scratch.makeFolder("exports"))
    expectRefused(answer, code: 65, naming: ["exports", "one by one"])
  }

  @Test("a census that is broken at its last byte prints no row")
  func brokenAtTheEnd() throws {
    let scratch = try Scratch()
    let whole = try Authority.shared.text("cin-census.xml")
    let end = try #require(whole.range(of: "</Message>", options: .backwards))
    let path = try scratch.write(String(whole[..<end.lowerBound]) + "</Messag>", to: "census.xml")
    expectRefused(try Duly.run("judge", path), code: 65, naming: ["census.xml:"])
  }

  @Test("the input is looked at before the packs")
  func inputFirst() throws {
    let scratch = try Scratch()
    let path = try scratch.write("<Message><Header>", to: "cut.xml")
    let answer = try Duly.run("judge", path, "--rules", "nothing-of-this-name")
    expectRefused(answer, code: 65, naming: ["cut.xml:1"])
  }

  @Test("rows set aside are one line, and the rows that are good are printed")
  func setAside() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      """
      # duly interchange 1
      # as_of: 2026-03-31
      # authority: 999
      child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
      A1,episode,E1,,referral_received,2026-01-05,,,,
      A1,episode,E1,,assessment_authorised,2026-01-20,,,,
      ,episode,E2,,referral_received,2026-01-05,,,,
      \(BadExport.canary),episode,E3,,no_such_event_of_\(BadExport.canary),2026-01-05,,,,

      """, to: "exports.csv")
    let answer = try Duly.run("judge", path)
    #expect(answer.code == 0)
    #expect(CSVTable(answer.out).rows.map { $0["child"] } == ["A1"])
    #expect(answer.err.utf8.split(separator: 0x0A).count == 1)
    #expect(answer.err.contains("2 rows were set aside"))
    #expect(answer.err.contains("exports.csv:7"))
    #expect(!answer.err.contains(BadExport.canary))
  }
}
