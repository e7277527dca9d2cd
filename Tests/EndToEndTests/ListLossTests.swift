import Foundation
import Testing

/// A list that had rows the night before and has none holds the night for an operator's word.
@Suite struct ListLossTests {
  private static let plans = "LA_CODE,PERSON_ID,S47_ID,CP_PLAN_ID,PLAN_START,PLAN_END,SOURCE_SYSTEM"
  private static let events = "LA_CODE,PERSON_ID,CP_PLAN_ID,EVENT,EVENT_DATE,SOURCE_SYSTEM"

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      """
      authority: "999"
      feeds:
        - name: local
          files: "in/*.csv"
          mapping: lcs-example
      packs: [england]
      oldest data: any
      pseudonyms: demonstration
      reports: reports

      """, to: "duly.yaml")
    try deliver(day: "2025-06-29")
  }

  private func deliver(day: String, plans: Int = 3, events: Int? = 3) throws {
    try? FileManager.default.removeItem(atPath: scratch.path("in"))
    let mark = "Synthetic authority"
    try scratch.write(
      ([Self.plans] + (0..<plans).map { "999,C\($0),S\($0),P\($0),03/03/2025,,\(mark)" })
        .joined(separator: "\n") + "\n", to: "in/lcs-plans-\(day).csv")
    guard let events else { return }
    try scratch.write(
      ([Self.events] + (0..<events).map { "999,C\($0),P\($0),Core group,14/03/2025,\(mark)" })
        .joined(separator: "\n") + "\n", to: "in/lcs-plan-events-\(day).csv")
  }

  private func night(_ more: [String] = []) throws -> Duly.Answer {
    try Duly().run(["run", "--config", scratch.path("duly.yaml")] + more)
  }

  private func status() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(
      with: Data(try scratch.text("reports/status.json").utf8))
    return object as? [String: Any] ?? [:]
  }

  private var latest: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("reports/latest"))
  }

  @Test("a first night names in one line the lists that have no row, and a second does not")
  func firstNight() throws {
    try deliver(day: "2025-06-28", events: 0)
    let first = try night()
    #expect(first.code == 0)
    #expect(first.err.split(separator: "\n").count == 1)
    #expect(first.err.contains("plan-events (lcs-plan-events-2025-06-28.csv is empty)"))
    #expect(first.err.contains("hospital"))
    #expect(!first.err.contains("plans,"))
    let lists = try status()["lists_without_rows"] as? [String] ?? []
    #expect(lists.contains("local: plan-events"))
    #expect(lists.contains("local: hospital"))
    #expect(!lists.contains("local: plans"))
    try deliver(day: "2025-06-29")
    let second = try night()
    #expect(second.code == 0)
    #expect(second.err.isEmpty)
  }

  @Test("an empty list and a missing one hold the night", arguments: [0, nil] as [Int?])
  func held(_ events: Int?) throws {
    #expect(try night().code == 0)
    try deliver(day: "2025-06-30", events: events)
    let held = try night()
    #expect(held.code == 76)
    #expect(held.err.split(separator: "\n").count == 1)
    #expect(held.err.contains("plan-events"))
    #expect(held.err.contains("3 rows in run 2025-06-29"))
    #expect(latest == "runs/2025-06-29")
    #expect(try scratch.text("reports/index.html").contains("older report"))
    #expect((try status()["banner"] as? String ?? "").contains("held"))
    #expect((try status()["warnings"] as? [String] ?? []).contains { $0.contains("plan-events") })
    // The same input is held again, and what comes whole is published.
    #expect(try night().err == held.err)
    try deliver(day: "2025-06-30")
    #expect(try night().code == 0)
    #expect(latest == "runs/2025-06-30")
    #expect(try status()["banner"] as? String == "")
  }

  @Test("the hash of the refusal publishes this input and no other, and leaves a trace")
  func accepted() throws {
    #expect(try night().code == 0)
    try deliver(day: "2025-06-30", events: 0)
    let held = try night()
    let words = held.err.split(whereSeparator: { " \"\n".contains($0) })
    let hash = try #require(words.last.map(String.init))
    try deliver(day: "2025-06-30", plans: 2, events: 0)
    let other = try night(["--accept-change", hash])
    #expect(other.code == 76)
    #expect(other.err.contains("names another change"))
    #expect(!other.err.contains(hash))
    try deliver(day: "2025-06-30", events: 0)
    let night = try night(["--accept-change", hash])
    #expect(night.code == 0, "\(night.err)")
    #expect(latest == "runs/2025-06-30")
    #expect(try scratch.text("reports/receipts/2025-06-30.json").contains(hash))
    let quality = try scratch.text("reports/latest/team/data-quality.csv")
    #expect(quality.contains("list-without-rows-accepted"))
    // The list is not expected any more.
    try deliver(day: "2025-07-01", events: nil)
    #expect(try self.night().code == 0)
  }

  @Test("fewer rows are no lost list")
  func fewer() throws {
    #expect(try night().code == 0)
    try deliver(day: "2025-06-30", events: 1)
    #expect(try night().code == 0)
  }
}
