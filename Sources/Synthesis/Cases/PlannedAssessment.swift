import Clocks

/// An assessment of an episode.
struct PlannedAssessment: Sendable {
  var ordinal: Int
  var started: CivilDay
  var checkpoint: CivilDay?
  var authorised: PlannedDate?
}
