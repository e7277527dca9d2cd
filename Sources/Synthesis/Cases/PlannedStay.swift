import Clocks

/// A stay in hospital.
struct PlannedStay: Sendable {
  var ordinal: Int
  var admitted: CivilDay
  var discharged: PlannedMoment?
  var dischargeMeeting: PlannedMoment?
}
