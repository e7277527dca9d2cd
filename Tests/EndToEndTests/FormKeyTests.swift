import Testing

/// Each of the forty forms of rule has children of its own, whose key was worked out from how they
/// were planned; the judge must come to the same, and make no check where none is to be made.
@Suite struct FormKeyTests {
  private let key: [[String: String]]
  private let judged: [[String: String]]

  init() throws {
    key = CSVTable(try Authority.shared.text("answer-key-forms.csv")).rows
    let packs = Set(key.compactMap { $0["rule"]?.split(separator: "/").first.map(String.init) })
    let answer = try Duly().run(
      ["judge", Authority.forms] + packs.sorted().flatMap { ["--rules", $0] })
    try #require(answer.code == 0, "\(answer.err)")
    judged = CSVTable(answer.out).rows
  }

  @Test("every form has a key")
  func forms() {
    let forms = Set(key.flatMap { ($0["forms"] ?? "").split(separator: " ").map(String.init) })
    #expect(forms == Set((1...40).map { $0 < 10 ? "F0\($0)" : "F\($0)" }))
  }

  @Test("the judge agrees with the key on every check of the rules that a child was planned for")
  func agrees() {
    let planned = Dictionary(grouping: key) { $0["child"] ?? "" }
      .mapValues { rows in Set(rows.compactMap { $0["rule"] }) }
    let own = judged.filter { planned[$0["child"] ?? ""]?.contains($0["rule"] ?? "") ?? false }
    let expected = Dictionary(grouping: key.filter { $0["outcome"] != "no check" }, by: Self.place)
    let found = Dictionary(grouping: own, by: Self.place)
    #expect(expected.count > 180)
    var (missing, extra, different) = (0, 0, 0)
    for (place, rows) in expected {
      let checks = (found[place] ?? []).sorted(by: Self.precedes)
      guard checks.count == rows.count else {
        missing += 1
        if missing < 4 { Issue.record("\(place): \(checks.count) checks and not \(rows.count)") }
        continue
      }
      for (row, check) in zip(rows.sorted(by: Self.precedes), checks)
      where !Self.agree(row, check) {
        different += 1
        if different < 4 { Issue.record("\(place):\n\(row)\n\(check)") }
      }
    }
    for (place, checks) in found where expected[place] == nil {
      extra += 1
      if extra < 4 { Issue.record("not in the key: \(place) \(checks.count)") }
    }
    print("forms: \(own.count) checks, missing \(missing), extra \(extra), different \(different)")
    #expect((missing, extra, different) == (0, 0, 0))
  }

  private static func agree(_ key: [String: String], _ check: [String: String]) -> Bool {
    guard key["outcome"] == check["outcome"], key["reason"] == check["reason"] else { return false }
    if ["invalid", "not evaluable"].contains(key["outcome"]) { return true }
    return ["start", "due", "satisfied"].allSatisfy { column in
      (key[column] ?? "").isEmpty || key[column] == check[column]
    }
  }

  /// Child, rule and trigger.
  private static func place(_ row: [String: String]) -> [String] {
    [row["child"] ?? "", row["rule"] ?? "", row["trigger"] ?? ""]
  }

  private static func precedes(_ left: [String: String], _ right: [String: String]) -> Bool {
    for column in ["outcome", "due", "satisfied"] where left[column] != right[column] {
      return left[column] ?? "" < right[column] ?? ""
    }
    return false
  }
}
