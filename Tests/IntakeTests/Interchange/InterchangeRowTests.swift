import CaseModel
import Clocks
import Intake
import Testing

@Suite struct InterchangeRowTests {
  @Test(
    "a row becomes a record",
    arguments: [
      (
        "C1,episode,E1,,referral_received,2025-06-02,,,,team=T07; worker=W31",
        [
          "child C1 team T07 worker W31", "episode E1",
          "referral_received 2025-06-02 in episode E1",
        ]
      ),
      (
        "C1,s47,S1,,strategy_discussion,2025-06-02T14:10,held,,,initiated_s47=yes; category=neglect",
        [
          "child C1", "s47 S1",
          "strategy_discussion 2025-06-02T14:10 in s47 S1 initiated_s47=yes category=neglect",
        ]
      ),
      (
        "C1,s47,S1,,strategy_discussion,2025-06-02T14:10,,,police,agency=Met",
        [
          "child C1", "s47 S1",
          "strategy_discussion 2025-06-02T14:10 in s47 S1 attended police of Met",
        ]
      ),
      (
        "C1,s47,S1,,record_circulated,2025-06-03T09:00,sent_to,,police,",
        [
          "child C1", "s47 S1",
          "record_circulated 2025-06-03T09:00 in s47 S1 sent_to police at 2025-06-03T09:00",
        ]
      ),
      (
        "C1,s47,S1,,strategy_discussion,2025-06-02,apologies,,wizard,",
        ["child C1", "s47 S1", "strategy_discussion 2025-06-02 in s47 S1 apologies ?"]
      ),
      (
        "C1,s47,S1,,s47_completed,2025-06-20,,transferred,,",
        [
          "child C1", "s47 S1 closed as transferred",
          "s47_completed 2025-06-20 in s47 S1 outcome transferred",
        ]
      ),
      (
        "C1,s47,S1,,icpc_held,2025-06-20,,cp_plan,,id=K9; due=2025-06-23",
        [
          "child C1", "s47 S1",
          "icpc_held 2025-06-20 in s47 S1 outcome cp_plan id K9 due 2025-06-23",
        ]
      ),
      (
        "C1,s47,S1,,icpc_held,,not_required,,,",
        ["child C1", "s47 S1", "icpc_held not_required absent in s47 S1"]
      ),
      (
        "C1,s47,S1,,icpc_held,,,,,", ["child C1", "s47 S1", "icpc_held missing in s47 S1"]
      ),
      (
        "C1,s47,S1,,icpc_held,,planned,,,",
        ["child C1", "s47 S1", "icpc_held planned absent in s47 S1"]
      ),
      (
        "C1,s47,S1,,icpc_held,31/02/2025,,,,",
        ["child C1", "s47 S1", "icpc_held unreadable raw 31/02/2025 in s47 S1"]
      ),
      (
        "C1,episode,E1,,referral_received,2025-06-02,,,,referral_nfa=Y; nonsense=1; ;oops",
        ["child C1", "episode E1 referral_nfa=yes", "referral_received 2025-06-02 in episode E1"]
      ),
      (
        "C1,s47,S1,,strategy_discussion,2025-06-02,,,,initiated_s47=perhaps; category=weather",
        [
          "child C1", "s47 S1",
          "strategy_discussion 2025-06-02 in s47 S1 initiated_s47=unreadable category=unreadable",
        ]
      ),
      (
        "C1,cp_plan,P1,,frequency_set,2025-06-02,,,,frequency=10 working days",
        [
          "child C1", "cp_plan P1",
          "frequency_set 2025-06-02 in cp_plan P1 frequency=10 working days",
        ]
      ),
      (
        "C1,s47,S1,,strategy_meeting,2025-06-02,,,,chair=team_manager",
        ["child C1", "s47 S1", "strategy_meeting 2025-06-02 in s47 S1 chair=team_manager"]
      ),
      ("C1,,,,child_born,2020-02-29,,,,", ["child C1 born 2020-02-29"]),
      ("C1,,,,child_expected,2026-02-28,,,,", ["child C1 expected 2026-02-28"]),
      ("C1,,,,child_died,2025-02-30,,,,", ["child C1 died unreadable"]),
      (
        "C1,,,,allocated,2025-06-03,,,,team=T1;worker=W2",
        ["child C1 team T1 worker W2", "allocated 2025-06-03"]
      ),
      (
        "\"C,1\", S47 ,\"S\"\"1\",,STRATEGY_DISCUSSION , 2025-06-02T14:10:30Z,,,,",
        ["child C,1", "s47 S\"1", "strategy_discussion 2025-06-02T15:10 in s47 S\"1"]
      ),
    ])
  func row(row: String, lines: [String]) throws {
    let reading = try InterchangeReading.rows(row + "\n")
    #expect(reading.sink.lines == lines)
    #expect(reading.readings[0].counts == RowCounts(read: 1, used: 1))
  }

  @Test(
    "a row that cannot be used is set aside with its place",
    arguments: [
      (",s47,S1,,icpc_held,2025-06-02,,,,", "3:1"),
      ("C1,s47,S1,,icpc_hold,2025-06-02,,,,", "3:12"),
      ("C1,s47,S1,,,2025-06-02,,,,", "3:12"),
      ("C1,s48,S1,,icpc_held,2025-06-02,,,,", "3:4"),
      ("C1,,S1,,icpc_held,2025-06-02,,,,", "3:4"),
      ("C1,s47,,,icpc_held,2025-06-02,,,,", "3:8"),
      ("C1,s47,S1,,icpc_held,2025-06-02,attended,,,", "3:33"),
      ("C1,s47,S1,,icpc_held,2025-06-02,held,,police,", "3:33"),
    ])
  func setAside(row: String, place: String) throws {
    let reading = try InterchangeReading.rows(row + "\nC2,,,,child_born,2020-01-01,,,,\n")
    #expect(reading.sink.asidePlaces == [place])
    #expect(reading.sink.lines.last == "child C2 born 2020-01-01")
    // What a row under an unknown state or part may have said is left open.
    #expect(
      reading.sink.lines.dropLast()
        == (place == "3:33"
          ? ["child C1", "s47 S1", "icpc_held unread 2025-06-02 in s47 S1"] : []))
    #expect(reading.readings[0].counts == RowCounts(read: 2, used: 1, setAside: 1))
    let row = try #require(reading.sink.aside.first)
    #expect(row.source.file == 3)
    #expect(!row.rule.utf8.contains(UInt8(ascii: "C")), "no value of the row is told")
  }

  @Test("what is odd is counted once a kind, with its first place")
  func notes() throws {
    let reading = try InterchangeReading.rows(
      """
      C1,s47,S1,,strategy_discussion,2025-06-02,,,wizard,
      C1,s47,S1,,strategy_discussion,2025-06-02,,,witch,
      C1,s47,S1,,strategy_discussion,02/06/2025,,,,magic=yes
      C1,s47,S1,,strategy_discussion,2025-06-02,,,,category=weather
      C1,s47,S1,,strategy_discussion,2025-06-02,,,,referral_nfa=yes
      """)
    let notes = reading.readings[0].notes
    #expect(notes.map(\.count) == [2, 1, 1, 1, 1])
    #expect(notes.map(\.first.line) == [3, 5, 5, 6, 7])
    // The date that cannot be read is a fault of its record as well.
    #expect(notes.map(\.isIssue) == [false, true, false, false, false])
    for note in notes { #expect(!"\(note)".contains("wizard") && !"\(note)".contains("weather")) }
  }

  @Test("rows that say the same are counted as copies and delivered")
  func copies() throws {
    let row = "C1,s47,S1,,icpc_held,2025-06-02,,,,\n"
    let reading = try InterchangeReading.rows(row + row + "C1,s47,S1,,icpc_held,2025-06-03,,,,\n")
    #expect(reading.readings[0].counts == RowCounts(read: 3, used: 3, copies: 1))
    #expect(reading.sink.records.count == 3)
  }

  @Test(
    "an invitation says nothing of whether the event was held",
    arguments: [
      (["2025-06-02,planned,,,"], "planned"), (["2025-06-02,cancelled,,,"], "cancelled"),
      (["2025-06-02,held,,,"], nil), (["2025-06-02,planned,,,", "2025-06-02,,,,"], nil),
      (["2025-06-02,attended,,health,"], nil), ([], nil),
    ] as [([String], String?)])
  func invitation(others: [String], state: String?) throws {
    for invitation in ["2025-06-02,invited,,police,", "2025-06-02,apologies,,police,"] {
      for place in 0...others.count {
        var rows = others
        rows.insert(invitation, at: place)
        let text = rows.map { "C1,s47,S1,,strategy_meeting,\($0)\n" }.joined()
        let lines = try InterchangeReading.rows(text).sink.lines
        let line = try #require(lines.first { $0.contains("police") })
        #expect(line.hasPrefix("strategy_meeting \(state.map { "\($0) " } ?? "")2025-06-02"))
      }
    }
    let toCome = try InterchangeReading.rows(
      "C1,s47,S1,,strategy_meeting,2026-04-01,invited,,police,\n")
    #expect(toCome.sink.lines.last?.hasPrefix("strategy_meeting planned 2026-04-01") == true)
  }

  @Test("rows read are rows used and rows set aside, on random rows")
  func balance() throws {
    var state: UInt64 = 7
    func pick(_ words: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }
    var text = ""
    for _ in 0..<2000 {
      let cells = [
        pick(["C1", "C2", ""]), pick(["s47", "episode", "x", ""]), pick(["S1", "1", ""]),
        pick(["E1", "1", ""]), pick(["icpc_held", "child_died", "s47_completed", "x", ""]),
        pick(["2025-01-01", "2025-01-01T10:00", "x", ""]), pick(["held", "attended", "x", ""]),
        pick(["transferred", ""]), pick(["police", "x", ""]),
        pick(["team=1", "id=2;due=x", "category=neglect", "=", ";", "x", ""]),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    let reading = try InterchangeReading.rows(text)
    let counts = reading.readings[0].counts
    #expect(counts.read == 2000 && counts.isBalanced)
    let unread = reading.sink.records.count { $0.events.contains { $0.state == .unread } }
    #expect(unread > 10)
    #expect(
      counts.used == reading.rowRecords + reading.keptBack - unread
        && counts.setAside == reading.sink.aside.count)
    #expect(counts.used > 100 && counts.setAside > 100)
  }
}
