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
