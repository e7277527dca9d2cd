/// A time in police protection.
struct PlannedProtection: Sendable {
  var ordinal: Int
  var opened: PlannedMoment
  var ended: PlannedMoment?
  var fault: PlantedKind?
}
