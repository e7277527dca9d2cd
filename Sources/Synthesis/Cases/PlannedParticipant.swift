/// Who had which part in a discussion or a meeting.
struct PlannedParticipant: Sendable {
  var role: PlannedRole
  var part: PlannedPart = .attended
}
