import Clocks

extension CensusWriter {
  /// Writes an episode of need.
  mutating func write(
    _ episode: PlannedEpisode, _ oddities: Oddities, faults: inout [PlantedFault]
  ) {
    open("CINdetails")
    if let kind = episode.fault { note(kind, in: &faults) }
    element(
      "CINreferralDate", episode.referral, hasTime: oddities.contains(.timeBehindDate))
    element("ReferralSource", CensusWriter.sources[episode.ordinal % CensusWriter.sources.count])
    element("PrimaryNeedCode", episode.concern == nil ? "N4" : "N1")
    if let closed = episode.closed {
      element("CINclosureDate", closed)
      element("ReasonForClosure", episode.closeReason.censusCode)
    }
    if let held = episode.transferInConference { element("DateOfInitialCPC", held) }
    for assessment in episode.assessments { write(assessment, oddities, faults: &faults) }
    if let plan = episode.cinPlan {
      open("CINPlanDates")
      element("CINPlanStartDate", plan.started)
      if let ended = plan.ended { element("CINPlanEndDate", ended) }
      close("CINPlanDates")
    }
    for enquiry in episode.enquiries { write(enquiry, oddities, faults: &faults) }
    element(
      "ReferralNFA", episode.isNoFurtherAction, isWorded: oddities.contains(.wordedTruth))
    for plan in episode.plans {
      write(plan, oddities, faults: &faults)
      guard plan.isDoubled else { continue }
      note(.duplicate, in: &faults)
      write(plan, oddities, faults: &faults)
    }
    close("CINdetails")
  }

  private mutating func write(
    _ assessment: PlannedAssessment, _ oddities: Oddities, faults: inout [PlantedFault]
  ) {
    open("Assessments")
    element("AssessmentActualStartDate", assessment.started)
    if let checkpoint = assessment.checkpoint {
      element("AssessmentInternalReviewDate", checkpoint)
    }
    if let authorised = assessment.authorised {
      element("AssessmentAuthorisationDate", authorised, faults: &faults)
      if oddities.contains(.emptyWrapper) {
        empty("FactorsIdentifiedAtAssessment")
      } else {
        let factors = CensusWriter.factors
        open("FactorsIdentifiedAtAssessment")
        for offset in 0..<2 {
          let index = (Int(authorised.day.number) + offset * 5) % factors.count
          element("AssessmentFactors", factors[index])
        }
        close("FactorsIdentifiedAtAssessment")
      }
    }
    close("Assessments")
  }

  private mutating func write(
    _ enquiry: PlannedEnquiry, _ oddities: Oddities, faults: inout [PlantedFault]
  ) {
    open("Section47")
    element("S47ActualStartDate", enquiry.opened)
    if let conference = enquiry.conference {
      element("DateOfInitialCPC", conference, faults: &faults)
    }
    element(
      "ICPCnotRequired", enquiry.isConferenceNotRequired,
      isWorded: oddities.contains(.wordedTruth))
    close("Section47")
  }

  private mutating func write(
    _ plan: PlannedPlan, _ oddities: Oddities, faults: inout [PlantedFault]
  ) {
    if let kind = plan.fault { note(kind, in: &faults) }
    open("ChildProtectionPlans")
    element("CPPstartDate", plan.opened)
    if let ended = plan.ended { element("CPPendDate", ended) }
    element("InitialCategoryOfAbuse", plan.category.censusCode)
    element("LatestCategoryOfAbuse", plan.category.censusCode)
    element("NumberOfPreviousCPP", "0")
    if oddities.contains(.reviewGroups) {
      for review in plan.reviews { write([review]) }
    } else if !plan.reviews.isEmpty {
      write(plan.reviews)
    }
    close("ChildProtectionPlans")
  }

  private mutating func write(_ reviews: [CivilDay]) {
    open("Reviews")
    for review in reviews { element("CPPreviewDate", review) }
    close("Reviews")
  }

  private static let sources = ["1A", "2A", "3A", "3E", "4", "5D", "6", "8"]
  private static let factors = [
    "1A", "2B", "3A", "3B", "4A", "4B", "7A", "15A", "16A", "17A", "21",
  ]
}
