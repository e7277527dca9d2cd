import CaseModel
import Intake
import Testing

/// The files of the SSDA903 return that the shipped mapping reads.
@Suite struct SSDA903MappingTests {
  static let episodes =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"

  static let files = [
    ListCase(
      file: "header-2026-03-31",
      text: [
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "1001,1,07/05/2014,WBRI,UN3,,",
        "1002,2,7/5/2014,WBRI,UN3,,",
      ],
      lines: [
        "child 1001 born 2014-05-07", "child_born 2014-05-07", "child 1002 born 2014-05-07",
        "child_born 2014-05-07",
      ]),
    ListCase(
      file: "episodes-2026-03-31",
      text: [
        episodes, "1001,07/04/2025,S,V2,N1,U4,PR1,01/06/2025,X1,CARPL,,,",
        "1001,01/06/2025,L,C2,N1,U4,PR1,12/07/2025,X1,,,,",
        "1001,12/07/2025,P,C2,N1,U1,PR1,01/10/2025,E4A,,,,",
        "1002,02/09/2019,B,C2,N1,K2,PR4,,,,,,", "1003,31/02/2025,S,V2,N1,K2,PR4,,,,,,",
        // Short breaks are not the care that this is about.
        "1004,05/01/2026,S,V4,N2,U6,PR1,,,,,,", "1005,05/01/2026,S,V3,N2,U6,PR1,,,,,,",
      ],
      lines: [
        "child 1001", "cla_period 1001",
        "placement 1001-07/04/2025 in cla_period 1001 placement_type=foster_carer",
        "cla_started 2025-04-07 in cla_period 1001",
        "placement_started 2025-04-07 in placement 1001-07/04/2025",
        "child 1001", "cla_period 1001 closed as e4a",
        "placement 1001-12/07/2025 in cla_period 1001",
        "placement_started 2025-07-12 in placement 1001-12/07/2025",
        "cla_ended 2025-10-01 in cla_period 1001 outcome e4a",
        "child 1002", "cla_period 1002",
        "placement 1002-02/09/2019 in cla_period 1002 placement_type=residential",
        "placement_started 2019-09-02 in placement 1002-02/09/2019",
        "child 1003", "cla_period 1003",
        "placement 1003-31/02/2025 in cla_period 1003 placement_type=residential",
        "cla_started unreadable raw 31/02/2025 in cla_period 1003",
        "placement_started unreadable raw 31/02/2025 in placement 1003-31/02/2025",
      ], aside: 3, odd: 1),
    ListCase(
      file: "reviews-2026-03-31",
      text: [
        "CHILD,DOB,REVIEW,REVIEW_CODE", "1001,07/05/2014,02/05/2025,PN1", "1002,07/05/2014,,PN0",
      ],
      lines: [
        "child 1001 born 2014-05-07", "cla_period 1001",
        "cla_review_held 2025-05-02 in cla_period 1001",
        "child 1002 born 2014-05-07", "cla_period 1002",
        "cla_review_held missing in cla_period 1002",
      ]),
    ListCase(
      file: "missing-2026-03-31",
      text: [
        "CHILD,DOB,MISSING,MIS_START,MIS_END", "1001,07/05/2014,M,01/08/2025,03/08/2025",
        "1001,07/05/2014,A,05/08/2025,06/08/2025",
      ],
      lines: [
        "child 1001 born 2014-05-07", "missing_episode 1001-01/08/2025",
        "missing_started 2025-08-01 in missing_episode 1001-01/08/2025",
        "missing_ended 2025-08-03 in missing_episode 1001-01/08/2025",
      ], aside: 1),
  ]

  @Test("each file of the return gives its records", arguments: files)
  func file(file: ListCase) throws { try file.check("ssda903") }

  @Test("the return carries days of all starts, reviews and moves, and no visit or health check")
  func coverage() throws {
    let reading = try MappingReading(MappingReading.shipped("ssda903"), Self.files.map(\.export))
    #expect(
      reading.carried == [
        "child_born": EventCoverage(), "cla_started": EventCoverage(), "cla_ended": EventCoverage(),
        "placement_started": EventCoverage(), "cla_review_held": EventCoverage(),
        "missing_started": EventCoverage(), "missing_ended": EventCoverage(),
      ])
  }
}
