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
  var requirement: Requirement
  /// Before which day events do not count.
  var notBefore: LimitTerm?
  /// What ends the clock.
  var stops: [RuleStop]
  /// The process that must be open for events to count; its end ends the clock.
  var whileOpen: ProcessKind?
  /// Whether no answer by the due day counts as one.
  var isSilenceAgreement = false
  /// The hour to which the clock may run on.
  var endsAt: RuleEnding?
  /// Whether what came outside office hours counts as received on the next working day.
  var rollsToWorkingDay = false
  /// Who may agree a delay.
  var delay: RuleDelay?
  /// Another calendar than the pack's.
  var calendar: String?
  /// How long before due the worklist warns.
  var dueSoon: Limit?
}
