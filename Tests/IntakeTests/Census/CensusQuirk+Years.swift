extension CensusQuirk {
  private static let referred = "<CINreferralDate>2016-06-03</CINreferralDate>"
  private static let referral = ["episode ", "referral_received 2016-06-03 in episode "]

  /// A code of an element, in a census that has it and in the one before.
  private static func code(
    _ element: String, _ code: String, from year: Int, outer: String = "CINdetails"
  ) -> [CensusQuirk] {
    var episode = "<\(element)>\(code)</\(element)>"
    var lines = ["episode " + (code == "RC9" ? " closed as closed_to_early_help" : "")]
    if outer != "CINdetails" {
      episode = "<\(outer)>\(episode)</\(outer)>"
      lines.append("assessment  in episode ")
    }
    return [
      CensusQuirk("\(code) in \(year)", year: year, episode: episode, lines: lines),
      CensusQuirk(
        "\(code) in \(year - 1)", year: year - 1, episode: episode, lines: lines,
        notes: ["1 3 a code of \"\(element)\" is none of the census of \(year - 1)"]),
    ]
  }

  /// What changed from year to year.
  static let years: [CensusQuirk] =
    (2017...2027).map { year in
      CensusQuirk("the census of \(year)", year: year, episode: referred, lines: referral)
    }
    + ["18B", "18C", "19B", "19C"].flatMap {
      code("AssessmentFactors", $0, from: 2021, outer: "Assessments")
    }
    + code("AssessmentFactors", "24A", from: 2022, outer: "Assessments")
    + code("ReferralSource", "5D", from: 2023)
    + code("ReasonForClosure", "RC9", from: 2023)
    + [
      CensusQuirk(
        "18A and 19A, which went out in 2021 and are sent on", year: 2026,
        episode: """
          <Assessments><FactorsIdentifiedAtAssessment><AssessmentFactors>18A</AssessmentFactors>\
          <AssessmentFactors>19A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
          """,
        lines: ["episode ", "assessment  in episode "]),
      CensusQuirk(
        "plans of children in need from 2022", year: 2022,
        episode: "<CINPlanDates><CINPlanStartDate>2021-07-06</CINPlanStartDate></CINPlanDates>",
        lines: ["episode ", "cin_plan  in episode "]),
      CensusQuirk(
        "plans of children in need before 2022", year: 2021,
        episode: "<CINPlanDates><CINPlanStartDate>2020-07-06</CINPlanStartDate></CINPlanDates>",
        lines: ["episode ", "cin_plan  in episode "],
        notes: ["1 3 the element \"CINPlanDates\" is none of the census of 2021"]),
      CensusQuirk(
        "Sex from 2025", year: 2025, identifiers: "<Sex>F</Sex>", episode: referred,
        lines: referral),
      CensusQuirk(
        "Sex before 2025", year: 2024, identifiers: "<Sex>F</Sex>", episode: referred,
        lines: referral, notes: ["1 2 the element \"Sex\" is none of the census of 2024"]),
      CensusQuirk(
        "GenderCurrent before 2025", year: 2024, identifiers: "<GenderCurrent>9</GenderCurrent>",
        episode: referred, lines: referral),
      CensusQuirk(
        "GenderCurrent from 2025", year: 2025, identifiers: "<GenderCurrent>1</GenderCurrent>",
        episode: referred, lines: referral,
        notes: ["1 2 the element \"GenderCurrent\" is none of the census of 2025"]),
      CensusQuirk(
        "the other year's code of sex", year: 2026, identifiers: "<Sex>1</Sex>", episode: referred,
        lines: referral, notes: ["1 2 a code of \"Sex\" is none of the census of 2026"]),
      CensusQuirk(
        "pre-proceedings from 2027", year: 2027,
        episode: """
          \(referred)<PreProceedingsandFGDM><PPStartDate>2026-06-10</PPStartDate>
          <LBPSentDate>2026-06-12</LBPSentDate>
          <InitialPPMeetingDate>2026-06-20</InitialPPMeetingDate>
          <StepDecisionDate>2026-07-01</StepDecisionDate><CourtAppDate>2026-07-02</CourtAppDate>
          <LetterInitCPDate>2026-07-03</LetterInitCPDate>
          <ReviewMeetingsCount>2</ReviewMeetingsCount><FGDMMeetingOffer>1</FGDMMeetingOffer>
          <FGDMMeetingFac>0</FGDMMeetingFac><PPOutcome>PPO1</PPOutcome></PreProceedingsandFGDM>
          """,
        lines: [
          "episode ", "preproceedings  in episode ", "referral_received 2016-06-03 in episode ",
          "pp_letter_sent 2026-06-12 in preproceedings ",
          "pp_meeting_held 2026-06-20 in preproceedings ",
        ]),
      CensusQuirk(
        "pre-proceedings before 2027", year: 2026, episode: "<PreProceedingsandFGDM/>",
        lines: ["episode ", "preproceedings  in episode "],
        notes: ["1 3 the element \"PreProceedingsandFGDM\" is none of the census of 2026"]),
    ]
}
