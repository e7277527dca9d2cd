import CaseModel
import Clocks
import RuleBook
import Testing

/// A row that was set aside may have said what a rule waits for: where it matters, nobody knows.
@Suite struct UnreadEventTests {
  private let shipped: ShippedPacks

  init() throws { shipped = try ShippedPacks() }

  private func day(_ text: String) throws -> Moment { try #require(MomentText.read(text)) }

  /// The outcomes of a rule for two plans, of 6 January and 1 October 2025, with some reviews and
  /// core groups.
  private func outcomes(
    _ rule: String, _ events: [(word: String, state: EventState, day: String, plan: Int32)]
  ) throws -> [String] {
    var feed = Feed(name: "local", format: "example")
    feed.asOf = try day("2026-03-31")
    for word in ["cp_plan_started", "cp_plan_ended", "cp_review_held", "core_group_held"] {
      feed.events[try #require(shipped.vocabulary.event(word))] = EventCoverage()
    }
    var record = ChildRecord()
    record.id = record.add(text: "example")
    record.feeds = FeedSet(feed: 0)
    for (id, opened) in [("A", "2025-01-06"), ("B", "2025-10-01")] {
      record.processes.append(
        ProcessRow(
          kind: try #require(shipped.vocabulary.process("cp_plan")), opened: try day(opened),
          id: record.add(text: id), feeds: FeedSet(feed: 0)))
    }
    for event in events {
      record.events.append(
        EventRow(
          type: try #require(shipped.vocabulary.event(event.word)), state: event.state,
          process: event.plan, at: event.day.isEmpty ? .missing : try day(event.day),
          feeds: FeedSet(feed: 0)))
    }
    #expect(record.brokenInvariant == nil)
    let place = try #require(shipped.compiled.rule(rule))
    // Both passes come to the same.
    let found = [true, false].map { triesEveryReading in
      var judge = Judge(
        compiled: shipped.compiled, feeds: [feed], triesEveryReading: triesEveryReading)
      var checks: [Check] = []
      judge.judge(record, into: &checks)
      return checks.filter { $0.rule == Int32(place) }.map { check in
        check.outcome.word + (check.reasons.first.map { " \($0.word)" } ?? "")
      }
    }
    #expect(found[0] == found[1])
    return found[1]
  }

  @Test("what may have been a review in time leaves the plan's own review open, and no other's")
  func review() throws {
    #expect(try outcomes("england/first-review", []) == ["overdue", "overdue"])
    #expect(
      try outcomes("england/first-review", [("cp_review_held", .unread, "2025-04-02", 0)])
        == ["not evaluable row_set_aside", "overdue"])
    #expect(
      try outcomes("england/first-review", [("cp_review_held", .unread, "", 0)])
        == ["not evaluable date_missing", "overdue"])
  }

  @Test("a row of no plan may be of each, as far as its day allows")
  func unlinked() throws {
    #expect(
      try outcomes("england/first-review", [("cp_review_held", .unread, "2025-12-01", -1)])
        == ["overdue", "not evaluable row_set_aside"])
  }

  @Test("what came too late at any rate is a breach, and what was seen in time is met")
  func certain() throws {
    #expect(
      try outcomes("england/first-review", [("cp_review_held", .unread, "2025-06-01", 0)])
        == ["overdue", "overdue"])
    #expect(
      try outcomes(
        "england/first-review",
        [
          ("cp_review_held", .held, "2025-04-02", 0), ("cp_review_held", .unread, "2025-04-03", 0),
          ("core_group_held", .unread, "2025-04-03", 0),
        ]) == ["met", "overdue"])
  }

  @Test("an interval in which a row was set aside is open")
  func intervals() throws {
    let held = ("cp_review_held", EventState.held, "2025-04-02", Int32(0))
    #expect(try outcomes("england/later-review", [held]) == ["overdue"])
    #expect(
      try outcomes("england/later-review", [held, ("cp_review_held", .unread, "2025-09-30", 0)])
        == ["not evaluable row_set_aside"])
  }
}
