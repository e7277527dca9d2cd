/// A strategy meeting after a discussion.
struct PlannedMeeting: Sendable {
  var at: PlannedMoment
  var chair: PlannedRole?
  var participants: [PlannedParticipant] = []
}
