/// What a correct judge makes of one check of a forms case.
///
/// Where start, due or satisfied is nil, nothing is said of it.
struct FormAnswer: Sendable {
  var rule: String
  /// When the trigger was, as the export shows it; nil for a date that cannot be read.
  var trigger: PlannedMoment?
  var start: PlannedMoment?
  var due: PlannedMoment?
  var satisfied: PlannedMoment?
  var outcome: String
  var reason = ""
}
