import Intake
import Testing

@Suite struct ParentLinkTests {
  /// The lines of the records that say which process lies in which.
  private func links(_ rows: String...) throws -> (lines: [String], notes: Int) {
    let texts = rows.map { "# as_of: 2026-03-31\n" + InterchangeReading.header + $0 }
    let reading =
      texts.count == 1
      ? try InterchangeReading(texts[0]) : try InterchangeReading(texts[0], texts[1])
    let sink = reading.sink
    sink.records.removeFirst(reading.rowRecords)
    return (sink.lines, reading.links.map(\.count).reduce(0, +))
  }

  private let s47 = "C1,s47,S1,E1,icpc_held,2025-06-02,,,,\n"
  private let episode = "C1,episode,E1,,referral_received,2025-06-01,,,,\n"

  @Test("a parent is found by its id, wherever its own rows stand, once")
  func found() throws {
    let expected = ["child C1", "s47 S1 in episode E1", "episode E1"]
    #expect(try links(episode + s47 + s47).lines == expected)
    #expect(try links(s47 + episode).lines == expected)
    #expect(try links(s47, episode).lines == expected)
  }

  @Test("a parent that no row describes is noted and not made up")
  func unknown() throws {
    let found = try links(s47 + "C2,episode,E1,,referral_received,2025-06-01,,,,\n")
    #expect(found.lines.isEmpty)
    #expect(found.notes == 1)
  }

  @Test("where one id is that of several processes, the usual parent is taken in any order")
  func several() throws {
    let rows = [
      "C1,episode,1,,referral_received,2025-06-01,,,,\n",
      "C1,s47,1,1,icpc_held,2025-06-02,,,,\n",
      "C1,cp_plan,1,1,cp_plan_started,2025-06-03,,,,\n",
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let lines = Set(try links(order.map { rows[$0] }.joined()).lines)
      #expect(lines.contains("s47 1 in episode 1"))
      #expect(lines.contains("cp_plan 1 in s47 1"))
    }
  }
}
