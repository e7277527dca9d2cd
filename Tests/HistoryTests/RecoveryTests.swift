import Clocks
import Faults
import RuleBook
import Testing

@testable import History

@Suite("Killed between staging and publishing")
struct RecoveryTests {
  private let first = [
    check(.overdue, key: "A"), check(.overdue, key: "B"), check(.overdue, key: "C"),
  ]
  /// One continues with other words, one clears, one is corrected, one is new.
  private let second = [
    check(.metLate, key: "A", satisfied: "2026-03-25"), check(.met, key: "B"),
    check(.overdue, key: "D"), check(.notMet, rule: "england/strategy-attendance", key: "E"),
  ]

  @Test("a staged night has no effect on what is asked of the store")
  func staged() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", first)
    let open = try store.openFindings(authority: "999")
    let fingerprint = try store.fingerprint()
    let latest = try store.latestPublished(authority: "999")
    let counts = try store.counts(authority: "999")
    try store.stageNight("2026-03-25", second)
    #expect(try store.openFindings(authority: "999") == open)
    #expect(try store.fingerprint() == fingerprint)
    #expect(try store.latestPublished(authority: "999") == latest)
    #expect(try store.counts(authority: "999") == counts)
  }

  @Test("discarding it leaves every row as it was, and doing it again does the same")
  func discarded() throws {
    let scratch = try Scratch()
    let untouched = try Scratch()
    let twin = try HistoryStore(path: untouched.store)
    try twin.doNight("2026-03-24", first)
    do {
      let store = try HistoryStore(path: scratch.store)
      try store.doNight("2026-03-24", first)
      try store.stageNight("2026-03-25", second)
    }
    let store = try HistoryStore(path: scratch.store)
    let gone = try store.discardStaged(exceptPublished: ["2026-03-24"])
    #expect(gone == [night("2026-03-25")])
    #expect(try store.everything() == twin.everything())
    #expect(try store.discardStaged(exceptPublished: ["2026-03-24"]) == [])

    let again = try store.doNight("2026-03-25", second)
    #expect(try again == twin.doNight("2026-03-25", second))
    #expect(try store.everything() == twin.everything())
  }

  @Test("a night whose folder was published takes effect")
  func published() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", first)
    try store.stageNight("2026-03-25", second)
    #expect(try store.discardStaged(exceptPublished: ["2026-03-24", "2026-03-25"]) == [])
    #expect(try store.latestPublished(authority: "999")?.name == "2026-03-25")
    #expect(try store.openFindings(authority: "999").map(\.key) == ["A", "D", "E"])
  }

  @Test("an authority has one staged night at a time")
  func onlyOne() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.stageNight("2026-03-24", first)
    let before = try store.everything()
    let refused = fault { () throws(Fault) in try store.stageNight("2026-03-25", second) }
    #expect(refused?.code == .ownFault)
    #expect(try store.everything() == before)
  }

  @Test("a night cannot be staged twice, nor under a name that is taken")
  func twice() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", first)
    let refused = fault { () throws(Fault) in try store.stageNight("2026-03-24", first) }
    #expect(refused?.code == .ownFault)
  }

  @Test("changes that were compared with another night are refused")
  func stale() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", first)
    let open = try store.openFindings(authority: "999")
    try store.doNight("2026-03-25", [])
    let before = try store.everything()
    for checks in [[], first] {
      let stale = LifeCycle.compare(previous: open, asOf: .absent, tonight: checks)
      let refused = fault { () throws(Fault) in
        try store.stage(night("2026-03-26"), changes: stale, counts: [])
      }
      #expect(refused?.code == .ownFault)
      #expect(try store.everything() == before)
    }
  }

  @Test("publishing twice is harmless, publishing what was never staged is refused")
  func marking() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", first)
    let before = try store.everything()
    try store.markPublished(runID: "id-2026-03-24")
    #expect(try store.everything() == before)
    let refused = fault { () throws(Fault) in try store.markPublished(runID: "id-2026-03-25") }
    #expect(refused?.code == .ownFault)
  }

  @Test("random kills leave the same store as a history without any")
  func randomKills() throws {
    var random = SplitMix(state: 7)
    let scratch = try Scratch()
    let other = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    let twin = try HistoryStore(path: other.store)
    let outcomes: [Outcome] = [.overdue, .metLate, .met, .due, .invalid]
    for day in 10...29 {
      let checks = "ABCDEF".unicodeScalars.filter { _ in Bool.random(using: &random) }.map {
        check(outcomes.randomElement(using: &random) ?? .met, key: String($0))
      }
      let name = "2026-03-\(day)"
      while Int.random(in: 0..<3, using: &random) == 0 {
        try store.stageNight(name, checks)
        try store.discardStaged(exceptPublished: [])
      }
      try store.stageNight(name, checks)
      try store.discardStaged(exceptPublished: [name])
      try twin.doNight(name, checks)
      #expect(try store.everything() == twin.everything())
    }
  }
}
