import XMLReading

/// The elements of a children in need census, numbered in the order in which they are registered.
///
/// Source: the children in need census, 2017 to 2027, as its XML samples and unofficial schemas
/// show it; no official schema was found.
enum CensusName: UInt16, CaseIterable {
  case message = 1
  case header
  case collectionDetails
  case collection
  case year
  case referenceDate
  case source
  case sourceLevel
  case lea
  case softwareCode
  case release
  case serialNo
  case dateTime
  case content
  case cbdsLevels
  case cbdsLevel
  case children
  case child
  case childIdentifiers
  case laChildID
  case upn
  case formerUPN
  case upnUnknown
  case personBirthDate
  case expectedPersonBirthDate
  case sex
  case genderCurrent
  case personDeathDate
  case childCharacteristics
  case ethnicity
  case disabilities
  case disability
  case cinDetails
  case cinReferralDate
  case referralSource
  case primaryNeedCode
  case cinClosureDate
  case reasonForClosure
  case dateOfInitialCPC
  case assessments
  case assessmentActualStartDate
  case assessmentInternalReviewDate
  case assessmentAuthorisationDate
  case factorsIdentifiedAtAssessment
  case assessmentFactors
  case cinPlanDates
  case cinPlanStartDate
  case cinPlanEndDate
  case section47
  case s47ActualStartDate
  case initialCPCtarget
  case icpcNotRequired
  case referralNFA
  case childProtectionPlans
  case cppStartDate
  case cppEndDate
  case initialCategoryOfAbuse
  case latestCategoryOfAbuse
  case numberOfPreviousCPP
  case reviews
  case cppReviews
  case cppReviewDate
  case preProceedings
  case ppStartDate
  case lbpSentDate
  case initialPPMeetingDate
  case stepDecisionDate
  case courtAppDate
  case letterInitCPDate
  case reviewMeetingsCount
  case fgdmMeetingOffer
  case fgdmMeetingFac
  case ppOutcome

  /// The name of the element, as the census spells it.
  var spelling: String {
    switch self {
    case .message: "Message"
    case .header: "Header"
    case .collectionDetails: "CollectionDetails"
    case .collection: "Collection"
    case .year: "Year"
    case .referenceDate: "ReferenceDate"
    case .source: "Source"
    case .sourceLevel: "SourceLevel"
    case .lea: "LEA"
    case .softwareCode: "SoftwareCode"
    case .release: "Release"
    case .serialNo: "SerialNo"
    case .dateTime: "DateTime"
    case .content: "Content"
    case .cbdsLevels: "CBDSLevels"
    case .cbdsLevel: "CBDSLevel"
    case .children: "Children"
    case .child: "Child"
    case .childIdentifiers: "ChildIdentifiers"
    case .laChildID: "LAchildID"
    case .upn: "UPN"
    case .formerUPN: "FormerUPN"
    case .upnUnknown: "UPNunknown"
    case .personBirthDate: "PersonBirthDate"
    case .expectedPersonBirthDate: "ExpectedPersonBirthDate"
    case .sex: "Sex"
    case .genderCurrent: "GenderCurrent"
    case .personDeathDate: "PersonDeathDate"
    case .childCharacteristics: "ChildCharacteristics"
    case .ethnicity: "Ethnicity"
    case .disabilities: "Disabilities"
    case .disability: "Disability"
    case .cinDetails: "CINdetails"
    case .cinReferralDate: "CINreferralDate"
    case .referralSource: "ReferralSource"
    case .primaryNeedCode: "PrimaryNeedCode"
    case .cinClosureDate: "CINclosureDate"
    case .reasonForClosure: "ReasonForClosure"
    case .dateOfInitialCPC: "DateOfInitialCPC"
    case .assessments: "Assessments"
    case .assessmentActualStartDate: "AssessmentActualStartDate"
    case .assessmentInternalReviewDate: "AssessmentInternalReviewDate"
    case .assessmentAuthorisationDate: "AssessmentAuthorisationDate"
    case .factorsIdentifiedAtAssessment: "FactorsIdentifiedAtAssessment"
    case .assessmentFactors: "AssessmentFactors"
    case .cinPlanDates: "CINPlanDates"
    case .cinPlanStartDate: "CINPlanStartDate"
    case .cinPlanEndDate: "CINPlanEndDate"
    case .section47: "Section47"
    case .s47ActualStartDate: "S47ActualStartDate"
    case .initialCPCtarget: "InitialCPCtarget"
    case .icpcNotRequired: "ICPCnotRequired"
    case .referralNFA: "ReferralNFA"
    case .childProtectionPlans: "ChildProtectionPlans"
    case .cppStartDate: "CPPstartDate"
    case .cppEndDate: "CPPendDate"
    case .initialCategoryOfAbuse: "InitialCategoryOfAbuse"
    case .latestCategoryOfAbuse: "LatestCategoryOfAbuse"
    case .numberOfPreviousCPP: "NumberOfPreviousCPP"
    case .reviews: "Reviews"
    case .cppReviews: "CPPreviews"
    case .cppReviewDate: "CPPreviewDate"
    case .preProceedings: "PreProceedingsandFGDM"
    case .ppStartDate: "PPStartDate"
    case .lbpSentDate: "LBPSentDate"
    case .initialPPMeetingDate: "InitialPPMeetingDate"
    case .stepDecisionDate: "StepDecisionDate"
    case .courtAppDate: "CourtAppDate"
    case .letterInitCPDate: "LetterInitCPDate"
    case .reviewMeetingsCount: "ReviewMeetingsCount"
    case .fgdmMeetingOffer: "FGDMMeetingOffer"
    case .fgdmMeetingFac: "FGDMMeetingFac"
    case .ppOutcome: "PPOutcome"
    }
  }

  /// Whether only some years have it.
  var dependsOnYear: Bool {
    switch self {
    case .cinPlanDates, .sex, .genderCurrent, .preProceedings: true
    default: false
    }
  }

  /// Whether its value is a code of a list.
  var hasCodes: Bool {
    switch self {
    case .upnUnknown, .sex, .genderCurrent, .ethnicity, .disability, .referralSource,
      .primaryNeedCode, .reasonForClosure, .assessmentFactors, .icpcNotRequired, .referralNFA,
      .initialCategoryOfAbuse, .latestCategoryOfAbuse:
      true
    default: false
    }
  }

  /// Whether its value is read, so that it must not be passed over in silence.
  var isFact: Bool {
    switch self {
    case .laChildID, .personBirthDate, .expectedPersonBirthDate, .personDeathDate,
      .cinReferralDate, .cinClosureDate, .reasonForClosure, .dateOfInitialCPC,
      .assessmentActualStartDate, .assessmentInternalReviewDate, .assessmentAuthorisationDate,
      .cinPlanStartDate, .cinPlanEndDate, .s47ActualStartDate, .initialCPCtarget,
      .icpcNotRequired, .referralNFA, .cppStartDate, .cppEndDate, .cppReviewDate, .ppStartDate,
      .lbpSentDate, .initialPPMeetingDate:
      true
    default: false
    }
  }

  /// Whether its value is a date that is read of a child.
  var isDate: Bool {
    switch self {
    case .personBirthDate, .expectedPersonBirthDate, .personDeathDate, .cinReferralDate,
      .cinClosureDate, .dateOfInitialCPC, .assessmentActualStartDate,
      .assessmentInternalReviewDate, .assessmentAuthorisationDate, .cinPlanStartDate,
      .cinPlanEndDate, .s47ActualStartDate, .initialCPCtarget, .cppStartDate, .cppEndDate,
      .cppReviewDate, .ppStartDate, .lbpSentDate, .initialPPMeetingDate:
      true
    default: false
    }
  }

  /// A reader that knows all of them.
  static let reader = XMLReader(names: allCases.map(\.spelling))
}
