extension CensusQuirk {
  private static func mark(_ spelling: String, _ lines: [String], isCode: Bool = true)
    -> CensusQuirk
  {
    CensusQuirk(
      "a mark written \(spelling)",
      episode: """
        <Section47><ICPCnotRequired>\(spelling)</ICPCnotRequired></Section47>
        <ReferralNFA>\(spelling)</ReferralNFA>
        """,
      lines: lines,
      notes: isCode
        ? []
        : [
          "1 3 a code of \"ICPCnotRequired\"", "1 4 a code of \"ReferralNFA\"",
        ])
  }

  private static func date(_ text: String, _ moment: String) -> CensusQuirk {
    CensusQuirk(
      "a date written \(text)", episode: "<CINreferralDate>\(text)</CINreferralDate>",
      lines: ["episode ", "referral_received \(moment) in episode "])
  }

  private static func header(_ fields: String) -> String {
    """
    <Message>\(fields)<Children>
    <Child><LAchildID>X1</LAchildID></Child></Children></Message>
    """
  }

  /// Marks, dates and codes in every spelling seen.
  static let values: [CensusQuirk] =
    ["1", "true", "True", "TRUE", "Y", "y", "yes", "YES", "Yes"].map {
      mark(
        $0,
        [
          "episode  referral_nfa=yes", "s47  in episode ", "icpc_held not_required absent in s47 ",
        ])
    }
    + ["0", "false", "False", "FALSE", "N", "n", "no", "NO", "No"].map {
      mark($0, ["episode ", "s47  in episode "])
    }
    + ["totallywrong", "2"].map {
      mark(
        $0,
        [
          "episode  referral_nfa=unreadable", "s47  in episode ",
          "icpc_held not_required unreadable in s47 ",
        ], isCode: false)
    }
    + [
      date("2024-06-03T00:00:00", "2024-06-03"), date("2024-06-03T09:15:00.123", "2024-06-03"),
      date("2024-06-03 09:15:00", "2024-06-03"), date("2024-06-03T22:59:00Z", "2024-06-03"),
      date("2024-06-03T23:00:00Z", "2024-06-04"), date("2024-06-03Z", "2024-06-03"),
      date("2024-06-03+01:00", "2024-06-03"), date("1066-04-13", "1066-04-13"),
      date("1970-01-01", "1970-01-01"), date("Notadate", "unreadable raw Notadate"),
      date("PlaceholderStr", "unreadable raw PlaceholderStr"),
      date("03/06/2024", "unreadable raw 03/06/2024"),
      date("2024-06-03X", "unreadable raw 2024-06-03X"),
      date("0000-01-01", "unreadable raw 0000-01-01"),
      CensusQuirk(
        "codes that no census has, and a code in small letters", year: 2026,
        episode: """
          <ReferralSource>7Z</ReferralSource><PrimaryNeedCode>N10</PrimaryNeedCode>
          <ReasonForClosure>rc7</ReasonForClosure>
          <Assessments><AssessmentFactors>RB</AssessmentFactors>
          <AssessmentFactors>RC</AssessmentFactors></Assessments>
          <ChildProtectionPlans><InitialCategoryOfAbuse>XXX</InitialCategoryOfAbuse>
          <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans>
          """,
        lines: [
          "episode  closed as no_longer_in_need", "assessment  in episode ",
          "cp_plan  in episode ",
        ],
        notes: [
          "1 3 a code of \"ReferralSource\"", "1 3 a code of \"PrimaryNeedCode\"",
          "2 5 a code of \"AssessmentFactors\"", "1 7 a code of \"InitialCategoryOfAbuse\"",
        ]),
    ]

  /// What the header says, or does not.
  static let headers: [CensusQuirk] = [
    CensusQuirk(
      "an extract between two censuses, of the year that it is made in",
      file: header(
        "<Header><Year>2022</Year><ReferenceDate>2022-07-21</ReferenceDate></Header>")),
    CensusQuirk(
      "an extract between two censuses, of the year that is to come",
      file: header(
        "<Header><Year>2023</Year><ReferenceDate>2022-07-21</ReferenceDate></Header>")),
    CensusQuirk(
      "a reference date of another year than the header's",
      file: header(
        "<Header><Year>2025</Year><ReferenceDate>2026-03-31</ReferenceDate></Header>"),
      faults: ["year-contradicts-reference-date"]),
    CensusQuirk(
      "a header made before its reference date",
      file: header(
        "<Header><ReferenceDate>2025-03-31</ReferenceDate>"
          + "<DateTime>2025-03-30T23:59:00</DateTime></Header>"),
      faults: ["extracted-before-reference-date"]),
    CensusQuirk(
      "a header made on its reference date, in three ways of writing it",
      file: header(
        "<Header><ReferenceDate>2025-03-31T00:00:00</ReferenceDate>"
          + "<DateTime>2025-03-31 11:14:05</DateTime></Header>")),
    CensusQuirk(
      "a header whose time nobody can read",
      file: header(
        "<Header><ReferenceDate>2025-03-31</ReferenceDate><DateTime>noon</DateTime></Header>")),
  ]
}
