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
