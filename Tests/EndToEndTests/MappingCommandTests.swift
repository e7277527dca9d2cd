import Testing

/// `duly mapping` as it is run by hand.
@Suite struct MappingCommandTests {
  private static let mapping = """
    mapping: teams
    title: A list with a name
    child: PERSON_ID
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    lists:
      plans:
        file: plans.csv
        team: TEAM_CODE
        processes: {cp_plan: PLAN_ID}

    """

  @Test(
    "a mapping that reads a personal column is refused with the place, the word and what to do",
    arguments: [
      ("team: TEAM_CODE", "team: TEAM_NAME", "9:11", "name"),
      ("child: PERSON_ID", "child: NHS_NUMBER", "3:8", "nhsnumber"),
      ("PLAN_ID}", "\"{PLAN_ID}-{Postcode}\"}", "10:26", "postcode"),
    ])
  func personal(sound: String, broken: String, place: String, word: String) throws {
    let scratch = try Scratch()
    let clean = try Duly.run("mapping", "check", scratch.write(Self.mapping, to: "m.yaml"))
    #expect(clean.code == 0, "\(clean.err)")
    #expect(clean.lines.last == "In order: 1 lists.")
    let text = Self.mapping.replacing(sound, with: broken)
    let answer = try Duly.run("mapping", "check", scratch.write(text, to: "m.yaml"))
    #expect(answer.code == 78)
    #expect(answer.err.contains("m.yaml:\(place)"), "\(answer.err)")
    #expect(answer.err.contains("(\"\(word)\") is never read"), "\(answer.err)")
    #expect(answer.err.contains("map a code or an id"), "\(answer.err)")
  }

  @Test("without --rules the export is held against england, with it against what is named")
  func packs() throws {
    let words = [
      "mapping", "check", "lcs-example",
      "\(Duly.checkout)/SampleExports/lcs/lcs-plans-2026-03-31.csv",
    ]
    func rules(_ options: String...) throws -> [String] {
      try Duly().run(words + options).lines.filter { $0.contains(": not carried: ") }
    }
    let plain = try rules()
    #expect(!plain.isEmpty && plain.allSatisfy { $0.hasPrefix("  england/") })
    #expect(try rules("--rules", "england") == plain)
    let local = try rules("--rules", "local-002")
    #expect(!local.isEmpty && local.allSatisfy { $0.hasPrefix("  local-002/") })
    #expect(
      try rules("--rules", "england", "--rules", "local-002").count == plain.count + local.count)
  }

  @Test("the sample lists are read whole through their mapping")
  func sample() throws {
    let folder = "\(Duly.checkout)/SampleExports/lcs/lcs-"
    let answer = try Duly.run(
      "mapping", "check", "lcs-example", folder + "plans-2026-03-31.csv",
      folder + "plan-events-2026-03-31.csv")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines.contains("lcs-plans-2026-03-31.csv, read as the list plans"))
    #expect(answer.lines.contains { $0.hasPrefix("  rows read 537 = used 536 + set aside 1") })
    let missing = try Duly.run("mapping", "check", "lcs-example", folder + "none.csv")
    #expect(missing.code == 66)
  }
}
