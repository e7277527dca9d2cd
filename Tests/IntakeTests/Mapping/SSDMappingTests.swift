import CaseModel
import Faults
import Intake
import Testing

/// Every table of the Standard Safeguarding Dataset that the shipped mapping reads.
@Suite struct SSDMappingTests {
  static let tables = [
    ListCase(
      file: "ssd_person_2026-03-31",
      text: [
        "pers_person_id,pers_sex,pers_dob,pers_expected_dob,pers_death_date,pers_upn",
        "C1,F,2014-02-03,,,", "C2,U,,2026-06-01,,",
        "C3,M,2015-05-06 00:00:00.000,NULL,2025-11-12,",
      ],
      lines: [
        "child C1 born 2014-02-03", "child C2 expected 2026-06-01",
        "child C3 born 2015-05-06 died 2025-11-12", "child_died 2025-11-12",
      ]),
    ListCase(
      file: "ssd_contacts_2026-03-31",
      text: [
        "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,"
          + "cont_contact_outcome_json",
        "K1,C1,2025-06-01T00:00:00,2A,\"{\"\"NEW_REFERRAL_FLAG\"\": \"\"Y\"\"}\"",
      ],
      lines: ["child C1", "contact_received 2025-06-01 id K1"]),
    ListCase(
      file: "ssd_cin_episodes_2026-03-31",
      text: [
        "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,"
          + "cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,"
          + "cine_referral_worker_id",
        "E1,C1,2025-06-02T00:00:00,N1,N,\"RC8 - Case closed, no further action\","
          + "2025-12-31T00:00:00,T07,W31",
        "E2,C2,2025-06-02,N2,Y,NULL,NULL,T07,", "E3,C3,Soon,N1,,RC5,2025-07-01,,",
      ],
      lines: [
        "child C1 team T07 worker W31",
        "episode E1 closed as closed_after_assessment referral_nfa=no",
        "referral_received 2025-06-02 in episode E1",
        "episode_closed 2025-12-31 in episode E1 outcome closed_after_assessment",
        "child C2 team T07", "episode E2 referral_nfa=yes",
        "referral_received 2025-06-02 in episode E2",
        "child C3", "episode E3 closed as transferred",
        "referral_received unreadable raw Soon in episode E3",
        "episode_closed 2025-07-01 in episode E3 outcome transferred",
      ], odd: 1),
    ListCase(
      file: "ssd_cin_assessments_2026-03-31",
      text: [
        "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,"
          + "cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_team",
        "A1,C1,E1,2025-06-03,Y,2025-07-30,T07", "A2,C2,,2025-06-03,N,,",
      ],
      lines: [
        "child C1", "episode E1", "assessment A1 in episode E1",
        "assessment_started 2025-06-03 in assessment A1",
        "assessment_authorised 2025-07-30 in assessment A1", "child C2", "assessment A2",
        "assessment_started 2025-06-03 in assessment A2",
      ]),
    ListCase(
      file: "ssd_cin_plans_2026-03-31",
      text: [
        "cinp_cin_plan_id,cinp_person_id,cinp_referral_id,cinp_cin_plan_start_date,"
          + "cinp_cin_plan_end_date", "N1,C1,E1,2025-08-01,2025-12-01",
      ],
      lines: [
        "child C1", "episode E1", "cin_plan N1 in episode E1",
        "cin_plan_started 2025-08-01 in cin_plan N1", "cin_plan_ended 2025-12-01 in cin_plan N1",
      ]),
    ListCase(
      file: "ssd_cin_visits_2026-03-31",
      text: [
        "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,"
          + "cinv_cin_visit_seen_alone,cinv_cin_visit_bedroom", "V1,C1,2025-08-11T14:30:00,Y,N,",
      ],
      lines: ["child C1", "cin_visit 2025-08-11 id V1 seen=yes seen_alone=no"]),
    ListCase(
      file: "ssd_s47_enquiry_2026-03-31",
      text: [
        "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,"
          + "s47e_s47_end_date,s47e_s47_nfa,s47e_s47_outcome_json",
        "S1,E1,C1,2025-06-02T09:15:00,2025-06-20T00:00:00,N,\"{\"\"NFA_FLAG\"\": \"\"N\"\"}\"",
        "S2,,C2,2025-06-02,2025-06-12,Y,", "S3,,C3,2025-06-02,,maybe,",
      ],
      lines: [
        "child C1", "episode E1", "s47 S1 in episode E1", "s47_started 2025-06-02 in s47 S1",
        "s47_completed 2025-06-20 in s47 S1", "child C2", "s47 S2",
        "s47_started 2025-06-02 in s47 S2", "s47_completed 2025-06-12 in s47 S2",
        "icpc_held not_required absent in s47 S2",
        "child C3", "s47 S3", "s47_started 2025-06-02 in s47 S3",
        "icpc_held not_required unreadable raw maybe in s47 S3",
      ], odd: 1),
    ListCase(
      file: "ssd_initial_cp_conference_2026-03-31",
      text: [
        "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_referral_id,icpc_icpc_transfer_in,"
          + "icpc_icpc_target_date,icpc_icpc_date,icpc_icpc_outcome_cp_flag",
        "I1,S1,C1,E1,N,2025-06-23,2025-06-23,Y", "I2,,C2,E2,Y,,2025-07-01,Y",
        "I3,S3,C3,E3,N,2025-07-23,,",
      ],
      lines: [
        "child C1", "episode E1", "s47 S1 in episode E1",
        "icpc_held 2025-06-23 in s47 S1 due 2025-06-23 transfer_in=no", "child C2", "episode E2",
        "icpc_held 2025-07-01 in episode E2 transfer_in=yes", "child C3", "episode E3",
        "s47 S3 in episode E3",
      ]),
    ListCase(
      file: "ssd_cp_plans_2026-03-31",
      text: [
        "cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,"
          + "cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category",
        "P1,E1,I1,C1,2025-06-23,2025-12-01,N,NEG",
      ],
      lines: [
        "child C1", "episode E1", "cp_plan P1 in episode E1",
        "cp_plan_started 2025-06-23 in cp_plan P1", "cp_plan_ended 2025-12-01 in cp_plan P1",
      ]),
    ListCase(
      file: "ssd_cp_visits_2026-03-31",
      text: [
        "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
          + "cppv_cp_visit_seen_alone,cppv_cp_visit_bedroom",
        "V7,C1,P1,2025-07-01T00:00:00,Y,Y,N",
      ],
      lines: [
        "child C1", "cp_plan P1",
        "cp_visit 2025-07-01 in cp_plan P1 id V7 seen=yes seen_alone=yes bedroom_seen=no",
      ]),
    ListCase(
      file: "ssd_cp_reviews_2026-03-31",
      text: [
        "cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date,"
          + "cppr_cp_review_quorate,cppr_cp_review_participation",
        "R1,C1,P1,2025-09-23,2025-09-20,Y,PN1", "R2,C1,P1,2026-03-20,,,",
      ],
      lines: [
        "child C1", "cp_plan P1",
        "cp_review_held 2025-09-20 in cp_plan P1 due 2025-09-23 quorate=yes", "child C1",
        "cp_plan P1",
      ]),
    ListCase(
      file: "ssd_cla_episodes_2026-03-31",
      text: [
        "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,"
          + "clae_cla_episode_start_reason,clae_cla_episode_ceased,clae_cla_episode_ceased_reason,"
          + "clae_cla_id,clae_entered_care_date,clae_legal_status",
        "L1,C1,2025-04-07,S,2025-06-01,X1,LA1,2025-04-07,V2",
        "L2,C1,2025-06-01,P,2025-10-01,\"E4A - Return home\",LA1,2025-04-07,",
        "L3,C2,2025-06-01,S,2025-07-01,\"Episode ceases, and new episode begins\",LA2,2025-06-01,",
        // Short breaks are not the care that this is about.
        "L4,C3,2025-06-01,S,,,LA3,2025-06-01,V4", "L5,C4,2025-06-01,S,,,LA4,2025-06-01,V3 - Series",
      ],
      lines: [
        "child C1", "cla_period LA1", "cla_started 2025-04-07 in cla_period LA1",
        "child C1", "cla_period LA1 closed as e4a", "cla_started 2025-04-07 in cla_period LA1",
        "cla_ended 2025-10-01 in cla_period LA1 outcome e4a",
        "child C2", "cla_period LA2", "cla_started 2025-06-01 in cla_period LA2",
      ], aside: 2),
    ListCase(
      file: "ssd_cla_reviews_2026-03-31",
      text: [
        "clar_cla_review_id,clar_cla_id,clar_person_id,clar_cla_review_due_date,"
          + "clar_cla_review_date,clar_cla_review_cancelled",
        "R1,LA1,C1,2025-05-06,2025-05-06,N", "R2,LA1,C1,2025-08-06,2025-08-01,Y",
        "R3,LA1,C1,2025-08-06,2025-08-05,",
      ],
      lines: [
        "child C1", "cla_period LA1",
        "cla_review_held 2025-05-06 in cla_period LA1 due 2025-05-06", "child C1",
        "cla_period LA1",
        "cla_review_held cancelled 2025-08-01 in cla_period LA1 due 2025-08-06", "child C1",
        "cla_period LA1", "cla_review_held 2025-08-05 in cla_period LA1 due 2025-08-06",
      ]),
    ListCase(
      file: "ssd_cla_visits_2026-03-31",
      text: [
        "clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,"
          + "clav_cla_visit_seen_alone", "V9,LA1,C1,2025-04-10,Y,Y",
      ],
      lines: [
        "child C1", "cla_period LA1",
        "cla_visit 2025-04-10 in cla_period LA1 id V9 seen=yes seen_alone=yes",
      ]),
    ListCase(
      file: "ssd_cla_placement_2026-03-31",
      text: [
        "clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,"
          + "clap_cla_placement_type,clap_cla_placement_end_date",
        "Q1,LA1,C1,2025-04-07,U4 - Foster placement,2025-06-01", "Q2,LA1,C1,2025-06-01,U1,",
      ],
      lines: [
        "child C1", "cla_period LA1",
        "placement Q1 in cla_period LA1 placement_type=foster_carer",
        "placement_started 2025-04-07 in placement Q1",
        "placement_ended 2025-06-01 in placement Q1", "child C1", "cla_period LA1",
        "placement Q2 in cla_period LA1", "placement_started 2025-06-01 in placement Q2",
      ]),
    ListCase(
      file: "ssd_cla_health_2026-03-31",
      text: [
        "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,"
          + "clah_health_check_status", "H1,C1,Health check,2025-05-01,",
        "H2,C1,Dental check,2025-05-02,", "H3,C1,Health check,2025-11-01,Refused",
        "H4,C1,Initial health assessment,2025-05-03,Completed",
        "H5,C1,Health Assessment,2026-05-01,Planned",
        "H6,C1,Health Assessment,2025-12-01,Appointment letter",
        "H7,C1,Optician check,2025-12-01,COMPLETE",
      ],
      lines: [
        "child C1", "health_assessed 2025-05-01 id H1",
        "child C1", "health_assessed cancelled 2025-11-01 id H3",
        "child C1", "health_assessed 2025-05-03 id H4",
        "child C1", "health_assessed planned 2026-05-01 id H5",
        "child C1", "health_assessed unreadable raw Appointment letter id H6",
      ], aside: 2, odd: 1),
    ListCase(
      file: "ssd_missing_2026-03-31",
      text: [
        "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,"
          + "miss_missing_episode_end_date,miss_missing_rhi_offered",
        "M1,C1,2025-08-01T22:00:00,Missing from care,2025-08-03T07:00:00,Y",
        "M2,C1,2025-09-01,Away from placement,,",
      ],
      lines: [
        "child C1", "missing_episode M1", "missing_started 2025-08-01 in missing_episode M1",
        "missing_ended 2025-08-03 in missing_episode M1",
      ], aside: 1),
    ListCase(
      file: "ssd_care_leavers_2026-03-31",
      text: [
        "clea_table_id,clea_person_id,clea_care_leaver_latest_contact,"
          + "clea_pathway_plan_review_date", "Y1,C1,2026-02-01,2026-01-15",
      ],
      // The table's own id is another each night.
      lines: [
        "child C1", "care_leaver C1", "pathway_reviewed 2026-01-15 in care_leaver C1",
      ]),
  ]

  @Test("each table of the dataset gives its records", arguments: tables)
  func table(table: ListCase) throws { try table.check("ssd") }

  @Test("the dataset carries days, all of them but the pathway reviews, and nobody who took part")
  func coverage() throws {
    let reading = try MappingReading(
      MappingReading.shipped("ssd"), Self.tables.map(\.export))
    let carried = reading.carried
    #expect(
      Set(carried.keys) == [
        "child_born", "child_expected", "child_died", "contact_received", "referral_received",
        "episode_closed", "assessment_started", "assessment_authorised", "cin_plan_started",
        "cin_plan_ended", "cin_visit", "s47_started", "s47_completed", "icpc_held",
        "cp_plan_started", "cp_plan_ended", "cp_visit", "cp_review_held", "cla_started",
        "cla_ended", "cla_review_held", "cla_visit", "placement_started", "placement_ended",
        "health_assessed", "missing_started", "missing_ended", "pathway_reviewed",
      ])
    for (type, coverage) in carried {
      #expect(coverage.depth == (type == "pathway_reviewed" ? .latest : .all), "\(type)")
      #expect(coverage.precision == .day, "\(type)")
      #expect(coverage.participants == .none, "\(type)")
    }
  }

  /// An enquiry's end, its mark of no further action and what its outcome says, with the
  /// conference that it is said not to need; nil where the row says nothing of one.
  struct Outcome: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let end: String
    let nfa: String
    let outcome: String
    let conference: String?
  }

  static let outcomes = [
    // As the scripts for LCS and for Eclipse write it.
    Outcome(
      testDescription: "services only", end: "2025-06-20", nfa: "N",
      outcome: flags("CP_CONFERENCE_FLAG\": \"N"), conference: "absent"),
    Outcome(
      testDescription: "services only, another script", end: "2025-06-20", nfa: "N",
      outcome: flags("OUTCOME_CP_CONFERENCE_FLAG\" : \"N"), conference: "absent"),
    Outcome(
      testDescription: "without blanks", end: "2025-06-20", nfa: "N",
      outcome: flags("CP_CONFERENCE_FLAG\":\"n"), conference: "absent"),
    Outcome(
      testDescription: "an open enquiry has no outcome yet", end: "", nfa: "N",
      outcome: flags("CP_CONFERENCE_FLAG\": \"N"), conference: nil),
    Outcome(
      testDescription: "a conference is to follow", end: "2025-06-20", nfa: "N",
      outcome: flags("CP_CONFERENCE_FLAG\": \"Y"), conference: nil),
    Outcome(
      testDescription: "nobody answered", end: "2025-06-20", nfa: "N",
      outcome: flags("CP_CONFERENCE_FLAG\": \""), conference: nil),
    Outcome(
      testDescription: "no further action", end: "2025-06-20", nfa: "Y", outcome: "",
      conference: "absent"),
    Outcome(
      testDescription: "no further action, and a conference", end: "2025-06-20", nfa: "Y",
      outcome: flags("CP_CONFERENCE_FLAG\": \"Y"), conference: "unreadable raw Y"),
    Outcome(
      testDescription: "no further action and no conference, said once", end: "2025-06-20",
      nfa: "Y", outcome: flags("CP_CONFERENCE_FLAG\": \"N"), conference: "absent"),
    // As the script for Mosaic writes it, with a mark that is always N.
    Outcome(
      testDescription: "next steps with a conference", end: "2025-06-20", nfa: "N",
      outcome: "Arrange initial child protection conference, Child and family assessment",
      conference: nil),
    Outcome(
      testDescription: "next steps of no further action", end: "2025-06-20", nfa: "N",
      outcome: "No further action", conference: "absent"),
    Outcome(
      testDescription: "next steps under a site's own words", end: "2025-06-20", nfa: "N",
      outcome: "Child and family assessment", conference: "unreadable raw N"),
    Outcome(
      testDescription: "next steps of an open enquiry", end: "", nfa: "N",
      outcome: "Child and family assessment", conference: nil),
  ]

  /// The object of an outcome with one of its flags.
  private static func flags(_ flag: String) -> String {
    "{\"NFA_FLAG\": \"N\", \"PROV_OF_SERVICES_FLAG\": \"Y\", \"\(flag)\", "
      + "\"OUTCOME_COMMENTS\": \"as heard, and \\\"said\\\"\"}"
  }

  @Test(
    "an enquiry that ended with something else than a conference needs none", arguments: outcomes)
  func outcome(case its: Outcome) throws {
    let quoted = its.outcome.replacing("\"", with: "\"\"")
    let reading = try MappingReading(
      MappingReading.shipped("ssd"), "ssd_s47_enquiry_2026-03-31.csv",
      "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,"
        + "s47e_s47_end_date,s47e_s47_nfa,s47e_s47_outcome_json\n"
        + "S1,E1,C1,2025-06-02,\(its.end),\(its.nfa),\"\(quoted)\"\n")
    let conferences = reading.sink.lines.filter { $0.hasPrefix("icpc_held") }
    #expect(
      conferences == (its.conference.map { ["icpc_held not_required \($0) in s47 S1"] } ?? []))
  }

  @Test(
    "columns that a deployment script names otherwise, or leaves out, are read",
    arguments: [
      (
        "ssd_cla_reviews",
        "clar_cla_review_id,clar_cla_id,clar_cla_person_id,"
          + "clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled",
        "R1,LA1,C1,2025-05-06,2025-05-06,N",
        "cla_review_held 2025-05-06 in cla_period LA1 due 2025-05-06"
      ),
      (
        "ssd_cla_reviews",
        "clar_cla_review_id,person_id,clar_cla_review_due_date,"
          + "clar_cla_review_date,clar_cla_id,clar_cla_person_id",
        "R1,C1,2025-05-06,2025-05-06,LA1,C1",
        "cla_review_held 2025-05-06 in cla_period LA1 due 2025-05-06"
      ),
      (
        "ssd_cla_health",
        "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date",
        "HA1,C1,Health Assessment,2025-05-06", "health_assessed 2025-05-06 id HA1"
      ),
    ])
  func scripts(table: String, header: String, row: String, line: String) throws {
    let reading = try MappingReading(
      MappingReading.shipped("ssd"), "\(table)_2026-03-31.csv", "\(header)\n\(row)\n")
    #expect(reading.sink.lines.contains(line), "\(reading.sink.lines)")
    #expect(reading.readings[0].notes.isEmpty)
  }

  @Test("the table of looked-after reviews as published names no child, and is refused")
  func reviewsWithoutChild() throws {
    let fault = try #require(
      try MappingReading.refusal(
        MappingReading.shipped("ssd"), "ssd_cla_reviews_2026-03-31.csv",
        "clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,"
          + "clar_cla_review_cancelled\nR1,LA1,,2025-05-06,N\n"))
    #expect(fault.code == .inputRefused)
    #expect(fault.rule.contains("clar_person_id"))
  }
}
