import Clocks
import Faults
import RuleBook
import Testing

@testable import History

@Suite("Nights in the store")
struct NightTests {
  @Test("an empty store knows no night")
  func empty() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    #expect(try store.latestPublished(authority: "999") == nil)
    #expect(try store.openFindings(authority: "999") == [])
    #expect(try store.stagedRuns() == [])
    #expect(try store.counts(authority: "999") == [])
    #expect(try store.fingerprint() == "history 1; purges 0")
  }

  @Test("the second night says new, continuing and cleared, and the third goes on from it")
  func nights() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight(
      "2026-03-24",
      [check(.overdue, key: "A"), check(.overdue, key: "B"), check(.met, key: "C")])
    let second = try store.doNight(
      "2026-03-25",
      [
        check(.metLate, key: "A", satisfied: "2026-03-25"),
        check(.met, key: "B", satisfied: "2026-03-20"), check(.invalid, key: "D"),
      ])
    #expect(second.standings == [.continuing, nil, .new])
    #expect(second.cleared.map(\.finding.key) == ["B"])
    #expect(second.cleared.map(\.cause) == [.dataChanged])

    let open = try store.openFindings(authority: "999")
    #expect(open.map(\.key) == ["A", "D"])
    #expect(open.map(\.outcome) == [.metLate, .invalid])
    #expect(open.map(\.firstRun) == ["2026-03-24", "2026-03-25"])
    #expect(open.map(\.siblings) == [["B", "D"], ["A", "B"]])
    #expect(open.map(\.satisfied) == [moment("2026-03-25"), .absent])

    // What cleared and comes back is new.
    let third = try store.doNight(
      "2026-03-26", [check(.metLate, key: "A"), check(.overdue, key: "B")])
    #expect(third.standings == [.continuing, .new])
    #expect(third.cleared.map(\.finding.key) == ["D"])
    #expect(
      try store.openFindings(authority: "999").map(\.firstRun) == ["2026-03-24", "2026-03-26"])
  }

  @Test("a finding comes back from the store with everything that it says")
  func everything() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    var said = check(.metLate, start: "2026-03-02T10:15", due: "2026-10-25T01:30+01:00")
    said.satisfied = .unreadable
    try store.doNight("2026-03-24", [said, check(.due, key: "\u{E9};:,\"'\n")])
    let found = try #require(try store.openFindings(authority: "999").first)
    var expected = RecordedFinding(said, siblings: ["\u{E9};:,\"'\n"])
    expected.number = found.number
    expected.firstRun = "2026-03-24"
    #expect(found == expected)
    #expect(found.number > 0)
  }

  @Test("a night that says the same of its findings adds one run and its counts, no more")
  func nothingNew() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [check(.overdue)])
    let before = try store.everything()
    try store.doNight("2026-03-25", [check(.overdue)])
    let added = Set(try store.everything()).subtracting(before)
    #expect(added.count == 2)
    #expect(added.allSatisfy { $0.hasPrefix("runs ") || $0.hasPrefix("counts ") })
  }

  @Test("the newest published run comes back as it was staged")
  func latest() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [])
    var run = night("2026-03-25")
    run.asOf = moment("2026-03-25T02:00")
    run.packs = "other packs"
    run.calendars = "other calendars"
    run.duly = "0.2.0"
    try store.stage(run, changes: LifeCycleResult(), counts: [])
    #expect(try store.latestPublished(authority: "999")?.name == "2026-03-24")
    #expect(try store.stagedRuns() == [run])
    try store.markPublished(runID: run.runID)
    run.state = .published
    #expect(try store.latestPublished(authority: "999") == run)
    #expect(try store.stagedRuns() == [])
  }

  @Test("the rows of each list and the as-of of the oldest feed come back, and go with their night")
  func lists() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    var run = night("2026-03-25")
    run.oldestAsOf = moment("2025-03-31")
    let lists = [
      RecordedList(feed: "census", list: "", rows: 7),
      RecordedList(feed: "local", list: "plans", rows: 3),
    ]
    try store.stage(run, changes: LifeCycleResult(), counts: [], lists: lists.reversed())
    #expect(try store.lists(ofRun: run.runID, authority: "999") == lists)
    #expect(try store.lists(ofRun: run.runID, authority: "998") == [])
    #expect(try store.stagedRuns().map(\.oldestAsOf) == [moment("2025-03-31")])
    try store.discardStaged(exceptPublished: [])
    #expect(try store.everything() == [])
    try store.doNight("2026-03-26", [])
    #expect(try store.latestPublished(authority: "999")?.oldestAsOf == moment("2026-03-26"))
  }

  @Test("authorities in one store do not see each other")
  func authorities() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.stageNight("2026-03-24", [check(.overdue)], authority: "998")
    try store.stageNight("2026-03-24", [check(.overdue), check(.notMet, key: "S2")])
    #expect(try store.stagedRuns().count == 2)
    // Both are of one run, and become published at once.
    try store.markPublished(runID: "id-2026-03-24")
    #expect(try store.openFindings(authority: "998").count == 1)
    #expect(try store.openFindings(authority: "999").count == 2)
    try store.doNight("2026-03-25", [], authority: "998")
    #expect(try store.openFindings(authority: "998").isEmpty)
    #expect(try store.openFindings(authority: "999").count == 2)
    #expect(try store.latestPublished(authority: "999")?.name == "2026-03-24")
    #expect(
      try store.fingerprint()
        == "history 1; purges 0; 998 id-2026-03-25; 999 id-2026-03-24")
  }

  @Test("counts are kept for each published night, oldest first")
  func counts() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    let first = [check(.overdue), check(.met, key: "S2"), check(.due, rule: "a")]
    let second = [check(.met), check(.met, key: "S2"), check(.due, rule: "a")]
    try store.doNight("2026-03-24", first)
    try store.doNight("2026-03-25", second)
    try store.stageNight("2026-03-26", first)
    let counts = try store.counts(authority: "999")
    #expect(counts.map(\.run.name) == ["2026-03-24", "2026-03-25"])
    #expect(counts.map(\.counts) == [OutcomeCount.tally(first), OutcomeCount.tally(second)])
  }

  @Test("a night of 25,000 children is one transaction: all of it, or nothing")
  func large() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    let checks = (1...25_000).map { check(.overdue, child: "C\($0)") }
    var result = LifeCycle.compare(previous: [], asOf: .absent, tonight: checks)
    let stranger = Clearance(
      finding: RecordedFinding(check(.overdue)), now: nil, cause: .leftScope)
    result.cleared = [stranger]
    let refused = fault { () throws(Fault) in
      try store.stage(night("2026-03-24"), changes: result, counts: [])
    }
    #expect(refused?.code == .ownFault)
    #expect(try store.everything() == [])
    try store.doNight("2026-03-24", checks)
    #expect(try store.openFindings(authority: "999").count == 25_000)
  }
}
