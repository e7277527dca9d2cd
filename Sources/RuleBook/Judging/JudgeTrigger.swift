import CaseModel
import Clocks

/// One thing that a rule is applied to.
struct JudgeTrigger {
  /// What the check says that triggered it.
  var trigger: Check.Trigger
  /// The process that it is or lies in; -1 for none.
  var process: Int32
  /// The event that it is; -1 where it is a process.
  var event: Int32
  /// When it was.
  var moment: Moment
  /// The feeds that hold it.
  var feeds: FeedSet
  /// Whether the rule is applied to it.
  var applies: Truth
  /// Why that is not known.
  var doubts: ReasonSet = []
}
