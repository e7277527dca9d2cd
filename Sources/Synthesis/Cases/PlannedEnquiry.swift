import Clocks

/// A section 47 enquiry with its discussions; the first of them started it, on the day it opened.
struct PlannedEnquiry: Sendable {
  var ordinal: Int
  var opened: CivilDay
  var completed: CivilDay?
  var outcome: EnquiryOutcome = .notSubstantiated
  var conference: PlannedDate?
  var isConferenceNotRequired = false
  /// Whether the interchange file marks the discussion that started it.
  var isStartMarked = true
  var discussions: [PlannedDiscussion] = []
  var stays: [PlannedStay] = []
}

/// A strategy discussion with all that the local lists say of it.
struct PlannedDiscussion: Sendable {
  var ordinal: Int
  var at: PlannedMoment
  /// Whether the enquiry was started at it.
  var startedEnquiry = false
  var isComplexAbuse: Bool? = false
  var isMeetingNeeded: Bool? = false
  var isFollowUpNeeded: Bool? = false
  var participants: [PlannedParticipant] = []
  var meeting: PlannedMeeting?
  var followUp: PlannedMoment?
  var circulation: [PlannedCirculation] = []
}

/// A strategy meeting after a discussion.
struct PlannedMeeting: Sendable {
  var at: PlannedMoment
  var chair: PlannedRole?
  var participants: [PlannedParticipant] = []
}

/// Who had which part in a discussion or a meeting.
struct PlannedParticipant: Sendable {
  var role: PlannedRole
  var part: PlannedPart = .attended
}

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

/// The record of a discussion, sent to one role.
struct PlannedCirculation: Sendable {
  var role: PlannedRole
  var at: PlannedMoment
}

/// A stay in hospital.
struct PlannedStay: Sendable {
  var ordinal: Int
  var admitted: CivilDay
  var discharged: PlannedMoment?
  var dischargeMeeting: PlannedMoment?
}
