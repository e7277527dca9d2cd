import CaseModel
import Clocks

/// Room for judging one deadline, used again for the next.
struct DeadlineWorkspace {
  /// One moment at which the clock may have started.
  struct Start {
    /// When.
    var moment: Moment
    /// The event whose moment it is; -1 for a process's opening or the trigger itself.
    var event: Int32
  }

  /// One reading of the record, with the outcomes that it leaves.
  struct Reading {
    var start: Int
    var tick: Int
    var tier: Int
    var feed: Int
    var possibilities: Possibilities
  }

  /// The moments at which the clock may have started.
  var starts: [Start] = []
  /// The events that may satisfy it, group by group: one group, or one for each recipient.
  var candidates: [Candidate] = []
  /// Where each group ends among the candidates.
  var groupEnds: [Int] = []
  /// The readings tried.
  var readings: [Reading] = []

  /// Empties it and keeps its room.
  mutating func clear() {
    starts.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    groupEnds.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
  }
}
