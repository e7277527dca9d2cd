import CaseModel
import Faults
import Intake
import Testing

/// What a list can claim: rows that were set aside leave what they may have said, and a list that
/// cannot say *held* carries nothing.
@Suite struct UnreadRowTests {
  private static func mapping(_ events: String, head: String = "") -> String {
    """
    mapping: test
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    lists:
      one:
        file: one.csv
        child: ID
    \(head)    processes:
          cp_plan: PLAN
        events:
    \(events)
    """
  }

  private static let kinds = mapping(
    """
          - event: core_group_held
            in: cp_plan
            only when: KIND is one of Core group, Core group meeting
            at: DAY
          - event: cp_review_held
            in: cp_plan
            only when: KIND is Review
            at: DAY
    """, head: "    only when: KIND is not Note\n")

  @Test(
    "a row under a word that no condition names may be each of the events that the column tells apart",
    arguments: [
      ("Review,02/04/2025", ["cp_review_held 2025-04-02 in cp_plan P"], 0),
      (
        "Conference,02/04/2025",
        [
          "core_group_held unread 2025-04-02 in cp_plan P",
          "cp_review_held unread 2025-04-02 in cp_plan P",
        ], 1
      ),
      (
        "Conference,",
        [
          "core_group_held unread missing in cp_plan P",
          "cp_review_held unread missing in cp_plan P",
        ],
        1
      ),
      (
        ",02/04/2025",
        [
          "core_group_held unread 2025-04-02 in cp_plan P",
          "cp_review_held unread 2025-04-02 in cp_plan P",
        ], 1
      ),
      (",", [], 1), ("Note,02/04/2025", [], 0),
    ])
  func words(_ row: String, events: [String], aside: Int) throws {
    let reading = try MappingReading(
      Self.kinds, "one.csv", "ID,PLAN,KIND,DAY\nC1,P,\(row)\n")
    let lines = reading.sink.lines.filter { $0 != "child C1" && $0 != "cp_plan P" }
    #expect(lines == events)
    #expect(reading.sink.aside.count == aside)
    let counts = reading.readings[0].counts
    #expect(counts.used + counts.leftOut == 1 - aside)
    #expect(counts.leftOut == (row.utf8.starts(with: "Note".utf8) ? 1 : 0))
  }

  @Test(
    "a condition that only picks rows passes over other words, but not one like its own",
    arguments: [
      ("Dental check", false), ("Refused", false), ("CIN", false), ("Annual health check", true),
      ("Health-check", true), ("Helath check", true), ("Health chek", true), ("Health", true),
      ("Eye check", false),
    ])
  func likeness(_ word: String, isUnread: Bool) throws {
    let reading = try MappingReading(
      Self.mapping(
        "      - event: cp_visit\n        only when: KIND is Health check\n        at: DAY"),
      "one.csv", "ID,PLAN,KIND,DAY\nC1,P,\(word),02/04/2025\n")
    #expect(
      reading.sink.lines.filter { $0.hasPrefix("cp_visit") }
        == (isUnread ? ["cp_visit unread 2025-04-02"] : []))
    #expect(reading.sink.aside.count == 1)
  }

  @Test("a yes is no unknown word where a condition asks for a no")
  func truth() throws {
    let mapping = Self.mapping(
      """
            - event: icpc_held
              only when: KIND is one of N, No
              state: always not_required
            - event: cp_visit
              only when: KIND is Visit
              at: DAY
      """)
    for (word, count) in [("yes", 0), ("Nein", 2), ("no", 0)] {
      let reading = try MappingReading(
        mapping, "one.csv", "ID,PLAN,KIND,DAY\nC1,P,\(word),02/04/2025\n")
      #expect(reading.sink.lines.count { $0.contains(" unread ") } == count, "\(word)")
    }
  }

  @Test("a state or a part that is not known leaves the event that the row is of")
  func states() throws {
    let state = try MappingReading(
      Self.mapping("      - event: cp_visit\n        state: KIND\n        at: DAY"), "one.csv",
      "ID,PLAN,KIND,DAY\nC1,P,done,02/04/2025\nC1,P,held,03/04/2025\n")
    #expect(
      state.sink.lines.filter { $0.hasPrefix("cp_visit") }
        == ["cp_visit unread 2025-04-02", "cp_visit 2025-04-03"])
    let part = try MappingReading(
      Self.mapping(
        """
              - event: cp_visit
                at: DAY
                who:
                  role: always police
                  part: KIND
        """), "one.csv", "ID,PLAN,KIND,DAY\nC1,P,here,02/04/2025\n")
    #expect(part.sink.lines.contains("cp_visit unread 2025-04-02"))
  }

  @Test(
    "a list carries an event only if a row can say that it was held",
    arguments: [
      ("state: always not_required", "", false), ("state: always planned", "", false),
      ("state: always cancelled", "", false), ("state: always held", "", true), ("", "", true),
      ("state: KIND", "", true), ("state: KIND", "{values: {P: planned, C: cancelled}}", false),
      ("state: KIND", "{values: {P: planned, H: held}}", true),
    ])
  func held(_ state: String, _ column: String, isCarried: Bool) throws {
    let head = column.isEmpty ? "" : "    columns:\n      KIND: \(column)\n"
    let stated = state.isEmpty ? "" : "\n        \(state)"
    let reading = try MappingReading(
      Self.mapping("      - event: cp_visit\n        at: DAY\(stated)", head: head), "one.csv",
      "ID,PLAN,KIND,DAY\nC1,P,\(column.isEmpty ? "held" : "P"),02/04/2025\n")
    let type = try #require(reading.sink.vocabulary.event("cp_visit"))
    #expect(reading.feed.carries(type) == isCarried)
    #expect(reading.feed.stated == (isCarried ? [] : [type]))
  }

  @Test("an enquiry list says that no conference was needed, and holds none")
  func enquiries() throws {
    let reading = try MappingReading(
      MappingReading.shipped("ssd"), "ssd_s47_enquiry_2025-06-30.csv",
      "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,"
        + "s47e_s47_nfa\nS1,R1,9001,2025-03-03,2025-03-20,N\n")
    let type = try #require(reading.sink.vocabulary.event("icpc_held"))
    #expect(!reading.feed.carries(type))
  }
}
