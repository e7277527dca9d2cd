import CaseModel
import Clocks

/// An event that may satisfy a check.
struct Candidate {
  /// Its row; -1 where it is the closing of the trigger's process.
  var event: Int32
  /// When it happened.
  var at: Moment
  /// Whether it counts.
  var counts: Truth
  /// Whether it may belong to a later trigger of the rule instead.
  var mayBelongElsewhere: Bool
  /// The feeds that hold it.
  var feeds: FeedSet
  /// Why it may have come after the process that must be open had closed; nil where it did not.
  var mayFollowClosing: Reason?
  /// Why it is open whether it counts.
  var doubt = Reason.valueMissing

  /// Whether nothing about it is open.
  var isCertain: Bool {
    counts == .yes && !mayBelongElsewhere && mayFollowClosing == nil && at.isKnown
  }

  /// Where it lies in one reading.
  enum Placement {
    /// It does not count, belongs elsewhere, or has not happened yet.
    case absent
    /// It lies before the start.
    case before
    /// It happened at a tick on or after the start.
    case at(Int64)
  }

  /// Where it lies in a reading, as seen from one start and one due.
  func placement(
    _ window: ClockWindow, _ time: Timeline, isAfterStartDay: Bool, _ split: inout CaseSplit
  ) -> Placement {
    guard split.decide(counts, ReasonSet(doubt)) else { return .absent }
    if let mayFollowClosing, split.choose(2, mayFollowClosing) == 1 { return .absent }
    if mayBelongElsewhere, split.choose(2, .linkUnclear) == 1 { return .absent }
    guard let range = time.ticks(at) else {
      // It may also lie after the as-of, and then it has not happened yet.
      let reason: Reason = at.precision == .unreadable ? .dateUnreadable : .dateMissing
      switch split.choose(time.now > window.due ? 3 : 2, reason) {
      case 0: return .at(min(max(window.start, window.earliest), window.due))
      case 1: return .absent
      default: return .at(window.due + 1)
      }
    }
    guard !time.isStillToCome(at) else { return .absent }
    let isSameDay = at.civilDay == window.startMoment.civilDay
    if isAfterStartDay, isSameDay { return .before }
    // Limits of days compare days; what came first on one day, minutes can say.
    if !time.isElapsed, isSameDay, Judge.isBefore(at, window.startMoment) { return .before }
    var low = range.lowerBound
    let high = min(range.upperBound, time.now)
    if low < window.start, time.isElapsed, isSameDay,
      !(at.hasTime && window.startMoment.hasTime)
    {
      // The same day, and one of the two has no time: the record ties the answer to its cause.
      low = min(window.start, high)
      return .at(max(window.start, low == high ? low : pick(low, high, window, &split)))
    }
    let tick = low == high ? low : pick(low, high, window, &split)
    return tick < window.start ? .before : .at(tick)
  }

  /// One of the minutes at which an event known to the day may have happened: those on which
  /// something turns.
  private func pick(
    _ low: Int64, _ high: Int64, _ window: ClockWindow, _ split: inout CaseSplit
  ) -> Int64 {
    let turning = [low, window.start - 1, window.start, window.due, window.due + 1, high]
    var ticks: [Int64] = []
    for tick in turning where (low...max(low, high)).contains(tick) && !ticks.contains(tick) {
      ticks.append(tick)
    }
    return ticks.isEmpty ? low : ticks[split.choose(ticks.count, .timeNeeded)]
  }
}

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
