extension CensusQuirk {
  private static let child =
    "<Child><LAchildID>X1</LAchildID><CINdetails><CINreferralDate>2024-06-03</CINreferralDate>"
    + "</CINdetails></Child>"
  private static let referral = ["episode ", "referral_received 2024-06-03 in episode "]

  private static func plan(_ reviews: String) -> String {
    "<ChildProtectionPlans><CPPstartDate>2024-06-21</CPPstartDate>\(reviews)</ChildProtectionPlans>"
  }

  private static let twoReviews = [
    "episode ", "cp_plan  in episode ", "cp_review_held 2024-09-01 in cp_plan ",
    "cp_review_held 2025-02-01 in cp_plan ",
  ]

  /// Elements in an order, number or place that no schema has.
  static let shapes: [CensusQuirk] = [
    CensusQuirk(
      "unknown elements, with known ones and text in them",
      episode: """
        <Newer>1</Newer><New><CINreferralDate>2024-06-03</CINreferralDate></New>
        <New/><New/>
        """,
      lines: referral,
      notes: ["1 3 the element \"Newer\"", "3 3 the element \"New\""]),
    CensusQuirk(
      "an unknown element whose name is no plain word",
      episode: "<Näme/><_x/><CINreferralDate>2024-06-03</CINreferralDate>", lines: referral,
      notes: ["2 3 another element is none of a census"]),
    CensusQuirk(
      "elements in the order of the alphabet, the children's ids last",
      file: """
        <Message><Header><Source><LEA>999</LEA></Source><CollectionDetails>
        <ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
        <CINdetails><Section47><ICPCnotRequired>1</ICPCnotRequired>
        <S47ActualStartDate>2024-06-05</S47ActualStartDate></Section47>
        <CINreferralDate>2024-06-03</CINreferralDate></CINdetails>
        <ChildIdentifiers><LAchildID>X1</LAchildID></ChildIdentifiers></Child></Children></Message>
        """,
      lines: [
        "episode ", "s47  in episode ",
        "strategy_discussion 2024-06-05 in s47  initiated_s47=yes",
        "icpc_held not_required absent in s47 ", "referral_received 2024-06-03 in episode ",
      ]),
    CensusQuirk(
      "the stray text that six samples carry", identifiers: "PersonBirthDate<UPN>A</UPN>text",
      episode: "stray<CINreferralDate>2024-06-03</CINreferralDate>PersonBirthDate",
      lines: referral),
    CensusQuirk(
      "several dates in one group of reviews",
      episode: plan(
        "<Reviews><CPPreviewDate>2024-09-01</CPPreviewDate><CPPreviewDate>2025-02-01"
          + "</CPPreviewDate></Reviews>"), lines: twoReviews),
    CensusQuirk(
      "several groups of reviews",
      episode: plan(
        "<Reviews><CPPreviewDate>2024-09-01</CPPreviewDate></Reviews><Reviews><CPPreviewDate>"
          + "2025-02-01</CPPreviewDate></Reviews>"), lines: twoReviews),
    CensusQuirk(
      "empty wrappers",
      episode: """
        <CINreferralDate>2024-06-03</CINreferralDate><Assessments>
        <AssessmentActualStartDate>2024-06-04</AssessmentActualStartDate>
        <AssessmentAuthorisationDate/><FactorsIdentifiedAtAssessment/></Assessments>
        <CINclosureDate/><ReasonForClosure></ReasonForClosure><ReferralNFA/>
        """,
      lines: [
        "episode ", "assessment  in episode ", "referral_received 2024-06-03 in episode ",
        "assessment_started 2024-06-04 in assessment ",
      ]),
    CensusQuirk(
      "a group within a group: each field is its own group's",
      episode: """
        <Section47><S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <ChildProtectionPlans><CPPstartDate>2024-06-21</CPPstartDate></ChildProtectionPlans>
        <DateOfInitialCPC>2024-06-20</DateOfInitialCPC></Section47>
        """,
      lines: [
        "episode ", "s47  in episode ", "cp_plan  in episode ",
        "strategy_discussion 2024-06-05 in s47  initiated_s47=yes", "icpc_held 2024-06-20 in s47 ",
      ]),
    CensusQuirk(
      "a date outside its group",
      episode: "<CPPstartDate>2024-06-21</CPPstartDate>\n<CPPstartDate>2024-06-21</CPPstartDate>",
      lines: ["episode "], notes: ["2 3 the element \"CPPstartDate\" stands where no census"]),
    CensusQuirk(
      "a date that stands twice and differs",
      episode: """
        <CINreferralDate>2024-06-03</CINreferralDate><CINclosureDate>2024-07-01</CINclosureDate>
        <CINclosureDate>2024-07-02</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
        """,
      lines: ["episode  closed as no_longer_in_need", referral[1]],
      notes: ["1 4 the element \"CINclosureDate\" stands once"]),
    CensusQuirk(
      "two conferences of one enquiry are both kept",
      episode: """
        <Section47><DateOfInitialCPC>2024-06-20</DateOfInitialCPC>
        <DateOfInitialCPC>2024-06-21</DateOfInitialCPC></Section47>
        """,
      lines: [
        "episode ", "s47  in episode ", "icpc_held 2024-06-20 in s47 ",
        "icpc_held 2024-06-21 in s47 ",
      ]),
    CensusQuirk(
      "the census that a script makes from the standard dataset",
      file: """
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
        <ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source>
        <SourceLevel>L</SourceLevel><LEA>999</LEA><SoftwareCode>X</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo>
        <DateTime>2025-04-12 10:12:28</DateTime></Source>
        <Content><CBDSLevels><CBDSLevel>Child</CBDSLevel></CBDSLevels></Content></Header><Children>
        <Child><ChildIdentifiers><LAchildID>X1</LAchildID></ChildIdentifiers><CINdetails>
        <CINreferralDate>2024-06-03</CINreferralDate>
        <CINclosureDate>2025-01-10T00:00:00</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
        <Assessments><AssessmentActualStartDate>2024-06-04</AssessmentActualStartDate>
        <AssessmentInternalReviewDate>PlaceholderStr</AssessmentInternalReviewDate>
        <AssessmentAuthorisationDate>PlaceholderStr</AssessmentAuthorisationDate></Assessments>
        <ChildProtectionPlans><CPPstartDate>2024-06-21</CPPstartDate>
        <CPPreviews><CPPreviewDate>2024-09-01</CPPreviewDate></CPPreviews></ChildProtectionPlans>
        <Section47><S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <InitialCPCtarget>2024-06-26T00:00:00</InitialCPCtarget>
        <DateOfInitialCPC>2024-06-21T09:30:00</DateOfInitialCPC>
        <ICPCnotRequired>N</ICPCnotRequired></Section47>
        <ReferralNFA>0</ReferralNFA></CINdetails></Child></Children></Message>
        """,
      lines: [
        "episode  closed as no_longer_in_need", "assessment  in episode ",
        "cp_plan  in episode ", "s47  in episode ", referral[1],
        "assessment_started 2024-06-04 in assessment ",
        "assessment_checkpoint unreadable raw PlaceholderStr in assessment ",
        "assessment_authorised unreadable raw PlaceholderStr in assessment ",
        "cp_review_held 2024-09-01 in cp_plan ",
        "strategy_discussion 2024-06-05 in s47  initiated_s47=yes",
        "icpc_held 2024-06-21 in s47  due 2024-06-26",
      ]),
    CensusQuirk(
      "fields of the header and of the child without the groups around them",
      file: "<Message><ReferenceDate>2025-03-31</ReferenceDate>\(child)</Message>",
      lines: referral),
    CensusQuirk(
      "a namespace",
      file: "<c:Message xmlns:c=\"urn:x\"><c:Header><c:ReferenceDate>2025-03-31"
        + "</c:ReferenceDate></c:Header>\(child)</c:Message>", lines: referral),
  ]
}
