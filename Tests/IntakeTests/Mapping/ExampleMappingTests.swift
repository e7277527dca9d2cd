import CaseModel
import Clocks
import Intake
import Testing

/// Every list of the shipped example, with rows as a case system exports them.
@Suite struct ExampleMappingTests {
  /// A list: its name, its columns behind the first two, its rows and the records they give.
  struct List: Sendable, CustomTestStringConvertible {
    var name: String
    var columns: String
    var rows: [String]
    var lines: [String]
    var testDescription: String { name }

    /// The file as it is exported.
    var text: String {
      (["LA_CODE,SOURCE_SYSTEM,\(columns)"] + rows.map { "999,Synthetic authority,\($0)" })
        .map { $0 + "\r\n" }.joined()
    }

    var file: (name: String, bytes: [UInt8]) { ("lcs-\(name)-2026-03-31.csv", Array(text.utf8)) }
  }

  static let lists = [
    List(
      name: "referrals",
      columns: "PERSON_ID,REFERRAL_ID,CONCERN_DTTM,CONCERN_CATEGORY,REFERRAL_DATE,REFERRAL_NFA,"
        + "TEAM_CODE,WORKER_CODE,CLOSED_DATE,CLOSE_REASON",
      rows: [
        "C1,E1,01/06/2025 14:10,Physical harm,02/06/2025,N,T07,W31,31/12/2025,No longer in need",
        "C2,E2,,,31/02/2025,Y,T07,,,", "C3,E3,,Weather,,,,,01/07/2025,Transferred",
      ],
      lines: [
        "child C1 team T07 worker W31", "episode E1 closed as no_longer_in_need referral_nfa=no",
        "concern_received 2025-06-01T14:10 in episode E1 category=physical_harm",
        "referral_received 2025-06-02 in episode E1",
        "episode_closed 2025-12-31 in episode E1 outcome no_longer_in_need",
        "child C2 team T07", "episode E2 referral_nfa=yes",
        "referral_received unreadable raw 31/02/2025 in episode E2",
        "child C3", "episode E3 closed as transferred", "referral_received missing in episode E3",
        "episode_closed 2025-07-01 in episode E3 outcome transferred",
      ]),
    List(
      name: "enquiries",
      columns: "PERSON_ID,REFERRAL_ID,S47_ID,S47_START,S47_END,S47_OUTCOME,ICPC_DATE,"
        + "ICPC_NOT_REQUIRED",
      rows: [
        "C1,E1,S1,02/06/2025,20/06/2025,Concerns substantiated,23/06/2025,Y",
        "C2,E2,S2,02/06/2025 08:00,,,,y", "C3,,S3,02/06/2025,,,,N",
      ],
      lines: [
        "child C1", "episode E1", "s47 S1 in episode E1 closed as substantiated",
        "s47_started 2025-06-02 in s47 S1",
        "s47_completed 2025-06-20 in s47 S1 outcome substantiated",
        "icpc_held 2025-06-23 in s47 S1",
        "child C2", "episode E2", "s47 S2 in episode E2", "s47_started 2025-06-02 in s47 S2",
        "icpc_held not_required absent in s47 S2",
        "child C3", "s47 S3", "s47_started 2025-06-02 in s47 S3",
      ]),
    List(
      name: "strategy-discussions",
      columns: "PERSON_ID,REFERRAL_ID,S47_ID,DISCUSSION_ID,DISCUSSION_DTTM,STARTED_S47,"
        + "COMPLEX_ABUSE,MEETING_NEEDED,FOLLOW_UP_NEEDED,MEETING_DTTM,MEETING_CHAIR,FOLLOW_UP_DTTM",
      rows: [
        "C1,E1,S1,D1,02/06/2025 14:10,Y,,Y,N,06/06/2025 10:00,Team manager,",
        "C2,E2,,D2,02/06/2025,N,N,N,Y,,,05/06/2025 09:30", "C3,E3,S3,D3,,Y,Y,,,,,",
      ],
      lines: [
        "child C1", "episode E1", "s47 S1 in episode E1",
        "strategy_discussion 2025-06-02T14:10 in s47 S1 id D1 initiated_s47=yes "
          + "meeting_needed=yes follow_up_needed=no",
        "strategy_meeting 2025-06-06T10:00 in s47 S1 chair=team_manager",
        "child C2", "episode E2",
        "strategy_discussion 2025-06-02 in episode E2 id D2 initiated_s47=no complex_abuse=no "
          + "meeting_needed=no follow_up_needed=yes",
        "follow_up_meeting 2025-06-05T09:30 in episode E2",
        "child C3", "episode E3", "s47 S3 in episode E3",
        "strategy_discussion missing in s47 S3 id D3 initiated_s47=yes complex_abuse=yes",
      ]),
    List(
      name: "attendance",
      columns: "PERSON_ID,REFERRAL_ID,S47_ID,EVENT,EVENT_DTTM,ROLE,ATTENDANCE",
      rows: [
        "C1,E1,S1,Strategy discussion,02/06/2025 14:10,School nurse,Attended",
        "C1,E1,,strategy meeting,06/06/2025 10:00,Astrologer,attended",
      ],
      lines: [
        "child C1", "episode E1", "s47 S1 in episode E1",
        "strategy_discussion 2025-06-02T14:10 in s47 S1 attended school_nurse",
        "child C1", "episode E1", "strategy_meeting 2025-06-06T10:00 in episode E1 attended ?",
      ]),
    List(
      name: "circulation", columns: "PERSON_ID,REFERRAL_ID,S47_ID,RECIPIENT_ROLE,SENT_DTTM",
      rows: ["C1,E1,S1,Police,03/06/2025 09:00", "C1,E1,S1,Health,"],
      lines: [
        "child C1", "episode E1", "s47 S1 in episode E1",
        "record_circulated 2025-06-03T09:00 in s47 S1 sent_to police at 2025-06-03T09:00",
        "child C1", "episode E1", "s47 S1 in episode E1",
        "record_circulated missing in s47 S1 sent_to health at missing",
      ]),
    List(
      name: "plans", columns: "PERSON_ID,S47_ID,CP_PLAN_ID,PLAN_START,PLAN_END",
      rows: ["C1,S1,P1,23/06/2025,", "C2,,P2,23/06/2025,01/12/2025"],
      lines: [
        "child C1", "s47 S1", "cp_plan P1 in s47 S1", "cp_plan_started 2025-06-23 in cp_plan P1",
        "child C2", "cp_plan P2", "cp_plan_started 2025-06-23 in cp_plan P2",
        "cp_plan_ended 2025-12-01 in cp_plan P2",
      ]),
    List(
      name: "plan-events", columns: "PERSON_ID,CP_PLAN_ID,EVENT,EVENT_DATE",
      rows: [
        "C1,P1,Core group,07/07/2025", "C1,P1,CP visit,08/07/2025", "C1,P1,Review conference,x",
      ],
      lines: [
        "child C1", "cp_plan P1", "core_group_held 2025-07-07 in cp_plan P1",
        "child C1", "cp_plan P1", "cp_visit 2025-07-08 in cp_plan P1",
        "child C1", "cp_plan P1", "cp_review_held unreadable raw x in cp_plan P1",
      ]),
    List(
      name: "police-protection", columns: "PERSON_ID,PP_ID,START_DTTM,END_DTTM",
      rows: ["C1,K1,02/06/2025 22:15,05/06/2025 22:15", "C2,K2,02/06/2025,"],
      lines: [
        "child C1", "police_protection K1",
        "police_protection_started 2025-06-02T22:15 in police_protection K1",
        "police_protection_ended 2025-06-05T22:15 in police_protection K1",
        "child C2", "police_protection K2",
        "police_protection_started 2025-06-02 in police_protection K2",
      ]),
    List(
      name: "hospital",
      columns: "PERSON_ID,S47_ID,STAY_ID,ADMITTED_DATE,DISCHARGED_DTTM,DISCHARGE_MEETING_DTTM",
      rows: ["C1,S1,H1,02/06/2025,09/06/2025 16:00,09/06/2025 11:00", "C2,,H2,02/06/2025,,"],
      lines: [
        "child C1", "s47 S1", "hospital_stay H1 in s47 S1",
        "hospital_admitted 2025-06-02 in hospital_stay H1",
        "hospital_discharged 2025-06-09T16:00 in hospital_stay H1",
        "discharge_meeting 2025-06-09T11:00 in hospital_stay H1",
        "child C2", "hospital_stay H2", "hospital_admitted 2025-06-02 in hospital_stay H2",
      ]),
  ]

  @Test("each list gives its records, with and without a byte-order mark", arguments: lists)
  func list(list: List) throws {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let reading = try MappingReading(
        MappingReading.example(), [(list.file.name, mark + list.file.bytes)])
      #expect(reading.sink.lines == list.lines)
      #expect(reading.readings[0].counts.used == list.rows.count)
      #expect(reading.feed.asOf.description == "2026-03-31")
      #expect(reading.feed.authority == "999")
      #expect(reading.feed.isSynthetic)
      #expect(reading.sink.records.allSatisfy { $0.feeds == FeedSet(feed: 1) })
    }
  }

  @Test("the whole export carries what its lists hold, in whatever order they come")
  func coverage() throws {
    let files = Self.lists.map(\.file)
    for files in [files, files.reversed()] {
      let reading = try MappingReading(MappingReading.example(), files)
      let minute = EventCoverage(precision: .minute)
      #expect(
        reading.carried == [
          "concern_received": minute, "referral_received": EventCoverage(),
          "episode_closed": EventCoverage(),
          "s47_started": EventCoverage(), "s47_completed": EventCoverage(),
          "icpc_held": EventCoverage(),
          "strategy_discussion": EventCoverage(precision: .minute, participants: .complete),
          "strategy_meeting": EventCoverage(precision: .minute, participants: .complete),
          "follow_up_meeting": minute,
          "record_circulated": EventCoverage(precision: .minute, participants: .complete),
          "cp_plan_started": EventCoverage(), "cp_plan_ended": EventCoverage(),
          "core_group_held": EventCoverage(),
          "cp_visit": EventCoverage(), "cp_review_held": EventCoverage(),
          "police_protection_started": minute, "police_protection_ended": minute,
          "hospital_admitted": EventCoverage(), "hospital_discharged": minute,
          "discharge_meeting": minute,
        ])
      let vocabulary = reading.sink.vocabulary
      #expect(reading.feed.closeReasons.map { vocabulary[$0].word }.sorted() == ["episode", "s47"])
      #expect(
        reading.feed.attributes.map { vocabulary[$0].word }.sorted() == [
          "category", "chair", "complex_abuse", "follow_up_needed", "initiated_s47",
          "meeting_needed", "referral_nfa",
        ])
    }
  }

  @Test("a list of who attended does not show which discussions there were")
  func attendanceAlone() throws {
    let reading = try MappingReading(MappingReading.example(), [Self.lists[3].file])
    #expect(reading.carried.isEmpty)
  }

  @Test("rows that cannot be used are set aside with line and column")
  func setAside() throws {
    let list = List(
      name: "attendance",
      columns: "PERSON_ID,REFERRAL_ID,S47_ID,EVENT,EVENT_DTTM,ROLE,ATTENDANCE",
      rows: [
        ",E1,S1,Strategy discussion,02/06/2025 14:10,Police,Attended",
        "C1,E1,S1,Tea,02/06/2025 14:10,Police,Attended",
        "C1,E1,S1,Strategy discussion,02/06/2025 14:10,Police,",
      ], lines: [])
    let other = list.text + "998,Synthetic authority,C1,E1,S1,Strategy discussion,,Police,Attended"
    let reading = try MappingReading(
      MappingReading.example(), [(list.file.name, Array(other.utf8))])
    #expect(reading.sink.asidePlaces == ["2:25", "3:34", "4:78", "5:1"])
    #expect(reading.readings[0].counts == RowCounts(read: 4, setAside: 4))
    for row in reading.sink.aside { #expect(!row.rule.contains("Tea") && !row.rule.contains("C1")) }
  }

  @Test("one row without the mark, or of another system, and the feed is not synthetic")
  func notSynthetic() throws {
    var list = Self.lists[5]
    list.rows = ["C1,S1,P1,23/06/2025,"]
    let text = list.text + "999,Live,C2,S2,P2,23/06/2025,\r\n"
    let reading = try MappingReading(
      MappingReading.example(),
      [(list.file.name, Array(text.utf8)), Self.lists[0].file])
    #expect(!reading.feed.isSynthetic)
  }
}
