import Testing

/// The made-up council's answer key was worked out from how each case was planted; the judge must
/// come to the same, on every road by which a case can reach it.
@Suite struct AnswerKeyTests {
  /// The exports of one road.
  private func exports(_ road: String) throws -> [String] {
    let local = ["--mapping", "lcs-example"]
    switch road {
    case "census": return [Authority.census]
    case "local": return try Authority.lists() + local
    case "interchange": return [Authority.interchange]
    case "interchange as XML": return [Authority.interchangeXML]
    default: return try [Authority.census] + Authority.lists() + local
    }
  }

  @Test(
    "the judge agrees with the key on every check",
    arguments: ["census", "local", "interchange", "interchange as XML", "both"])
  func agrees(_ export: String) throws {
    // The two forms of the interchange format say the same.
    let road = export == "interchange as XML" ? "interchange" : export
    let packs = ["england", "local-002", "local-004"].flatMap { ["--rules", $0] }
    let answer = try Duly().run(["judge"] + exports(export) + packs)
    try #require(answer.code == 0, "\(answer.err)")
    let key = CSVTable(try Authority.shared.text("answer-key.csv")).rows
      .filter { $0["road"] == road }
    // The key has rows for the rules whose events the authority plants.
    let planted = Set(CSVTable(try Authority.shared.text("answer-key.csv")).rows.map { $0["rule"] })
    let judged = CSVTable(answer.out).rows.filter { planted.contains($0["rule"]) }
    #expect(key.count > (road == "census" ? 300 : 900))
    #expect(judged.count == key.count)
    let expected = Dictionary(grouping: key, by: AnswerKeyTests.place)
    let found = Dictionary(grouping: judged, by: AnswerKeyTests.place)
    for (place, rows) in expected {
      AnswerKeyTests.compare(place, rows, found[place] ?? [])
    }
    for place in found.keys where expected[place] == nil {
      Issue.record("not in the key: \(place)")
    }
  }

  /// Child, rule and trigger.
  private static func place(_ row: [String: String]) -> [String] {
    [row["child"] ?? "", row["rule"] ?? "", row["trigger"] ?? ""]
  }

  private static func compare(
    _ place: [String], _ key: [[String: String]], _ judged: [[String: String]]
  ) {
    guard key.count == judged.count else {
      Issue.record("\(place): \(judged.count) checks and not \(key.count)")
      return
    }
    for (left, right) in zip(key.sorted(by: precedes), judged.sorted(by: precedes)) {
      for column in ["outcome", "reason"] {
        #expect(left[column] == right[column], "\(place): \(column)")
      }
      let isSilent = ["invalid", "not evaluable"].contains(left["outcome"])
      for column in ["start", "due", "satisfied"] where !isSilent || left[column] != "" {
        #expect(left[column] == right[column], "\(place): \(column)")
      }
    }
  }

  /// Any order that both tables share, for checks of one child, rule and trigger.
  private static func precedes(_ left: [String: String], _ right: [String: String]) -> Bool {
    for column in ["outcome", "reason", "due", "satisfied"] where left[column] != right[column] {
      return left[column] ?? "" < right[column] ?? ""
    }
    return false
  }
}
