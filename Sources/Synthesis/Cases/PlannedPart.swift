/// The part that a role had in a discussion or a meeting.
enum PlannedPart: Sendable {
  case attended
  case apologies
  case invited

  /// The word of the local lists.
  var localWord: String {
    switch self {
    case .attended: "Attended"
    case .apologies: "Apologies"
    case .invited: "Invited"
    }
  }

  /// The word of the interchange format.
  var word: String {
    switch self {
    case .attended: "attended"
    case .apologies: "apologies"
    case .invited: "invited"
    }
  }
}
