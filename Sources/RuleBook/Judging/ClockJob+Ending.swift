import CaseModel
import Clocks

extension ClockJob {
  /// What ended the clock first in one reading; nil if nothing has.
  func ending(
    _ window: ClockWindow, _ time: Timeline, _ scope: ConditionScope,
    _ split: inout CaseSplit, _ record: ChildRecord
  ) -> CompiledEdition.Ending? {
    var first: CompiledEdition.Ending?
    PossibleEnding.visitAll(
      of: edition, trigger, feeds, scope, from: window.startMoment, record
    ) { possible in
      var moment = possible.moment
      if !possible.others.isEmpty {
        let choice = split.choose(1 + possible.others.count, possible.doubt)
        if choice > 0 { moment = possible.others[choice - 1] }
      }
      if let ending = ending(moment, possible, window, time, &split),
        first.map({ ending.tick < $0.tick }) ?? true
      {
        first = ending
      }
      return true
    }
    return first
  }

  /// The ending at a moment in one reading; nil if it has not come or does not count.
  private func ending(
    _ moment: Moment, _ possible: PossibleEnding, _ window: ClockWindow, _ time: Timeline,
    _ split: inout CaseSplit
  ) -> CompiledEdition.Ending? {
    guard moment.precision != .absent, !time.isStillToCome(moment),
      possible.counts != .no, split.decide(possible.counts, ReasonSet(possible.countsDoubt))
    else { return nil }
    guard let range = time.ticks(moment) else {
      let reason: Reason = moment.precision == .unreadable ? .dateUnreadable : .dateMissing
      // It ended in time, or so late that it does not matter.
      guard split.choose(2, reason) == 0 else { return nil }
      return CompiledEdition.Ending(tick: window.due, moment: moment)
    }
    let isOneSided =
      range.lowerBound == range.upperBound || range.upperBound <= window.due
      || range.lowerBound > window.due
    let tick =
      isOneSided || split.choose(2, .timeNeeded) == 0 ? range.lowerBound : range.upperBound
    return CompiledEdition.Ending(tick: tick, moment: moment)
  }
}

extension CompiledEdition {
  /// Flags what an outcome of *met* or *met late* leaves odd: held after the clock had ended, or held
  /// though it is recorded as not required.
  func addOddities(
    _ check: inout Check, _ trigger: JudgeTrigger, _ feeds: [Feed], _ scope: ConditionScope,
    _ record: ChildRecord
  ) {
    var isAfterEnding = false
    PossibleEnding.visitAll(of: self, trigger, feeds, scope, from: check.start, record) {
      possible in
      switch possible.cause {
      case .birthday, .opening, .event: return true
      case .death, .closing: break
      }
      isAfterEnding =
        possible.counts == .yes && !Judge.isAfter(possible.moment, asOf: check.asOf)
        && Judge.isBefore(possible.moment, check.satisfied)
      return !isAfterEnding
    }
    if isAfterEnding { check.flags.insert(.heldAfterClosing) }
    if notRequired?.truth(whenNotRequired(scope), record) == .yes {
      check.flags.insert(.heldThoughNotRequired)
    }
  }
}
