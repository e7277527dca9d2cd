import CaseModel
import Intake
import Testing

/// The examples of mappings for exports of workflow steps and of form answers.
@Suite struct CaseSystemExampleTests {
  static let steps = [
    ListCase(
      file: "mosaic_referrals_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,REFERRAL_ID,RECEIVED_ON,DECIDED_ON,OUTCOME_CODE,TEAM_CODE,WORKER_ID,"
          + "ENDED_ON,END_REASON,SUBGROUP_ID",
        "999,P1,E1,02-Jun-2025 09:30,03-Jun-2025 09:00,S47,T07,W31,31-Dec-2025,No longer in need,G1",
        "999,P2,E2,02-JUN-2025,NULL,NFA,T07,,,,",
      ],
      lines: [
        "child P1 team T07 worker W31", "episode E1 closed as no_longer_in_need referral_nfa=no",
        "referral_received 2025-06-02T09:30 in episode E1",
        "referral_decided 2025-06-03T09:00 in episode E1",
        "episode_closed 2025-12-31 in episode E1 outcome no_longer_in_need",
        "child P2 team T07", "episode E2 referral_nfa=yes",
        "referral_received 2025-06-02 in episode E2",
      ]),
    ListCase(
      file: "mosaic_assessment_steps_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,REFERRAL_ID,STEP_ID,STATUS,STARTED_ON,COMPLETED_ON,CALCULATED_DUE_DATE",
        "999,P1,E1,A1,COMPLETED,03-Jun-2025,30-Jul-2025,04-Aug-2025",
        "999,P2,E2,A2,STARTED,03-Jun-2025,,04-Aug-2025",
        "999,P2,E2,A3,CANCELLED,03-Jun-2025,05-Jun-2025,04-Aug-2025",
        "999,P2,E2,A4,PROPOSED,,,", "999,P2,E2,A5,INCOMING,,,04-Aug-2025",
      ],
      lines: [
        "child P1", "episode E1", "assessment A1 in episode E1",
        "assessment_started 2025-06-03 in assessment A1",
        "assessment_authorised 2025-07-30 in assessment A1 due 2025-08-04",
        "child P2", "episode E2", "assessment A2 in episode E2",
        "assessment_started 2025-06-03 in assessment A2",
      ], aside: 3),
    ListCase(
      file: "mosaic_s47_steps_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,REFERRAL_ID,STEP_ID,STATUS,DATE_STARTED,DATE_COMPLETED,OUTCOME_CODE,"
          + "CONFERENCE_NEEDED",
        "999,P1,E1,S1,COMPLETED,04-Jun-2025 10:00,16-Jun-2025,Substantiated,Yes",
        "999,P2,E2,S2,COMPLETED,04-Jun-2025,,Not substantiated,No",
        "999,P3,E3,S3,STARTED,2025-06-04 00:00:00,,,No",
        // Not started yet, and not even decided.
        "999,P3,E3,S4,INCOMING,,,,", "999,P3,E3,S5,PROPOSED,,,,",
      ],
      lines: [
        "child P1", "episode E1", "s47 S1 in episode E1 closed as substantiated",
        "s47_started 2025-06-04 in s47 S1",
        "s47_completed 2025-06-16 in s47 S1 outcome substantiated",
        "child P2", "episode E2", "s47 S2 in episode E2 closed as not_substantiated",
        "s47_started 2025-06-04 in s47 S2",
        "s47_completed missing in s47 S2 outcome not_substantiated",
        "icpc_held not_required absent in s47 S2",
        "child P3", "episode E3", "s47 S3 in episode E3", "s47_started 2025-06-04 in s47 S3",
      ], aside: 2),
    ListCase(
      file: "mosaic_cp_plans_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,REFERRAL_ID,PLAN_ID,STARTED_ON,ENDED_ON",
        "999,P1,E1,N1,25-Jun-2025,01-Dec-2025",
      ],
      lines: [
        "child P1", "episode E1", "cp_plan N1 in episode E1",
        "cp_plan_started 2025-06-25 in cp_plan N1", "cp_plan_ended 2025-12-01 in cp_plan N1",
      ]),
    ListCase(
      file: "mosaic_meetings_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,REFERRAL_ID,S47_STEP_ID,PLAN_ID,STEP_ID,MEETING_TYPE,STATUS,MEETING_AT,"
          + "STARTED_S47,CALCULATED_DUE_DATE",
        "999,P1,E1,S1,,M1,STRAT,COMPLETED,04-Jun-2025 10:00,Yes,",
        "999,P1,E1,S1,,M2,ICPC,COMPLETED,25-Jun-2025 13:00,,25-Jun-2025",
        "999,P1,E1,,N1,M3,CORE,CANCELLED,04-Jul-2025,,",
        "999,P1,E1,,N1,M4,RCPC,INCOMING,20-Apr-2026,,25-Apr-2026",
        "999,P1,E1,,N1,M5,TEA,COMPLETED,20-Apr-2025,,",
        "999,P1,E1,,N1,M6,CORE,PROPOSED,20-Apr-2026,,",
      ],
      lines: [
        "child P1", "episode E1", "s47 S1 in episode E1",
        "strategy_discussion 2025-06-04T10:00 in s47 S1 id M1 initiated_s47=yes",
        "child P1", "episode E1", "s47 S1 in episode E1",
        "icpc_held 2025-06-25 in s47 S1 due 2025-06-25",
        "child P1", "episode E1", "cp_plan N1 in episode E1",
        "core_group_held cancelled 2025-07-04 in cp_plan N1",
        "child P1", "episode E1", "cp_plan N1 in episode E1",
        "cp_review_held planned 2026-04-20 in cp_plan N1 due 2026-04-25",
        // A kind of meeting that the mapping does not know.
        "child P1", "episode E1", "cp_plan N1 in episode E1",
        "strategy_discussion unread 2025-04-20 in episode E1",
        "icpc_held unread 2025-04-20 in episode E1",
        "core_group_held unread 2025-04-20 in cp_plan N1",
        "cp_review_held unread 2025-04-20 in cp_plan N1",
        "child P1", "episode E1", "cp_plan N1 in episode E1",
        "core_group_held planned 2026-04-20 in cp_plan N1",
      ], aside: 1),
    ListCase(
      file: "mosaic_attendees_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,REFERRAL_ID,S47_STEP_ID,MEETING_AT,ROLE,PART",
        "999,P1,E1,S1,04-Jun-2025 10:00,POL,Y",
      ],
      lines: [
        "child P1", "episode E1", "s47 S1 in episode E1",
        "strategy_discussion 2025-06-04T10:00 in s47 S1 attended police",
      ]),
    ListCase(
      file: "mosaic_visits_2026-03-31",
      text: [
        "LA_CODE,PERSON_ID,PLAN_ID,STEP_ID,STATUS,VISITED_ON,CHILD_SEEN,SEEN_ALONE",
        "999,P1,N1,V1,COMPLETED,04-Jul-2025,Y,N", "999,P1,N1,V2,INCOMING,04-Aug-2025,,",
      ],
      lines: [
        "child P1", "cp_plan N1",
        "cp_visit 2025-07-04 in cp_plan N1 id V1 seen=yes seen_alone=no",
      ], aside: 1),
  ]

  static let header =
    "PERSONID,FORMINSTANCEID,REFERRALFORMID,CONTROLNAME,ANSWERVALUE,DATEANSWERVALUE"

  static let forms = [
    ListCase(
      file: "eclipse-referral-forms-2026-03-31",
      text: [
        "PERSONID,FORMINSTANCEID,FORMTYPE,CONTROLNAME,ANSWERVALUE,DATEANSWERVALUE,DATECOMPLETED",
        "P1,F1,REF,referralDate,,2025-06-02 09:30:00,2025-06-02",
        "P1,F1,REF,decisionDate,,2025-06-03 09:00:00,2025-06-03",
        "P1,F1,REF,closureDate,No longer in need,2025-12-31 00:00:00,2025-12-31",
        "P1,F1,REF,howHeard,radio,,",
      ],
      lines: [
        "child P1", "episode F1", "referral_received 2025-06-02T09:30 in episode F1",
        "child P1", "episode F1", "referral_decided 2025-06-03T09:00 in episode F1",
        "child P1", "episode F1 closed as no_longer_in_need",
        "episode_closed 2025-12-31 in episode F1 outcome no_longer_in_need",
      ], aside: 1),
    ListCase(
      file: "eclipse-assessment-forms-2026-03-31",
      text: [
        header, "P1,F2,F1,startDate,,2025-06-03", "P1,F2,F1,authorisedDate,,2025-07-30T16:00:00",
        "P1,F3,F1,authorisedDate,,",
      ],
      lines: [
        "child P1", "episode F1", "assessment F2 in episode F1",
        "assessment_started 2025-06-03 in assessment F2",
        "child P1", "episode F1", "assessment F2 in episode F1",
        "assessment_authorised 2025-07-30 in assessment F2",
        "child P1", "episode F1", "assessment F3 in episode F1",
      ]),
    ListCase(
      file: "eclipse-s47-forms-2026-03-31",
      text: [
        header, "P1,F4,F1,strategyDiscussionAt,,2025-06-04 10:00:00",
        "P1,F4,F1,enquiryStart,,2025-06-04 10:00:00",
        "P1,F4,F1,enquiryEnd,Substantiated,2025-06-16",
        "P1,F4,F1,conferenceNeeded,Yes,", "P2,F5,F6,conferenceNeeded,No,",
        "P1,F4,F1,conferenceDate,,2025-06-25 13:00:00",
      ],
      lines: [
        "child P1", "episode F1", "s47 F4 in episode F1",
        "strategy_discussion 2025-06-04T10:00 in s47 F4 initiated_s47=yes",
        "child P1", "episode F1", "s47 F4 in episode F1", "s47_started 2025-06-04 in s47 F4",
        "child P1", "episode F1", "s47 F4 in episode F1 closed as substantiated",
        "s47_completed 2025-06-16 in s47 F4 outcome substantiated",
        "child P2", "episode F6", "s47 F5 in episode F6",
        "icpc_held not_required absent in s47 F5",
        "child P1", "episode F1", "s47 F4 in episode F1", "icpc_held 2025-06-25 in s47 F4",
      ], aside: 1),
    ListCase(
      file: "eclipse-cp-plan-forms-2026-03-31",
      text: [
        // The names of the view of form answers; a draft says nothing yet.
        "ANSWERFORSUBJECTID,INSTANCEID,INSTANCESTATE,CONTROLNAME,ANSWERVALUE,DATEANSWERVALUE",
        "P1,F7,COMPLETE,planStart,,2025-06-25", "P1,F7,COMPLETE,coreGroupDate,,2025-07-04",
        "P1,F7,COMPLETE,visitDate,,soon", "P1,F7,COMPLETE,reviewDate,,2025-09-20",
        "P1,F7,COMPLETE,planEnd,,", "P1,F7,DRAFT,visitDate,,2025-10-01",
      ],
      lines: [
        "child P1", "cp_plan F7", "cp_plan_started 2025-06-25 in cp_plan F7",
        "child P1", "cp_plan F7", "core_group_held 2025-07-04 in cp_plan F7",
        "child P1", "cp_plan F7", "cp_visit unreadable raw soon in cp_plan F7",
        "child P1", "cp_plan F7", "cp_review_held 2025-09-20 in cp_plan F7",
        "child P1", "cp_plan F7",
      ], aside: 1, odd: 1),
  ]

  @Test("each list of workflow steps gives its records", arguments: steps)
  func step(list: ListCase) throws { try list.check("mosaic-example") }

  @Test("each kind of form gives its records, an answer a row", arguments: forms)
  func form(list: ListCase) throws { try list.check("eclipse-example") }

  @Test("times of day are carried where the exports have them, and who attended where it is listed")
  func coverage() throws {
    let minute = EventCoverage(precision: .minute)
    let steps = try MappingReading(
      MappingReading.shipped("mosaic-example"), Self.steps.map(\.export))
    #expect(
      steps.carried["strategy_discussion"]
        == EventCoverage(precision: .minute, participants: .complete))
    #expect(steps.carried["referral_decided"] == minute)
    // One referral has no time of day.
    #expect(steps.carried["referral_received"] == EventCoverage())
    #expect(steps.carried["icpc_held"] == EventCoverage())
    let forms = try MappingReading(
      MappingReading.shipped("eclipse-example"), Self.forms.map(\.export))
    #expect(forms.carried["strategy_discussion"] == minute)
    #expect(forms.carried["cp_visit"] == EventCoverage())
    for reading in [steps, forms] {
      for (type, coverage) in reading.carried { #expect(coverage.depth == .all, "\(type)") }
    }
  }
}
