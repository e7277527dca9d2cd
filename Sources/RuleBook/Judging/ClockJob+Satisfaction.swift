import CaseModel
import Clocks

extension ClockJob {
  /// What the events come to in one reading.
  enum Satisfaction {
    /// Satisfied at a tick, by an event; by none where no export shows it.
    case at(Int64, Candidate?)
    /// There are events, and all of them lie before the start.
    case onlyBefore
    /// Nothing satisfies it.
    case none
  }

  /// What the events come to: every group must be satisfied, and the last of them decides.
  func satisfaction(
    _ window: ClockWindow, _ time: Timeline, _ believed: FeedSet, _ work: Workspace,
    _ check: inout Check, _ split: inout CaseSplit
  ) -> Satisfaction {
    var last: (tick: Int64, candidate: Candidate?)?
    var isOnlyBefore = false
    var isNone = false
    var first = 0
    for (place, end) in work.groupEnds.enumerated() {
      let group = work.candidates[first..<end]
      first = end
      let isCarried = isCarried(inGroup: place)
      switch self.group(group, window, time, believed, isCarried, &split) {
      case .at(let tick, let candidate):
        if last.map({ isLater(tick, candidate, $0) }) ?? true { last = (tick, candidate) }
      case .onlyBefore: isOnlyBefore = true
      case .none:
        isNone = true
        if edition.satisfier?.isByRecipient ?? false { check.unserved |= 1 << UInt32(place) }
      }
    }
    if edition.satisfier?.isToAllWhoAttended ?? false, !isListComplete || work.groupEnds.isEmpty {
      // Another person may have been there who was not served.
      if split.choose(2, .attendanceIncomplete) == 1 { return .none }
    }
    if isNone { return .none }
    if isOnlyBefore { return .onlyBefore }
    return last.map { .at($0.tick, $0.candidate) } ?? .none
  }

  /// Whether some feed carries the type of a group that decides.
  ///
  /// Where one of each type is needed, each group is of one type; where one type only shows another,
  /// that other decides.
  private func isCarried(inGroup place: Int) -> Bool {
    guard let satisfier = edition.satisfier else { return true }
    if satisfier.needsAll { return evaluability.seen.contains(satisfier.types[place]) }
    return !satisfier.isShownLater || evaluability.seen.contains(satisfier.types[0])
  }

  /// Whether one group was satisfied later than another.
  private func isLater(
    _ tick: Int64, _ candidate: Candidate?, _ other: (tick: Int64, candidate: Candidate?)
  ) -> Bool {
    guard tick == other.tick, let candidate, let before = other.candidate else {
      return tick > other.tick
    }
    return Judge.isListedBefore(before.at, candidate.at)
  }

  /// The first event of a group that counts, or as many as the rule says before it.
  private func group(
    _ candidates: ArraySlice<Candidate>, _ window: ClockWindow, _ time: Timeline,
    _ believed: FeedSet, _ isCarried: Bool, _ split: inout CaseSplit
  ) -> Satisfaction {
    let ordinal = edition.satisfier?.ordinal ?? 1
    guard ordinal == 1 else {
      return ordinalGroup(ordinal, candidates, window, time, believed, &split)
    }
    var best: (tick: Int64, candidate: Candidate)?
    var isBefore = false
    func look(_ candidate: Candidate, _ split: inout CaseSplit) {
      guard let tick = tick(of: candidate, window, time, &isBefore, &split) else { return }
      if best.map({ tick < $0.tick || tick == $0.tick && precedes(candidate, $0.candidate) })
        ?? true
      {
        best = (tick, candidate)
      }
    }
    // What is certain comes first: where it is in time, nothing else matters.
    for candidate in candidates
    where candidate.isCertain && isPrecise(candidate, time) && isBelieved(candidate, believed) {
      look(candidate, &split)
    }
    if best.map({ $0.tick > window.due }) ?? true {
      for candidate in candidates
      where !(candidate.isCertain && isPrecise(candidate, time))
        && isBelieved(candidate, believed)
      {
        look(candidate, &split)
        if let best, best.tick <= window.due { break }
      }
    }
    if let best, best.tick <= window.due { return .at(best.tick, best.candidate) }
    if best != nil || !isBefore || !(edition.satisfier?.isOnce ?? false) {
      let latest = candidates.compactMap { time.ticks($0.at)?.lowerBound }.max()
      switch unseen(
        window, time, latest: latest, hasLate: best != nil, isCarried: isCarried, &split)
      {
      case .inTime: return .at(window.due, best?.candidate)
      case .late: return .at(window.due + 1, nil)
      case .no: break
      }
    }
    if let best { return .at(best.tick, best.candidate) }
    return isBefore ? .onlyBefore : .none
  }

  /// The tick at which an event counts in this reading; nil where it does not.
  private func tick(
    of candidate: Candidate, _ window: ClockWindow, _ time: Timeline, _ isBefore: inout Bool,
    _ split: inout CaseSplit
  ) -> Int64? {
    let placement = candidate.placement(
      window, time, isAfterStartDay: edition.satisfier?.isAfterStartDay ?? false, &split)
    switch placement {
    case .absent: return nil
    case .before:
      guard edition.satisfier?.isAlsoBeforeStart ?? false else {
        isBefore = true
        return nil
      }
      guard time.ticks(candidate.at).map({ $0.lowerBound >= window.earliest }) ?? true else {
        return nil
      }
      return window.start
    case .at(let tick):
      guard tick >= window.earliest else { return nil }
      return tick
    }
  }

  /// Whether an event that is certain lies on one tick.
  private func isPrecise(_ candidate: Candidate, _ time: Timeline) -> Bool {
    guard let range = time.ticks(candidate.at) else { return false }
    return range.lowerBound == range.upperBound
  }

  private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.at != right.at { return Judge.isListedBefore(left.at, right.at) }
    // Of one moment the first of the list decides: it is in the order of the lines of the files.
    return false
  }

  private func ordinalGroup(
    _ ordinal: Int, _ candidates: ArraySlice<Candidate>, _ window: ClockWindow, _ time: Timeline,
    _ believed: FeedSet, _ split: inout CaseSplit
  ) -> Satisfaction {
    var counted: [(tick: Int64, candidate: Candidate)] = []
    var isBefore = false
    for candidate in candidates where isBelieved(candidate, believed) {
      if let tick = tick(of: candidate, window, time, &isBefore, &split) {
        counted.append((tick, candidate))
      }
    }
    counted.sort {
      $0.tick == $1.tick ? precedes($0.candidate, $1.candidate) : $0.tick < $1.tick
    }
    if counted.count >= ordinal, counted[ordinal - 1].tick <= window.due {
      return .at(counted[ordinal - 1].tick, counted[ordinal - 1].candidate)
    }
    let latest = counted.last?.tick
    switch unseen(
      window, time, latest: latest, hasLate: counted.count >= ordinal, isCarried: true, &split)
    {
    case .inTime: return .at(window.due, nil)
    case .late: return .at(window.due + 1, nil)
    case .no: break
    }
    guard counted.count >= ordinal else { return .none }
    return .at(counted[ordinal - 1].tick, counted[ordinal - 1].candidate)
  }

  // MARK: What the feeds show

  /// Whether an event happened as far as some feeds say: they hold it, or are older than it.
  private func isBelieved(_ candidate: Candidate, _ believed: FeedSet) -> Bool {
    if candidate.feeds.isEmpty || !candidate.feeds.isDisjoint(with: believed) { return true }
    return feeds.indices.allSatisfy { index in
      !believed.has(feed: index) || Judge.isAfter(candidate.at, asOf: feeds[index].asOf)
    }
  }

  /// What may have happened where no feed would show it.
  private enum Unseen {
    case no
    case inTime
    case late
  }

  private func unseen(
    _ window: ClockWindow, _ time: Timeline, latest: Int64?, hasLate: Bool, isCarried: Bool,
    _ split: inout CaseSplit
  ) -> Unseen {
    let seen = evaluability.allOf.intersection(trigger.feeds)
    let reason: Reason
    if !isCarried {
      reason = .notCarried
    } else if !seen.isEmpty {
      guard !isCovered(seen, window, time) else { return .no }
      reason = .outsideWindow
    } else if !evaluability.latestOf.isDisjoint(with: trigger.feeds) {
      guard let latest, latest > window.due else { return .no }
      return split.choose(2, .latestOnly) == 1 ? .inTime : .no
    } else {
      reason = .notCarried
    }
    // Anything unseen may be late too, where due has passed and nothing late is seen.
    switch split.choose(!hasLate && window.due < time.now ? 3 : 2, reason) {
    case 1: return .inTime
    case 2: return .late
    default: return .no
    }
  }

  /// Whether some feed covers the interval from the start to due, or to now where that is earlier.
  private func isCovered(_ seen: FeedSet, _ window: ClockWindow, _ time: Timeline) -> Bool {
    // What counts from before the start too has to be covered from where it begins to count.
    let isEarlier = edition.satisfier?.isAlsoBeforeStart ?? false
    let begin =
      isEarlier && window.earliest > .min ? min(window.start, window.earliest) : window.start
    var first: CivilDay?
    var last: CivilDay?
    for (index, feed) in feeds.enumerated() where seen.has(feed: index) {
      guard let period = feed.period else { return true }
      first = first ?? time.moment(begin).civilDay
      last =
        last ?? time.moment(max(window.start, min(window.due, time.now))).civilDay
      if let first, let last, period.contains(first), period.contains(last) { return true }
    }
    return false
  }
}
