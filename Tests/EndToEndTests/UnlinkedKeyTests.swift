import Foundation
import Testing

/// Events that name no process, in a third of the children: what is decided is decided as before, on
/// every road that has ids.
@Suite struct UnlinkedKeyTests {
  /// The roads with ids of processes, and what of them is taken away.
  private static let ids: [ExportRoad: [String: [String]]] = [
    .dataset: [
      "ssd_cp_reviews": ["cppr_cp_plan_id"], "ssd_cp_visits": ["cppv_cp_plan_id"],
      "ssd_cla_reviews": ["clar_cla_id"],
      "ssd_initial_cp_conference": ["icpc_s47_enquiry_id"],
    ],
    .local: ["lcs-plan-events": ["CP_PLAN_ID"]],
    .interchange: ["interchange": ["process", "process_id", "parent_id"]],
  ]

  /// The types of event of the interchange rows that lose their process.
  private static let types: Set<String> = [
    "cp_review_held", "core_group_held", "cp_visit", "cla_review_held", "cla_visit", "icpc_held",
  ]

  private static func columns(of child: [String: String]) -> String {
    [
      "child_id", "PERSON_ID", "cppr_person_id", "cppv_person_id", "clar_person_id",
      "clar_cla_person_id", "icpc_person_id",
    ].compactMap { child[$0] }.first ?? ""
  }

  private static func checks(_ arguments: [String]) throws -> [String: [String]] {
    let answer = try Duly().run(["judge"] + arguments)
    try #require(answer.code == 0, "\(answer.err)")
    var found: [String: [String]] = [:]
    for row in CSVTable(answer.out).rows {
      let key = ["child", "rule", "trigger"].map { row[$0] ?? "" }.joined(separator: " ")
      found[key, default: []].append("\(row["outcome"] ?? "") \(row["reason"] ?? "")")
    }
    return found.mapValues { $0.sorted() }
  }

  @Test(
    "what is decided without the ids is what was decided with them",
    arguments: [ExportRoad.dataset, .local, .interchange])
  func unlinked(_ road: ExportRoad) throws {
    let exports = try road.exports
    let files = exports.filter { $0.hasSuffix(".csv") }
    let options = exports.filter { !$0.hasSuffix(".csv") }
    let isRows = road == .interchange
    let headers =
      isRows
      ? try Scratch.read(files[0]).split(whereSeparator: \.isNewline).prefix { $0.hasPrefix("#") }
        .count + 1
      : 1
    var changed = try ChangedExport(files, headers: headers)
    var taken = 0
    changed.change { name, row in
      guard let lost = Self.ids[road]?.first(where: { name.hasPrefix($0.key) })?.value,
        Self.columns(of: row).utf8.reduce(0, { $0 &+ Int($1) }) % 3 == 0,
        !isRows || Self.types.contains(row["type"] ?? "")
      else { return }
      taken += 1
      for column in lost { row[column] = "" }
    }
    #expect(taken > 30)
    let scratch = try Scratch()
    let before = try Self.checks(exports)
    let after = try Self.checks(try changed.write(to: scratch) + options)
    var (same, unclear, wrong) = (0, 0, 0)
    for (key, outcomes) in after {
      let wanted = before[key] ?? []
      for outcome in outcomes {
        if wanted.contains(outcome) {
          same += 1
        } else if outcome.hasSuffix("link_unclear") {
          unclear += 1
        } else {
          wrong += 1
          if wrong < 4 { Issue.record("\(key): \(wanted) became \(outcomes)") }
        }
      }
    }
    let missing = before.keys.filter { after[$0] == nil }
    print(
      "\(road): \(taken) ids taken, \(same) as before, \(unclear) unclear, \(missing.count) gone")
    #expect(wrong == 0)
    #expect(missing.isEmpty, "\(missing.sorted().prefix(3))")
    #expect(unclear * 20 < same)
  }
}
