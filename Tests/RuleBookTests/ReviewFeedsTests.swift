import CaseModel
import Clocks
import RuleBook
import Testing

/// Two feeds that say different things of one plan are both tried, and neither is believed alone.
@Suite struct ReviewFeedsTests {
  private static let first = FeedSet(feed: 0)
  private static let second = FeedSet(feed: 1)
  private static let both: FeedSet = [first, second]

  private let shipped: ShippedPacks

  init() throws { shipped = try ShippedPacks() }

  private func day(_ text: String) throws -> Moment { try #require(MomentText.read(text)) }

  /// The outcomes of a rule for a plan of 6 January 2025 and what happened in it, as of 2026.
  private func outcomes(
    _ rule: String, _ events: [(word: String, day: String, feeds: FeedSet)], closed: String = ""
  ) throws -> [String] {
    var feeds: [Feed] = []
    for name in ["census", "local"] {
      var feed = Feed(name: name, format: "example")
      feed.asOf = try day("2026-03-31")
      for word in ["cp_plan_started", "cp_plan_ended", "cp_review_held"] {
        feed.events[try #require(shipped.vocabulary.event(word))] = EventCoverage()
      }
      feeds.append(feed)
    }
    var record = ChildRecord()
    record.id = record.add(text: "example")
    record.feeds = Self.both
    var compiled = ProcessRow(
      kind: try #require(shipped.vocabulary.process("cp_plan")), opened: try day("2025-01-06"),
      feeds: Self.both)
    if !closed.isEmpty { compiled.closed = try day(closed) }
    record.processes = [compiled]
    for event in events {
      record.events.append(
        EventRow(
          type: try #require(shipped.vocabulary.event(event.word)), process: 0,
          at: try day(event.day), feeds: event.feeds))
    }
    var judge = Judge(compiled: shipped.compiled, feeds: feeds)
    var checks: [Check] = []
    judge.judge(record, into: &checks)
    let place = try #require(shipped.compiled.rule(rule))
    return checks.filter { $0.rule == Int32(place) }.map { check in
      check.outcome.word + (check.reasons.first.map { " \($0.word)" } ?? "")
    }
  }

  @Test("one review that two feeds date differently does not meet itself")
  func shiftedReview() throws {
    let shifted = [
      (word: "cp_review_held", day: "2025-11-03", feeds: Self.first),
      (word: "cp_review_held", day: "2025-11-04", feeds: Self.second),
    ]
    #expect(try outcomes("england/later-review", shifted) == ["due", "due"])
  }

  @Test("a next review that only one of two feeds has")
  func disputedReview() throws {
    let opening = (word: "cp_review_held", day: "2025-03-03", feeds: Self.both)
    let inTime = (word: "cp_review_held", day: "2025-09-03", feeds: Self.first)
    let late = (word: "cp_review_held", day: "2025-09-04", feeds: Self.second)
    #expect(
      try outcomes("england/later-review", [opening, inTime])
        == ["not evaluable feeds_disagree", "overdue"])
    #expect(
      try outcomes("england/later-review", [opening, inTime, late])
        == ["not evaluable feeds_disagree", "overdue", "overdue"])
  }

  @Test(
    "a plan with two ends",
    arguments: [
      ("2025-03-20", "2025-04-01", "stopped"),
      ("2025-03-20", "2025-05-20", "not evaluable feeds_disagree"),
      ("2025-05-20", "2025-03-20", "not evaluable feeds_disagree"),
      ("2025-05-20", "2025-05-21", "overdue"),
    ])
  func twoEnds(closed: String, other: String, outcome: String) throws {
    let events = [(word: "cp_plan_ended", day: other, feeds: Self.second)]
    #expect(try outcomes("england/first-review", events, closed: closed) == [outcome])
  }
}
