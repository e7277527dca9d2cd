import CaseModel
import Clocks
import RuleBook
import Testing

/// Checks of records in which an export gives two values for one fact.
@Suite struct EveryValueTests {
  private let shipped: ShippedPacks
  private let feeds: [Feed]

  init() throws {
    shipped = try ShippedPacks(packs: ["england"])
    feeds = JudgeRecords(
      vocabulary: shipped.vocabulary, codes: shipped.codes, random: JudgeRandom(seed: 1)
    ).feeds()
  }

  private func attribute(_ word: String) throws -> Attribute {
    try #require(shipped.vocabulary.attribute(word))
  }

  /// A referral of 3 March 2025 whose assessment was due on 8 May, with no further action or not.
  private func referral(_ isNoFurtherAction: Bool) throws -> ChildRecord {
    var record = ChildRecord()
    record.id = record.add(text: "X1")
    record.feeds = FeedSet(feed: 0)
    let at = Moment.day(JudgeRecords.day("2025-03-03"))
    record.processes.append(
      ProcessRow(
        kind: try #require(shipped.vocabulary.process("episode")), opened: at,
        id: record.add(text: "E1"), feeds: record.feeds))
    record.events.append(
      EventRow(
        type: try #require(shipped.vocabulary.event("referral_received")), process: 0, at: at,
        feeds: record.feeds))
    record.attributes.append(
      AttributeRow(
        owner: .process(0), name: try attribute("referral_nfa"),
        value: .truth(isNoFurtherAction), feeds: record.feeds))
    return record
  }

  private func checks(_ record: ChildRecord, _ rule: String) -> [Check] {
    var judge = Judge(compiled: shipped.compiled, feeds: feeds)
    var checks: [Check] = []
    judge.judge(record, into: &checks)
    return checks.filter { shipped.compiled.rules[Int($0.rule)].rule.id == rule }
  }

  @Test("an outcome that hangs on the value is not evaluable", arguments: [false, true])
  func differ(_ isFirst: Bool) throws {
    var record = try referral(isFirst)
    #expect(
      checks(record, "england/assessment").map(\.outcome) == [isFirst ? .notRequired : .overdue])
    record.add(
      OtherValue(
        .attribute(.process(0), try attribute("referral_nfa"), .truth(!isFirst)),
        source: .none, first: .none))
    let found = checks(record, "england/assessment")
    #expect(found.map(\.outcome) == [.notEvaluable])
    #expect(found.first?.reasons.first == .valuesDiffer)
  }

  @Test("values of two exports are two exports that disagree")
  func feedsDisagree() throws {
    var record = try referral(true)
    record.add(
      OtherValue(
        .attribute(.process(0), try attribute("referral_nfa"), .truth(false)),
        source: .none, first: .none, isOfAnotherFeed: true))
    #expect(checks(record, "england/assessment").first?.reasons.first == .feedsDisagree)
  }

  @Test("an outcome that does not hang on the value is as it was")
  func indifferent() throws {
    var record = try referral(false)
    let before = checks(record, "england/assessment")
    record.add(
      OtherValue(
        .closeReason(0, shipped.codes.code("transferred")), source: .none, first: .none))
    #expect(checks(record, "england/assessment") == before)
  }

  @Test(
    "up to 64 combinations are tried, and more are not evaluable",
    arguments: [(1, Outcome.overdue), (63, .overdue), (64, .notEvaluable)])
  func most(_ others: Int, _ outcome: Outcome) throws {
    var record = try referral(false)
    for number in 0..<others {
      record.add(
        OtherValue(
          .closeReason(0, shipped.codes.code("reason \(number)")), source: .none, first: .none))
    }
    let found = checks(record, "england/assessment")
    #expect(found.map(\.outcome) == [outcome])
    if outcome == .notEvaluable { #expect(found.first?.reasons == ReasonSet(.valuesDiffer)) }
  }

  @Test("a date of death that two rows give differently is tried both ways")
  func death() throws {
    var record = try referral(false)
    record.died = .day(JudgeRecords.day("2025-04-01"))
    #expect(checks(record, "england/assessment").map(\.outcome) == [.stopped])
    record.add(
      OtherValue(.died(.day(JudgeRecords.day("2025-06-01"))), source: .none, first: .none))
    #expect(checks(record, "england/assessment").map(\.outcome) == [.notEvaluable])
  }
}
