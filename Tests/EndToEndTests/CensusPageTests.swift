import Testing

/// The manual's page on the census says which rules one can answer.
@Suite struct CensusPageTests {
  @Test("the rules that the page names are those that make checks on a census")
  func rules() throws {
    let page = try Scratch.read("\(Duly.checkout)/Documentation/census.md")
    let named = Set(page.matches(of: /\| `(england\/[a-z0-9-]+)` \|/).map { String($0.1) })
    let answer = try Duly.run("judge", Authority.census, "--rules", "england", "--all")
    try #require(answer.code == 0, "\(answer.err)")
    let rows = CSVTable(answer.out).rows
    let answered = Set(rows.filter { $0["child"] != "" }.compactMap { $0["rule"] })
    #expect(named == answered)
    #expect(named.count > 8)
  }
}
