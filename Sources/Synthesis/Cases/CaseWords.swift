/// The kind of harm that a concern is about, as the local procedure sorts it.
enum HarmCategory: CaseIterable, Sendable {
  case physicalHarm
  case neglect
  case penetrativeSexualAbuse
  case emotionalAbuse
  case other

  /// Whether the local procedure wants a discussion on the same day: each concern of these kinds is
  /// planted as a serious risk, and each other one as none.
  var isSameDay: Bool { self != .emotionalAbuse && self != .other }

  /// The word of the local lists.
  var localWord: String {
    switch self {
    case .physicalHarm: "Physical harm"
    case .neglect: "Neglect"
    case .penetrativeSexualAbuse: "Penetrative sexual abuse"
    case .emotionalAbuse: "Emotional abuse"
    case .other: "Other"
    }
  }

  /// The word of the vocabulary.
  var word: String {
    switch self {
    case .physicalHarm: "physical_harm"
    case .neglect: "neglect"
    case .penetrativeSexualAbuse: "penetrative_sexual_abuse"
    case .emotionalAbuse: "emotional_abuse"
    case .other: "other"
    }
  }

  /// The code of the census.
  var censusCode: String {
    switch self {
    case .physicalHarm: "PHY"
    case .neglect: "NEG"
    case .penetrativeSexualAbuse: "SAB"
    case .emotionalAbuse: "EMO"
    case .other: "MUL"
    }
  }
}

/// What a section 47 enquiry came to, in the words of each export.
enum EnquiryOutcome: Sendable {
  case conference
  case substantiated
  case notSubstantiated
  case transferred

  /// The word of the local list; the first holds a comma on purpose.
  var localWord: String {
    switch self {
    case .conference: "Substantiated, conference needed"
    case .substantiated: "Substantiated"
    case .notSubstantiated: "Not substantiated"
    case .transferred: "Transferred"
    }
  }

  /// The word of the interchange format.
  var word: String {
    switch self {
    case .conference: "conference_needed"
    case .substantiated: "substantiated"
    case .notSubstantiated: "not_substantiated"
    case .transferred: "transferred"
    }
  }
}

/// Why an episode was closed, in the words of each export.
enum CloseReason: Sendable {
  case noLongerInNeed
  case afterAssessment
  case transferred
  case died

  /// The word of the local lists.
  var localWord: String {
    switch self {
    case .noLongerInNeed: "No longer in need"
    case .afterAssessment: "Closed after assessment"
    case .transferred: "Transferred"
    case .died: "Died"
    }
  }

  /// The word of the vocabulary.
  var word: String {
    switch self {
    case .noLongerInNeed: "no_longer_in_need"
    case .afterAssessment: "closed_after_assessment"
    case .transferred: "transferred"
    case .died: "died"
    }
  }

  /// The code of the census.
  var censusCode: String {
    switch self {
    case .noLongerInNeed: "RC7"
    case .afterAssessment: "RC8"
    case .transferred: "RC5"
    case .died: "RC2"
    }
  }
}

/// A role at a discussion or a meeting, in the words of the exports.
enum PlannedRole: CaseIterable, Sendable {
  case socialWorker
  case teamManager
  case serviceManager
  case headOfService
  case police
  case health
  case schoolNurse
  case education
  case probation

  /// The word of the local lists.
  var localWord: String {
    switch self {
    case .socialWorker: "Social worker"
    case .teamManager: "Team manager"
    case .serviceManager: "Service manager"
    case .headOfService: "Head of service"
    case .police: "Police"
    case .health: "Health"
    case .schoolNurse: "School nurse"
    case .education: "Education"
    case .probation: "Probation"
    }
  }

  /// The word of the vocabulary.
  var word: String {
    switch self {
    case .socialWorker: "social_worker"
    case .teamManager: "team_manager"
    case .serviceManager: "service_manager"
    case .headOfService: "head_of_service"
    case .police: "police"
    case .health: "health"
    case .schoolNurse: "school_nurse"
    case .education: "education"
    case .probation: "probation"
    }
  }
}

/// The codes of teams and workers; nobody has a name.
enum StaffCode {
  /// `T01` to `T12`.
  static func team(_ number: Int) -> String { "T" + (number < 10 ? "0" : "") + String(number) }

  /// `W001` and on.
  static func worker(_ number: Int) -> String {
    let digits = String(number)
    return "W" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
}
