import CaseModel
import Clocks
import Testing

@testable import RuleBook

/// What must hold of every rule of every pack, tried on the facts of their examples, which show
/// every form of rule, with their dates moved a little.
@Suite struct ExamplePropertyTests {
  /// The facts of an example, as its rule's or as another's.
  private struct Given {
    let name: String
    var record: ChildRecord
    let feed: Feed
    /// The rules of its pack, which are tried on it.
    let compiled: CompiledRules
  }

  private let shipped: ShippedPacks
  private let given: [Given]

  init() throws {
    let shipped = try ShippedPacks(packs: ShippedPacks.names)
    self.shipped = shipped
    var given: [Given] = []
    for pack in shipped.compiled.packs {
      let compiled = try CompiledRules(
        packs: [pack], calendars: shipped.calendars, vocabulary: shipped.vocabulary,
        codes: shipped.codes)
      for rule in pack.rules where rule.switchedOff == nil {
        for example in rule.examples {
          let made = try ExampleRecord(
            example, vocabulary: shipped.vocabulary, codes: shipped.codes)
          var record = made.record
          // Every row stands in a line of its own, by which it is known whatever its place.
          for row in record.processes.indices {
            record.processes[row].source = Source(file: 0, line: Int32(1000 + row))
          }
          for row in record.events.indices {
            record.events[row].source = Source(file: 0, line: Int32(2000 + row))
          }
          given.append(
            Given(
              name: "\(rule.id), \(example.name)", record: record, feed: made.feed,
              compiled: compiled))
        }
      }
    }
    self.given = given
  }

  /// Each example's facts as they are and with some dates moved by up to two days.
  private func forEachRecord(
    seed: Int, _ look: (Given, inout JudgeRandom) throws -> Void
  ) rethrows {
    var random = JudgeRandom(seed: seed)
    for facts in given {
      try look(facts, &random)
      var moved = facts
      moved.record.moveDates(&random)
      try look(moved, &random)
    }
  }

  @Test("one pass and every reading come to the same")
  func plain() {
    var (wrong, compared) = (0, 0)
    forEachRecord(seed: 1) { facts, _ in
      var (quick, slow): ([Check], [Check]) = ([], [])
      var judge = Judge(compiled: facts.compiled, feeds: [facts.feed])
      judge.judge(facts.record, into: &quick)
      var reference = Judge(compiled: facts.compiled, feeds: [facts.feed], triesEveryReading: true)
      reference.judge(facts.record, into: &slow)
      compared += quick.count
      guard quick != slow, wrong < 3 else { return }
      wrong += 1
      let pair = zip(quick, slow).first { $0 != $1 }
      let id = pair.map { facts.compiled.rules[Int($0.0.rule)].rule.id } ?? ""
      Issue.record(
        "\(facts.name): \(id)\n\(pair.map { "\($0)" } ?? "")\n\(facts.record.shown(shipped))")
    }
    #expect(compared > 5000)
  }

  @Test("judging does not depend on the order of records")
  func order() {
    var wrong = 0
    forEachRecord(seed: 2) { facts, random in
      let straight = JudgeVerdicts(facts.record, facts.compiled, [facts.feed]).counted
      let shuffled = JudgeVerdicts(
        facts.record.shuffled(&random), facts.compiled, [facts.feed]
      ).counted
      guard straight != shuffled, wrong < 3 else { return }
      wrong += 1
      let left = straight.keys.filter { shuffled[$0] == nil }
      let right = shuffled.keys.filter { straight[$0] == nil }
      Issue.record("\(facts.name):\n\(left)\n\(right)\n\(facts.record.shown(shipped))")
    }
  }

  @Test("a time that gets vaguer never moves an outcome across")
  func vaguer() {
    var (wrong, softened) = (0, 0)
    forEachRecord(seed: 3) { facts, random in
      guard !facts.record.events.isEmpty || !facts.record.processes.isEmpty else { return }
      let precise = JudgeVerdicts(facts.record, facts.compiled, [facts.feed]).byTrigger
      let vague = facts.record.madeVaguer(&random)
      for after in JudgeVerdicts(vague, facts.compiled, [facts.feed]).all {
        let key = JudgeVerdicts.Key(rule: after.rule, line: after.line)
        guard let before = precise[key], before.outcome != after.outcome else { continue }
        if after.outcome == .notEvaluable { softened += 1 }
        let isAcross =
          before.outcome == .met && after.outcome.isBreach
          || before.outcome.isBreach && after.outcome == .met
        guard isAcross, !isTiedByDay(after), wrong < 3 else { continue }
        wrong += 1
        Issue.record(
          "\(facts.name):\n\(before)\n\(after)\n\(facts.record.shown(shipped))\n\(vague.shown(shipped))"
        )
      }
    }
    #expect(softened > 100)
  }

  /// Whether an event on the day of the start, of which one has no time, was taken as after it:
  /// the packs say by examples of their own that such an event came after its cause.
  private func isTiedByDay(_ verdict: JudgeVerdicts.Verdict) -> Bool {
    verdict.outcome == .met && verdict.satisfied.civilDay == verdict.start.civilDay
      && (verdict.satisfied.precision == .day || verdict.start.precision == .day)
  }

  @Test("local packs never change what a national rule comes to")
  func layers() throws {
    let national = try ShippedPacks(packs: ["england"])
    var compared = 0
    var place = 0
    forEachRecord(seed: 4) { facts, _ in
      // Every third: each is judged by all packs.
      place += 1
      guard place % 3 == 0 else { return }
      let layered = JudgeVerdicts(facts.record, shipped.compiled, [facts.feed]).all
        .filter { $0.rule.hasPrefix("england/") }
      #expect(JudgeVerdicts(facts.record, national.compiled, [facts.feed]).all == layered)
      compared += layered.count
    }
    #expect(compared > 500)
  }

  @Test("a day more moves nothing but due to overdue where nothing is dated or planned after it")
  func later() {
    var (wrong, moved) = (0, 0)
    forEachRecord(seed: 5) { facts, _ in
      guard let day = facts.feed.asOf.day, !facts.record.hasAnything(after: facts.feed.asOf)
      else { return }
      let today = JudgeVerdicts(facts.record, facts.compiled, [facts.feed]).byTrigger
      var feed = facts.feed
      feed.asOf = .day(day.adding(days: 1))
      let tomorrow = JudgeVerdicts(facts.record, facts.compiled, [feed]).byTrigger
      for (key, before) in today {
        guard let after = tomorrow[key], before.outcome != after.outcome else { continue }
        moved += 1
        if before.outcome == .due, after.outcome == .overdue { continue }
        // What is open in one reading stays open in it: another reading may run out.
        if before.outcome == .due, after.outcome == .notEvaluable { continue }
        if before.outcome == .notEvaluable, after.outcome == .overdue { continue }
        // A shortest time, and silence that counts as agreed, are kept by waiting.
        let edition = facts.compiled.rules[facts.compiled.rule(key.rule) ?? 0].newest
        if before.outcome == .due, after.outcome == .met,
          edition.family == .atLeast || edition.isSilenceAgreement
        {
          continue
        }
        // What is not required so far comes to be required on a birthday.
        if before.outcome == .notRequired, after.outcome == .due,
          edition.body.isNotRequiredReadSoFar
        {
          continue
        }
        guard wrong < 3 else { continue }
        wrong += 1
        Issue.record("\(facts.name):\n\(before)\n\(after)\n\(facts.record.shown(shipped))")
      }
    }
    #expect(moved > 50)
  }
}

extension ChildRecord {
  /// Moves some of the known dates by up to two days, times of day with them.
  fileprivate mutating func moveDates(_ random: inout JudgeRandom) {
    func moved(_ moment: Moment) -> Moment {
      guard let day = moment.day, random.chance(40) else { return moment }
      let other = day.adding(days: random.below(5) - 2)
      return moment.precision == .minute
        ? .minute(LocalMinute(day: other, minuteOfDay: moment.minuteOfDay)) : .day(other)
    }
    for row in events.indices { events[row].at = moved(events[row].at) }
    for row in processes.indices {
      processes[row].opened = moved(processes[row].opened)
      processes[row].closed = moved(processes[row].closed)
    }
  }

  /// Whether something happened or is planned after a moment, or may have on its day.
  fileprivate func hasAnything(after asOf: Moment) -> Bool {
    let moments =
      events.map(\.at) + processes.flatMap { [$0.opened, $0.closed] } + [died, expected]
      + participations.map(\.at)
      + attributes.compactMap { if case .moment(let moment) = $0.value { moment } else { nil } }
    return moments.contains { moment in
      guard let day = moment.day, let now = asOf.day else { return false }
      return day > now || asOf.precision == .minute && day == now
    }
  }
}
