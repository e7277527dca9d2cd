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
  var mayFollowClosing: Reason? = nil

  /// Where it can lie, as seen from one start and one due.
  struct Reach {
    /// It does not count: it lies before the start.
    var before = false
    /// It lies between the start and due.
    var inTime = false
    /// It lies after due.
    var late = false
    /// It does not count, or has not happened.
    var absent = false
    /// What is not certain about it.
    var reasons: ReasonSet = []
  }

  /// Where it can lie.
  ///
  /// - Parameters:
  ///   - start: the tick at which the clock starts, with the moment that it was read from.
  ///   - due: the last tick in time.
  ///   - time: the scale.
  ///   - isAfterStartDay: whether an event on the day of the start does not count.
  /// - Returns: every place that some reading gives it.
  func reach(
    start: (tick: Int64, moment: Moment), due: Int64, time: Timeline,
    isAfterStartDay: Bool
  ) -> Reach {
    var reach = Reach()
    guard let range = time.ticks(at) else {
      // It may also lie after the as-of, and then it has not happened yet.
      reach.inTime = true
      reach.late = time.now > due
      reach.absent = true
      reach.reasons = ReasonSet(at.precision == .unreadable ? .dateUnreadable : .dateMissing)
      addDoubts(&reach)
      return reach
    }
    guard !time.isStillToCome(at) else {
      reach.absent = true
      return reach
    }
    let isSameDay = at.civilDay == start.moment.civilDay
    let isOrderKnown = at.hasTime && start.moment.hasTime
    if isAfterStartDay, isSameDay {
      reach.before = true
      return reach
    }
    var low = range.lowerBound
    let high = min(range.upperBound, time.now)
    if low < start.tick {
      if time.isElapsed, isSameDay, !isOrderKnown {
        // The same day, and one of the two has no time: the record ties the answer to its cause.
        low = min(start.tick, high)
      } else {
        reach.before = true
        low = start.tick
      }
    }
    if low <= high {
      reach.inTime = low <= due
      reach.late = high > due
    }
    if [reach.before, reach.inTime, reach.late].count(where: { $0 }) > 1 {
      reach.reasons = ReasonSet(.timeNeeded)
    }
    addDoubts(&reach)
    return reach
  }

  private func addDoubts(_ reach: inout Reach) {
    guard reach.inTime || reach.late else { return }
    if counts == .unknown {
      reach.absent = true
      reach.reasons.insert(ReasonSet(.valueMissing))
    }
    if let mayFollowClosing {
      reach.absent = true
      reach.reasons.insert(ReasonSet(mayFollowClosing))
    }
    if mayBelongElsewhere {
      reach.absent = true
      reach.reasons.insert(ReasonSet(.linkUnclear))
    }
  }
}
