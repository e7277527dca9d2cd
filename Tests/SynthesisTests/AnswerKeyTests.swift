import Clocks
import Testing

@testable import Synthesis

@Suite struct AnswerKeyTests {
  @Test(arguments: [1, 2] as [UInt64])
  func everyCheckIsAnsweredOnce(seed: UInt64) throws {
    var seen: Set<[String]> = []
    for row in try Exports(children: 1000, seed: seed).key {
      #expect(seen.insert([row.road] + row.identity).inserted, "\(row)")
    }
  }

  @Test func threeHundredChildrenShowEveryOutcomeAndRule() throws {
    let exports = try Exports(children: 300, seed: 1)
    let key = exports.key + exports.nationalKey
    #expect(Set(key.map(\.outcome)) == Set(KeyOutcome.allCases.map(\.rawValue)))
    #expect(Set(key.map(\.rule)) == Set(KeyRule.allCases.map(\.rawValue)))
    let more = try Exports(children: 1500, seed: 1)
    let reasons = Set((more.key + more.nationalKey).map(\.reason))
    #expect(reasons == Set(KeyReason.allCases.map(\.rawValue)).union([""]))
  }

  /// The shape of a row follows from its outcome.
  @Test func outcomesAgreeWithTheirDates() throws {
    let asOf = CivilDay.asOf.description
    for row in try Exports(children: 900, seed: 4).key {
      let due = row.due
      // ISO days compare as text; a limit in days compares days only.
      let satisfied =
        due.utf8.count == 10
        ? String(decoding: row.satisfied.utf8.prefix(10), as: UTF8.self) : row.satisfied
      #expect((row.outcome == "not evaluable") == !row.reason.isEmpty)
      switch row.outcome {
      case "met" where row.rule == "local-002/discharge-meeting": #expect(row.satisfied <= due)
      case "met":
        #expect(!satisfied.isEmpty && !isAfter(satisfied, due))
        #expect(day(row.start) <= day(satisfied))
      case "met late": #expect(isAfter(satisfied, due))
      case "overdue": #expect(row.satisfied.isEmpty && day(due) < asOf)
      case "due": #expect(row.satisfied.isEmpty && day(due) >= asOf)
      case "stopped", "not required": #expect(row.satisfied.isEmpty && !due.isEmpty)
      case "not met": #expect(!due.isEmpty)
      case "not evaluable", "invalid": #expect(row.satisfied.isEmpty)
      default: Issue.record("an unknown outcome")
      }
      if row.outcome != "invalid" { #expect(day(row.trigger) <= asOf) }
    }
  }

  /// Shares as a real authority would have them, whatever the seed.
  @Test(arguments: [1, 2] as [UInt64])
  func sharesAreLikely(seed: UInt64) throws {
    let key = try Exports(children: 2000, seed: seed).key.filter { $0.road == "interchange" }
    let inTime = share(key, of: "england/assessment")
    #expect((0.80...0.92).contains(inTime), "assessments: \(inTime)")
    let conferences = share(key, of: "england/icpc")
    #expect((0.70...0.88).contains(conferences), "conferences: \(conferences)")
    let clean = key.filter { ["met", "not required", "stopped", "due"].contains($0.outcome) }
    #expect(Double(clean.count) / Double(key.count) > 0.7)
  }

  private func share(_ key: [KeyLine], of rule: String) -> Double {
    let rows = key.filter { $0.rule == rule }
    let met = rows.count { $0.outcome == "met" }
    let breached = rows.count { $0.outcome == "met late" || $0.outcome == "overdue" }
    return Double(met) / Double(met + breached)
  }

  private func day(_ text: String) -> String {
    String(decoding: text.utf8.prefix(10), as: UTF8.self)
  }

  /// Whether a moment is after another; a day alone is compared with the other's day.
  private func isAfter(_ left: String, _ right: String) -> Bool {
    let width = min(left.utf8.count, right.utf8.count)
    return String(decoding: left.utf8.prefix(width), as: UTF8.self)
      > String(decoding: right.utf8.prefix(width), as: UTF8.self)
  }
}
