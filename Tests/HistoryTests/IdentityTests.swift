import Clocks
import RuleBook
import Testing

@testable import History

@Suite("Identity from night to night")
struct IdentityTests {
  /// What two nights say, the first of them being the first ever.
  private func compare(_ first: [TonightCheck], _ second: [TonightCheck]) -> LifeCycleResult {
    let before = LifeCycle.compare(previous: [], asOf: .absent, tonight: first)
    return LifeCycle.compare(
      previous: before.opened, asOf: moment("2026-03-24"), tonight: second)
  }

  @Test("on the first night every finding is new, and nothing else stands at all")
  func firstNight() {
    let checks = Outcome.allCases.map { check($0, key: $0.word) }
    let result = LifeCycle.compare(previous: [], asOf: .absent, tonight: checks)
    let findings: Set<Outcome> = [.metLate, .overdue, .notMet, .invalid]
    #expect(
      result.standings == Outcome.allCases.map { findings.contains($0) ? .new : nil })
    #expect(Set(result.opened.map(\.outcome)) == findings)
    #expect(result.continuing.isEmpty)
    #expect(result.cleared.isEmpty)
  }

  @Test(
    "a finding that is another finding now continues",
    arguments: [Outcome.metLate, .overdue, .notMet, .invalid],
    [Outcome.metLate, .overdue, .notMet, .invalid])
  func continues(was: Outcome, now: Outcome) throws {
    let result = compare([check(was)], [check(now, satisfied: "2026-03-25")])
    #expect(result.standings == [.continuing])
    let finding = try #require(result.continuing.first)
    #expect(finding.before.outcome == was)
    #expect(finding.now.outcome == now)
    #expect(!finding.startCorrected)
    #expect(result.opened.isEmpty)
    #expect(result.cleared.isEmpty)
  }

  @Test("the number and the first run go on with it")
  func numbers() {
    var before = RecordedFinding(check(.overdue))
    before.number = 17
    before.firstRun = "2026-03-20"
    let result = LifeCycle.compare(
      previous: [before], asOf: moment("2026-03-24"), tonight: [check(.metLate)])
    #expect(result.continuing.map(\.now.number) == [17])
    #expect(result.continuing.map(\.now.firstRun) == ["2026-03-20"])
  }

  @Test("one missing and one new key are one finding, its start corrected")
  func startCorrected() {
    let result = compare(
      [check(.overdue, key: "s47 2026-03-02"), check(.met, key: "s47 2025-03-02")],
      [check(.overdue, key: "s47 2026-03-01"), check(.met, key: "s47 2025-03-02")])
    #expect(result.standings == [.startCorrected, nil])
    #expect(result.continuing.map(\.now.key) == ["s47 2026-03-01"])
    #expect(result.cleared.isEmpty)
  }

  @Test("also where the corrected one is no finding any more")
  func correctedAndCleared() {
    let result = compare(
      [check(.overdue, key: "a")], [check(.due, key: "b", start: "2026-03-20")])
    #expect(result.cleared.map(\.cause) == [.dataChanged])
    #expect(result.cleared.map(\.now) == [.due])
  }

  @Test(
    "nothing is taken for a corrected start",
    arguments: [
      // Two new keys, two missing keys, one of them no finding.
      ([check(.overdue, key: "a")], [check(.overdue, key: "b"), check(.due, key: "c")]),
      ([check(.overdue, key: "a"), check(.due, key: "b")], [check(.overdue, key: "c")]),
      // Another rule, child or kind.
      ([check(.overdue, key: "a")], [check(.overdue, rule: "england/x", key: "b")]),
      ([check(.overdue, key: "a")], [check(.overdue, child: "C2", key: "b")]),
      ([check(.overdue, key: "a")], [check(.overdue, key: "b", kind: "episode")]),
      // The other key was there the night before, though it was no finding then.
      ([check(.overdue, key: "a"), check(.due, key: "b")], [check(.overdue, key: "b")]),
      // What is missing was no finding, what is new is one.
      (
        [check(.overdue, key: "a"), check(.due, key: "b")],
        [check(.overdue, key: "a"), check(.overdue, key: "c")]
      ),
    ])
  func notCorrected(first: [TonightCheck], second: [TonightCheck]) {
    let result = compare(first, second)
    #expect(!result.standings.contains(.startCorrected))
    #expect(result.standings.contains(.new))
    let keys = Set(second.filter { $0.kindAndRule == first[0].kindAndRule }.map(\.key))
    #expect(result.cleared.count == (keys.contains("a") ? 0 : 1))
  }

  @Test("keys are compared by bytes, not as people read them")
  func bytes() {
    let result = compare(
      [check(.overdue, key: "\u{E9}"), check(.overdue, key: "x")],
      [check(.overdue, key: "e\u{301}"), check(.overdue, key: "y")])
    #expect(result.standings == [.new, .new])
    #expect(result.cleared.count == 2)
  }

  @Test("a key that is there twice is one finding that continues and one that is new")
  func twice() {
    let result = compare([check(.overdue)], [check(.overdue), check(.overdue)])
    #expect(result.standings == [.continuing, .new])
  }

  @Test("a slow and obvious comparison says the same of random nights")
  func reference() {
    var random = SplitMix(state: 20_260_331)
    for _ in 0..<3000 {
      let first = randomNight(&random)
      let second = randomNight(&random)
      let result = compare(first, second)
      #expect(result.standings == slowStandings(first, second))
      let kept = result.continuing.count
      #expect(result.cleared.count == first.filter { $0.outcome.isFinding }.count - kept)
      #expect(result.heldOver.isEmpty)
    }
  }

  /// A few checks with different keys of two children under two rules.
  private func randomNight(_ random: inout SplitMix) -> [TonightCheck] {
    let outcomes: [Outcome] = [.overdue, .overdue, .metLate, .invalid, .met, .due]
    var checks: [TonightCheck] = []
    for rule in ["r", "s"] {
      for child in ["C1", "C2"] {
        for key in ["a", "b", "c"] where Bool.random(using: &random) {
          let outcome = outcomes.randomElement(using: &random) ?? .met
          checks.append(check(outcome, rule: rule, child: child, key: key))
        }
      }
    }
    return checks.shuffled(using: &random)
  }

  private func slowStandings(_ first: [TonightCheck], _ second: [TonightCheck]) -> [Standing?] {
    second.map { now in
      guard now.outcome.isFinding else { return nil }
      let before = first.filter { $0.rule == now.rule && $0.child == now.child }
      let after = second.filter { $0.rule == now.rule && $0.child == now.child }
      if let same = before.first(where: { $0.key == now.key }) {
        return same.outcome.isFinding ? .continuing : .new
      }
      let missing = before.filter { old in !after.contains { $0.key == old.key } }
      let fresh = after.filter { new in !before.contains { $0.key == new.key } }
      guard missing.count == 1, fresh.count == 1 else { return .new }
      return missing[0].outcome.isFinding ? .startCorrected : .new
    }
  }
}

extension TonightCheck {
  fileprivate var kindAndRule: [String] { [rule, child, triggerKind] }
}

/// Random numbers that are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
