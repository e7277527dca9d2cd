import CaseModel
import Clocks

/// Room for judging one check, used again for the next.
struct Workspace {
  /// One moment at which the clock may have started.
  struct Start {
    /// When.
    var moment: Moment
    /// The event whose moment it is; -1 for a process's opening or the trigger itself.
    var event: Int32
  }

  /// The moments at which the clock may have started.
  var starts: [Start] = []
  /// Why there is more than one.
  var startDoubts = ReasonSet(.startUnclear)
  /// The events that may satisfy it, group by group.
  var candidates: [Candidate] = []
  /// Where each group ends among the candidates: one group, or one for each event or recipient.
  var groupEnds: [Int] = []
}
