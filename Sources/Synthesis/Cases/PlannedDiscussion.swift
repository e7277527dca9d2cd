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
