import CaseModel
import Clocks
import RuleBook
import Testing

@Suite struct JudgePropertyTests {
  private let shipped: ShippedPacks

  init() throws {
    shipped = try ShippedPacks()
  }

  private func records(seed: Int, feeds: Int = 1) -> JudgeRecords {
    JudgeRecords(
      vocabulary: shipped.vocabulary, codes: shipped.codes, random: JudgeRandom(seed: seed),
      feedCount: feeds)
  }

  @Test("records at random reach every outcome", arguments: [1])
  func evaluability(_ seed: Int) throws {
    var records = records(seed: seed)
    var met: [Outcome: Int] = [:]
    for _ in 0..<600 {
      let record = try records.next()
      for verdict in JudgeVerdicts(record, shipped.compiled, records.feeds()).all {
        met[verdict.outcome, default: 0] += 1
      }
    }
    for outcome in Outcome.allCases where outcome != .elapsed {
      #expect(met[outcome, default: 0] > 5, "\(outcome.word)")
    }
  }

  @Test("one pass and every reading come to the same", arguments: [21, 22, 23])
  func plain(_ seed: Int) throws {
    var records = records(seed: seed)
    var (wrong, compared) = (0, 0)
    for number in 0..<600 where wrong < 3 {
      records.hasVagueDates = number % 3 == 0
      let record = try records.next()
      var (quick, slow): ([Check], [Check]) = ([], [])
      var judge = Judge(compiled: shipped.compiled, feeds: records.feeds())
      judge.judge(record, into: &quick)
      var reference = Judge(
        compiled: shipped.compiled, feeds: records.feeds(), triesEveryReading: true)
      reference.judge(record, into: &slow)
      compared += quick.count
      guard quick != slow else { continue }
      wrong += 1
      let pairs = zip(quick, slow).filter { $0 != $1 }
      Issue.record(
        "record \(number) of seed \(seed): \(pairs.map { "\(shipped.compiled.rules[Int($0.rule)].rule.id)\n\($0)\n\($1)" }.first ?? "")\n\(record.shown(shipped))"
      )
    }
    #expect(compared > 5000)
  }

  @Test("judging does not depend on the order of records", arguments: [(1, 1), (2, 2), (3, 3)])
  func order(_ seed: Int, _ feeds: Int) throws {
    var records = records(seed: seed, feeds: feeds)
    var wrong = 0
    for number in 0..<600 where wrong < 3 {
      let record = try records.next()
      let straight = JudgeVerdicts(record, shipped.compiled, records.feeds()).counted
      let shuffled = JudgeVerdicts(
        record.shuffled(&records.random), shipped.compiled, records.feeds()
      ).counted
      guard straight != shuffled else { continue }
      wrong += 1
      let left = straight.keys.filter { shuffled[$0] == nil }
      let right = shuffled.keys.filter { straight[$0] == nil }
      Issue.record("record \(number) of seed \(seed):\n\(left)\n\(right)\n\(record.shown(shipped))")
    }
  }

  @Test("a time that gets vaguer never moves an outcome across", arguments: [4, 5, 6])
  func vaguer(_ seed: Int) throws {
    var records = records(seed: seed)
    var (wrong, softened) = (0, 0)
    for number in 0..<600 where wrong < 3 {
      let record = try records.next()
      let precise = JudgeVerdicts(record, shipped.compiled, records.feeds()).byTrigger
      let vague = record.madeVaguer(&records.random)
      for after in JudgeVerdicts(vague, shipped.compiled, records.feeds()).all {
        let key = JudgeVerdicts.Key(rule: after.rule, line: after.line)
        guard let before = precise[key], before.outcome != after.outcome else { continue }
        if after.outcome == .notEvaluable { softened += 1 }
        guard JudgePropertyTests.isAcross(before.outcome, after.outcome),
          !isTiedByDay(after)
        else { continue }
        wrong += 1
        Issue.record(
          "record \(number) of seed \(seed):\n\(before)\n\(after)\n\(record.shown(shipped))\n\(vague.shown(shipped))"
        )
      }
    }
    #expect(wrong > 0 || softened > 30)
  }

  /// Whether a limit of hours or of the same day was kept by an event on the day of the start, of
  /// which one has no time: the packs say by an example of their own that such an event came after its cause.
  private func isTiedByDay(_ verdict: JudgeVerdicts.Verdict) -> Bool {
    ["local-002/strategy-discussion", "local-004/strategy-discussion"].contains(verdict.rule)
      && verdict.outcome == .met
      && verdict.satisfied.civilDay == verdict.start.civilDay
      && (verdict.satisfied.precision == .day || verdict.start.precision == .day)
  }

  /// Whether one of two outcomes says that a duty was kept and the other that it was not.
  private static func isAcross(_ first: Outcome, _ second: Outcome) -> Bool {
    (first == .met && second.isBreach) || (first.isBreach && second == .met)
  }

  @Test("local packs never change what a national rule comes to", arguments: [7, 8])
  func layers(_ seed: Int) throws {
    let shippedPlan = shipped.compiled
    var checks = 0
    let national = try ShippedPacks(packs: ["england"]).compiled
    var records = records(seed: seed, feeds: 2)
    for _ in 0..<300 {
      let record = try records.next()
      let alone = JudgeVerdicts(record, national, records.feeds()).all
      let layered = JudgeVerdicts(record, shippedPlan, records.feeds()).all
      #expect(alone == layered.filter { $0.rule.hasPrefix("england/") })
      checks += alone.count
    }
    #expect(checks > 300)
  }

  @Test("a day more moves nothing but due to overdue", arguments: [9, 10, 11])
  func later(_ seed: Int) throws {
    var records = records(seed: seed)
    records.hasVagueDates = false
    var (wrong, moved) = (0, 0)
    for number in 0..<600 where wrong < 3 {
      let record = try records.next()
      let add = records.random.below(15)
      let today = JudgeVerdicts(
        record, shipped.compiled, records.feeds(asOf: .day(JudgeRecords.asOf.adding(days: add)))
      ).byTrigger
      let tomorrow = JudgeVerdicts(
        record, shipped.compiled, records.feeds(asOf: .day(JudgeRecords.asOf.adding(days: add + 1)))
      ).byTrigger
      #expect(Set(today.keys) == Set(tomorrow.keys))
      for (key, before) in today {
        guard let after = tomorrow[key], before.outcome != after.outcome else { continue }
        moved += 1
        let isOpen = before.outcome == .due || before.outcome == .notEvaluable
        if isOpen, after.outcome == .overdue { continue }
        // What is to last so long has lasted so long.
        if before.outcome == .due, after.outcome == .met, after.rule == "england/plan-length" {
          continue
        }
        // Two starts with two dues, of which one has passed.
        if before.outcome == .due, after.outcome == .notEvaluable { continue }
        wrong += 1
        Issue.record(
          "record \(number) of seed \(seed):\n\(before)\n\(after)\n\(record.shown(shipped))")
      }
    }
    #expect(moved > 0)
  }
}
