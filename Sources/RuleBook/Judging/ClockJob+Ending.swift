import CaseModel
import Clocks

extension ClockJob {
  /// When something ended a clock without satisfying it.
  struct Ending {
    var tick: Int64
    var moment: Moment
  }

  /// What ended the clock first in one reading; nil where nothing has.
  func ending(
    _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> Ending? {
    var first: Ending?
    func add(_ moment: Moment, _ truth: Truth, _ split: inout CaseSplit) {
      guard moment.precision != .absent, !time.isStillToCome(moment), truth != .no,
        split.decide(truth)
      else { return }
      let tick: Int64
      if let range = time.ticks(moment) {
        tick =
          range.lowerBound == range.upperBound || range.upperBound <= window.due
            || range.lowerBound > window.due || split.choose(2, .timeNeeded) == 0
          ? range.lowerBound : range.upperBound
      } else {
        let reason: Reason = moment.precision == .unreadable ? .dateUnreadable : .dateMissing
        // It ended in time, or so late that it does not matter.
        guard split.choose(2, reason) == 0 else { return }
        tick = window.due
      }
      if first.map({ tick < $0.tick }) ?? true { first = Ending(tick: tick, moment: moment) }
    }
    for stop in edition.stops {
      switch stop.fact {
      case .childDied: add(record.died, .yes, &split)
      case .childTurns(let age):
        if record.born.isKnown {
          add(.day(record.born.civilDay.birthday(age)), .yes, &split)
        }
      case .closed(let kind):
        add(closing(of: kind, window, record, &split), .yes, &split)
      case .closedForReason(let kind):
        let counts = isClosedForReason(kind, stop, record)
        if counts != .no { add(closing(of: kind, window, record, &split), counts, &split) }
      case .opened(let kind):
        for (row, process) in record.processes.enumerated()
        where process.kind == kind && Int32(row) != trigger.process
          && isAfterStart(process.opened, window)
        {
          var own = scope
          (own.process, own.at) = (Int32(row), process.opened)
          add(
            process.opened == .absent ? .missing : process.opened,
            stop.filter?.truth(own, record) ?? .yes, &split)
        }
      case .happened(let type):
        for (row, event) in record.events.enumerated()
        where event.type == type && event.state == .held && isAfterStart(event.at, window)
          && Links.relation(of: event.process, to: trigger.process, in: record) != .foreign
        {
          var own = scope
          (own.process, own.event, own.at) = (event.process, Int32(row), event.at)
          add(
            event.at == .absent ? .missing : event.at,
            stop.filter?.truth(own, record) ?? .yes, &split)
        }
      }
    }
    if let kind = edition.whileOpen {
      add(closing(of: kind, window, record, &split), .yes, &split)
    }
    return first
  }

  /// The closing of the linked process of a kind; one of several where the record gives several.
  ///
  /// Where no process is linked, as in lists without keys, it may be that of any that was open.
  private func closing(
    of kind: ProcessKind, _ window: ClockWindow, _ record: ChildRecord, _ split: inout CaseSplit
  ) -> Moment {
    guard let row = Links.process(of: kind, linkedTo: trigger.process, in: record) else {
      let moments =
        [.absent]
        + ClosingConflicts.unlinked(
          kind, to: trigger.process, openOn: window.startMoment.day, in: record)
      return moments.count == 1 ? .absent : moments[split.choose(moments.count, .linkUnclear)]
    }
    let closed = record.processes[Int(row)].closed
    let others = ClosingConflicts.others(of: row, in: record, vocabulary)
    guard !others.isEmpty else { return closed }
    let moments = [closed] + others.map { record.events[Int($0)].at }
    return moments[split.choose(moments.count, .feedsDisagree)]
  }

  /// Whether the linked process closed for one of the reasons of a stop.
  private func isClosedForReason(
    _ kind: ProcessKind, _ stop: CompiledStop, _ record: ChildRecord
  ) -> Truth {
    guard let row = Links.process(of: kind, linkedTo: trigger.process, in: record) else {
      return .no
    }
    let process = record.processes[Int(row)]
    guard process.closeReason.isPresent else {
      // Closed without a reason: nobody knows which, unless no export carries reasons at all.
      let isCarried = feeds.indices.contains {
        process.feeds.has(feed: $0) && feeds[$0].closeReasons.contains(kind)
      }
      return isCarried ? .unknown : .no
    }
    return Truth(stop.reasons.contains(process.closeReason))
  }

  /// Whether a moment is not certainly before the clock's start.
  private func isAfterStart(_ moment: Moment, _ window: ClockWindow) -> Bool {
    guard let day = moment.day, let start = window.startMoment.day else { return true }
    return day >= start
  }

  /// The earliest thing that has certainly ended the clock; absent where there is none.
  func earliestCertainEnding(_ scope: ConditionScope, _ record: ChildRecord) -> Moment {
    var earliest: Moment = .absent
    func add(_ moment: Moment) {
      guard moment.isKnown, !Judge.isAfter(moment, asOf: evaluability.asOf) else { return }
      if earliest == .absent || Judge.isBefore(moment, earliest) { earliest = moment }
    }
    func closed(_ kind: ProcessKind) -> Moment {
      Links.process(of: kind, linkedTo: trigger.process, in: record)
        .map { record.processes[Int($0)].closed } ?? .absent
    }
    for stop in edition.stops {
      switch stop.fact {
      case .childDied: add(record.died)
      case .closed(let kind): add(closed(kind))
      case .closedForReason(let kind):
        if isClosedForReason(kind, stop, record) == .yes { add(closed(kind)) }
      case .childTurns, .opened, .happened: break
      }
    }
    if let kind = edition.whileOpen { add(closed(kind)) }
    return earliest
  }
}
