/// The record of a discussion, sent to one role.
struct PlannedCirculation: Sendable {
  var role: PlannedRole
  var at: PlannedMoment
}
