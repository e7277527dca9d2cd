import Clocks
import RuleBook
import Testing

@testable import History

@Suite("What the store's columns hold")
struct ColumnTests {
  @Test(
    "moments come back as they were",
    arguments: [
      Moment.absent, .missing, .unreadable, moment("2026-03-31"), moment("2026-03-31T02:30"),
      moment("2026-07-31T23:59"), moment("2026-10-25T01:30"),
      .minute(LocalMinute(day: CivilDay(number: 20_386), minuteOfDay: 90)),
      moment("2026-10-25T01:30+01:00"), moment("2026-10-25T01:30+00:00"),
      moment("2026-03-29T01:30"),
    ])
  func moments(_ moment: Moment) {
    #expect(Moment(column: moment.column) == moment)
  }

  @Test("the two instants of a repeated time are told apart")
  func repeated() {
    let columns = ["2026-10-25T01:30", "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00"]
    #expect(Set(columns.map { moment($0).column }).count == 3)
  }

  @Test("other texts are no moments", arguments: [" ", "absent", "31/03/2026", "2026-02-30"])
  func noMoments(_ text: String) {
    #expect(Moment(column: text) == nil)
  }

  @Test(
    "lists of keys come back as they were",
    arguments: [[], [""], ["", ""], ["a"], ["1:a"], ["a", "1:a", "é"], [":", "2:", "\n;,\""]])
  func keys(_ keys: [String]) {
    #expect(KeyList.texts(of: KeyList.text(of: keys)) == keys)
  }

  @Test(
    "damaged lists are seen",
    arguments: ["a", ":", ":a", "2:a", "-1:a", "1:ab", "9223372036854775807:a", "1:é", "0:0"])
  func damaged(_ text: String) {
    #expect(KeyList.texts(of: text) == nil)
  }

  @Test("checks are counted by rule and outcome, in a fixed order")
  func tally() {
    let checks = [
      check(.overdue, rule: "b"), check(.met, rule: "b"), check(.met, rule: "a"),
      check(.overdue, rule: "b", key: "S2"),
    ]
    let expected = [
      OutcomeCount(rule: "a", outcome: .met, count: 1),
      OutcomeCount(rule: "b", outcome: .met, count: 1),
      OutcomeCount(rule: "b", outcome: .overdue, count: 2),
    ]
    #expect(OutcomeCount.tally(checks) == expected)
    #expect(OutcomeCount.tally(checks.reversed()) == expected)
    #expect(OutcomeCount.tally([]) == [])
  }
}
