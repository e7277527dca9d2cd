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
