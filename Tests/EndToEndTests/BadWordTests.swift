import Foundation
import Testing

/// Typing errors in what a site writes itself: packs, mappings, configurations, the command line.
@Suite struct BadWordTests {
  /// A data folder of a test's own, with one word of one file changed.
  private func dataFolder(
    _ file: String, _ word: String, _ typo: String
  ) throws -> (scratch: Scratch, line: Int) {
    let scratch = try Scratch()
    for name in ["Rules", "Mappings", "Templates"] {
      try scratch.copy("\(Duly.checkout)/\(name)", to: "data/\(name)")
    }
    let text = try scratch.text("data/\(file)")
    let place = try #require(text.range(of: word))
    let line = text[..<place.lowerBound].utf8.count { $0 == 0x0A } + 1
    try scratch.write(text.replacingCharacters(in: place, with: typo), to: "data/\(file)")
    return (scratch, line)
  }

  @Test(
    "a typing error in a pack has its line and column and the nearest right word",
    arguments: [
      ("  for each: s47", "  for eech: s47", "for each"),
      ("starts: strategy_discussion", "starts: strategy_discusion", "strategy_discussion"),
      ("limit: 15 working days", "limit: 15 workin days", "working days"),
      ("met by: icpc_held", "met by: icpc_hold", "icpc_held"),
      ("s47.close_reason", "s47.close_reasn", "close_reason"),
      ("basis: statutory guidance", "basis: statutory guidence", "statutory guidance"),
    ])
  func pack(_ word: String, _ typo: String, _ right: String) throws {
    let (scratch, line) = try dataFolder("Rules/england/conferences.yaml", word, typo)
    let answer = try Duly.run("judge", Authority.census, "--data", scratch.path("data"))
    expectRefused(answer, code: 78, naming: ["england/conferences.yaml:\(line):", right])
  }

  @Test(
    "a typing error in a mapping has its line and column and the nearest right word",
    arguments: [
      ("    team: TEAM_CODE", "    teem: TEAM_CODE", "team"),
      ("event: concern_received", "event: concern_recieved", "concern_received"),
      ("precision: minute", "precision: minit", "minute"),
    ])
  func mapping(_ word: String, _ typo: String, _ right: String) throws {
    let (scratch, line) = try dataFolder("Mappings/lcs-example.yaml", word, typo)
    let answer = try Duly().run(
      ["judge", "--mapping", "lcs-example", "--data", scratch.path("data")] + Authority.lists())
    expectRefused(answer, code: 78, naming: ["lcs-example.yaml:\(line):", right])
  }

  @Test(
    "a typing error in a configuration has its line and column and the nearest right word",
    arguments: [
      ("packs:", "pakcs:", 6, "packs"), ("oldest data:", "oldest date:", 7, "oldest data"),
      ("  mapping:", "  maping:", 6, "mapping"), ("reports:", "repotrs:", 9, "reports"),
      ("demonstration", "demonstrations", 8, "demonstration"),
    ])
  func configuration(_ word: String, _ typo: String, _ line: Int, _ right: String) throws {
    let site = try Site()
    let text = try site.scratch.text("site/duly.yaml")
    let place = try #require(text.range(of: word))
    let line = text[..<place.lowerBound].utf8.count { $0 == 0x0A } + 1
    try site.scratch.write(text.replacingCharacters(in: place, with: typo), to: "site/duly.yaml")
    expectRefused(try site.night(), code: 78, naming: ["duly.yaml:\(line):", right])
    #expect(site.latest == nil)
  }

  @Test("a pack that is not there: the nearest one is named")
  func packName() throws {
    let answer = try Duly.run("judge", Authority.census, "--rules", "englnd")
    expectRefused(answer, code: 78, naming: ["\"englnd\"", "\"england\""])
  }

  @Test("a mapping that is not there: the nearest one is named")
  func mappingName() throws {
    let answer = try Duly().run(["judge", "--mapping", "lcs-exmple"] + Authority.lists())
    expectRefused(answer, code: 78, naming: ["\"lcs-exmple\"", "\"lcs-example\""])
  }

  @Test("a rule that is not there: the nearest one is named")
  func rule() throws {
    let show = try Duly.run("rules", "show", "england/icp")
    expectRefused(show, code: 64, naming: ["\"england/icp\"", "\"england/icpc\""])
    let child = try #require(Authority.children().min())
    let explain = try Duly.run("explain", child, Authority.census, "--rule", "england/asessment")
    expectRefused(explain, code: 64, naming: ["\"england/assessment\""])
  }

  @Test("an as-of that is no moment is a fault of usage")
  func asOf() throws {
    let answer = try Duly.run("judge", Authority.census, "--as-of", "31/03/2026")
    expectRefused(answer, code: 64, naming: ["--as-of", "2025-03-31"])
  }

  @Test("a configuration that is not there is 66")
  func noConfiguration() throws {
    let scratch = try Scratch()
    let answer = try Duly.run("run", "--config", scratch.path("duly.yaml"))
    expectRefused(answer, code: 66, naming: ["duly.yaml"])
  }
}
