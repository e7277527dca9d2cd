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

/// What one run counted of a rule beside its checks.
public struct JudgeTally: Sendable, Hashable {
  /// Triggers met, those without a check included.
  public var triggers = 0
  /// Triggers that lie before the first edition and made no check.
  public var beforeFirstEdition = 0
  /// Events that could satisfy the rule, name no process and come after none of its triggers.
  public var unlinked = 0

  /// Nothing counted yet.
  public init() {}
}
