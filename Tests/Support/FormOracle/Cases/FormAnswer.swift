import Synthesis

/// The expected answer of one check, or that there is none.
///
/// What is nil is not stated: a judge may say of it what the record allows.
struct FormAnswer: Hashable, Sendable {
  var child: String
  var rule: FormRule
  var intention: String
  var outcome: FormOutcome
  var trigger: PlannedMoment?
  var start: PlannedMoment?
  var due: PlannedMoment?
  var satisfied: PlannedMoment?
  var reason: FormReason?
}
