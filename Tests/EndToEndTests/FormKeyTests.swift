import Testing

/// Each of the forty forms of rule has children of its own, whose key was worked out from how they
/// were planned; the judge must come to the same, and make no check where none is to be made.
@Suite struct FormKeyTests {
  private typealias Row = [String: String]

  private let key: [Row]

  init() throws {
    key = CSVTable(try Authority.shared.text("answer-key-forms.csv")).rows
  }

  /// What the judge makes of an export.
  private func judged(_ export: String) throws -> [Row] {
    let packs = Set(key.compactMap { $0["rule"]?.split(separator: "/").first.map(String.init) })
    let answer = try Duly().run(
      ["judge", export] + packs.sorted().flatMap { ["--rules", $0] })
    try #require(answer.code == 0, "\(answer.err)")
    return CSVTable(answer.out).rows
  }

  @Test("every form has a key")
  func forms() {
    let forms = Set(key.flatMap { ($0["forms"] ?? "").split(separator: " ").map(String.init) })
    #expect(forms == Set((1...40).map { $0 < 10 ? "F0\($0)" : "F\($0)" }))
  }

  @Test(
    "the judge agrees with the key on every check of the rules that a child was planned for",
    arguments: ["CSV", "XML"])
  func agrees(_ form: String) throws {
    let judged = try judged(form == "XML" ? Authority.formsXML : Authority.forms)
    let expected = Dictionary(grouping: key, by: Self.place)
    let found = Dictionary(grouping: judged, by: Self.place)
    var (compared, silent, missing, extra, different) = (0, 0, 0, 0, 0)
    for (place, rows) in expected {
      var checks = found[place] ?? []
      let wanted = rows.filter { $0["outcome"] != "no check" }.sorted(by: Self.precedes)
      if wanted.isEmpty { silent += 1 }
      for row in wanted {
        compared += 1
        let near = checks.indices.filter { checks[$0]["trigger"] == row["trigger"] }
        // Where the key names no trigger, that of the check is not known or not stated.
        let open = row["trigger"] == "" ? Array(checks.indices) : []
        guard
          let index = near.first(where: { Self.agree(row, checks[$0]) })
            ?? open.first(where: { Self.agree(row, checks[$0]) }) ?? near.first ?? open.first
        else {
          missing += 1
          if missing < 4 { Issue.record("missing: \(row)") }
          continue
        }
        let check = checks.remove(at: index)
        guard !Self.agree(row, check) else { continue }
        different += 1
        if different < 4 { Issue.record("different:\n\(row)\n\(check)") }
      }
      extra += checks.count
      if !checks.isEmpty, extra < 4 { Issue.record("not in the key: \(checks)") }
    }
    print(
      "forms as \(form): \(compared) checks, \(silent) rules without one; missing \(missing), extra \(extra), "
        + "different \(different)")
    #expect(compared > 180)
    #expect((missing, extra, different) == (0, 0, 0))
  }

  /// Child and rule.
  private static func place(_ row: Row) -> [String] { [row["child"] ?? "", row["rule"] ?? ""] }

  /// Whether a check is as the key says; of what the key leaves empty it says nothing, but that
  /// what nothing satisfied has no event either.
  private static func agree(_ key: Row, _ check: Row) -> Bool {
    let unsatisfied = ["overdue", "due", "stopped", "not required"].contains(key["outcome"])
    return key["outcome"] == check["outcome"] && key["reason"] == check["reason"]
      && !(unsatisfied && check["satisfied"] != "")
      && ["trigger", "start", "due", "satisfied"].allSatisfy { column in
        key[column] == "" || key[column] == check[column]
      }
  }

  /// Rows that say most come first, in an order that does not depend on the file.
  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    if (left["trigger"] == "") != (right["trigger"] == "") { return right["trigger"] == "" }
    for column in ["trigger", "outcome", "due", "satisfied"] where left[column] != right[column] {
      return left[column] ?? "" < right[column] ?? ""
    }
    return false
  }
}
