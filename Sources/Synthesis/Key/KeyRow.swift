/// The expected answer of one check, on the roads where it is the same.
///
/// A row that is *invalid* or *not evaluable* says nothing by an empty start, due or satisfied.
struct KeyRow: Sendable {
  var roads: Road
  var rule: KeyRule
  var trigger: PlannedMoment
  /// Whether the export shows when the check was triggered; the key's trigger is empty if not.
  var isTriggerShown = true
  var start: PlannedMoment?
  var due: PlannedMoment?
  var satisfied: PlannedMoment?
  var outcome: KeyOutcome
  var reason: KeyReason?
}
