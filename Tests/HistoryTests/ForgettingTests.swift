import Clocks
import Faults
import RuleBook
import Testing

@testable import History

@Suite("Taking children out of the history")
struct ForgettingTests {
  /// Ten nights in which rows are added, changed, moved between pages and closed.
  private func fill(_ store: HistoryStore) throws {
    var random = SplitMix(state: 42)
    let outcomes: [Outcome] = [.overdue, .metLate, .met]
    for day in 10...19 {
      let checks = (1...400).shuffled(using: &random).prefix(300).flatMap { number in
        ["first", "second"].map { key in
          check(
            outcomes.randomElement(using: &random) ?? .met,
            child: "child-\(1000 + number)", key: "\(key)-of-\(1000 + number)")
        }
      }
      try store.doNight("2026-03-\(day)", checks)
    }
  }

  @Test("none of their bytes stays, in the file or beside it", arguments: [1, 2, 3, 4] as [UInt64])
  func noBytes(seed: UInt64) throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try fill(store)
    var random = SplitMix(state: seed)
    let numbers = (1001...1400).shuffled(using: &random).prefix(200)
    let traces = numbers.flatMap { ["child-\($0)", "first-of-\($0)", "second-of-\($0)"] }
    func found() -> [String] {
      scratch.names.flatMap { name in
        let held = bytes(of: "\(scratch.path)/\(name)")
        return traces.filter { contains(held, $0) }
      }
    }
    #expect(!found().isEmpty)
    #expect(try store.forget(children: numbers.map { "child-\($0)" }, authority: "999") > 200)
    #expect(found() == [])
    #expect(bytes(of: "\(scratch.store)-wal").isEmpty)
    try store.close()
    #expect(found() == [])
  }

  @Test("every other row stays as it was, and so do the counts")
  func others() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try fill(store)
    let before = try store.openFindings(authority: "999")
    let counts = try store.counts(authority: "999")
    try store.forget(children: ["child-1200"], authority: "999")
    #expect(
      try store.openFindings(authority: "999") == before.filter { $0.child != "child-1200" })
    #expect(try store.counts(authority: "999") == counts)
    #expect(mode(of: scratch.store) == 0o600)
    try store.doNight("2026-03-20", [])
    #expect(try store.openFindings(authority: "999").isEmpty)
  }

  @Test("the next run's id depends on it, and a second time changes nothing")
  func fingerprint() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [check(.overdue), check(.overdue, child: "C2")])
    #expect(try store.fingerprint() == "history 1; purges 0; 999 id-2026-03-24")
    #expect(try store.forget(children: ["C1"], authority: "998") == 0)
    #expect(try store.fingerprint() == "history 1; purges 0; 999 id-2026-03-24")
    #expect(try store.forget(children: ["C1"], authority: "999") == 1)
    #expect(try store.forget(children: ["C1"], authority: "999") == 0)
    #expect(try store.fingerprint() == "history 1; purges 1; 999 id-2026-03-24")
    #expect(try store.openFindings(authority: "999").map(\.child) == ["C2"])
  }
}
