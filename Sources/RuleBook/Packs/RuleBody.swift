import CaseModel
import Clocks

/// What one edition of a rule says, read and checked against the vocabulary.
struct RuleBody: Sendable, Hashable {
  /// What it is applied to.
  var forEach: RuleTrigger
  /// False means not required.
  var condition: Condition?
  /// True, with nothing held, means not required.
  var notRequired: Condition?
  /// Where the clock starts; nil for the trigger itself.
  var starts: RuleStart?
  /// Where the child's own clock starts: the first of these.
  var livedFrom: [EventType]
  /// What is asked for.
  var duty: RuleDuty
  /// What ends the clock.
  var stops: [RuleStop]
  /// The process that must be open for events to count; its end ends the clock.
  var whileOpen: ProcessKind?
  /// How long before due the worklist warns.
  var dueSoon: Limit?
}
