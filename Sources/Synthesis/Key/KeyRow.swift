/// The expected answer of one check, on the roads where it is the same.
///
/// A row that is *invalid* or *not evaluable* says nothing by an empty start, due or satisfied.
struct KeyRow: Sendable {
  var roads: Road
  var rule: KeyRule
  var trigger: PlannedMoment
  var start: PlannedMoment?
  var due: PlannedMoment?
  var satisfied: PlannedMoment?
  var outcome: KeyOutcome
  var reason: KeyReason?
}
