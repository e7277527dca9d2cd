import Testing

/// The made-up council's answer key was worked out from how each case was planted; the judge must
/// come to the same, on every road by which a case can reach it.
@Suite struct AnswerKeyTests {
  @Test("the judge agrees with the key on every check", arguments: ExportRoad.allCases)
  func agrees(_ road: ExportRoad) throws {
    let comparison = KeyComparison(key: try road.key, judged: try road.judged)
    print(
      "\(road.rawValue): \(comparison.compared) checks; missing \(comparison.missing), extra "
        + "\(comparison.extra), different \(comparison.different)")
    let least =
      switch road {
      case .census, .dataset: 300
      case .annexA: 200
      case .careReturn: 50
      default: 900
      }
    #expect(comparison.compared > least)
    #expect((comparison.missing, comparison.extra, comparison.different) == (0, 0, 0))
  }

  @Test("every road of a national format shows what its format can come to")
  func outcomes() throws {
    let usual: Set = ["met", "met late", "overdue", "due", "stopped"]
    for road in [ExportRoad.dataset, .careReturn] {
      #expect(Set(try road.key.compactMap { $0["outcome"] }).isSuperset(of: usual))
    }
    // Of the lists with one row a child, the latest review alone is known.
    let annexA = try ExportRoad.annexA.key
    #expect(Set(annexA.compactMap { $0["outcome"] }).isSuperset(of: usual))
    #expect(
      Set(annexA.compactMap { $0["reason"] }) == [
        "", "latest_only", "not_carried", "outside_window",
      ])
  }
}
