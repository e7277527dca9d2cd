import CaseModel
import Clocks

extension Judge {
  /// Looks back: the last event of a type on or before the trigger and after the trigger before it.
  func precedence(
    _ type: EventType, _ triggers: [JudgeTrigger], _ position: Int, rule index: Int,
    _ record: ChildRecord, _ check: inout Check, _ split: inout CaseSplit
  ) -> Outcome {
    let trigger = triggers[position]
    guard let anchor = trigger.moment.instants else {
      let reason: Reason = trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing
      return split.choose(2, reason) == 0 ? .met : .notMet
    }
    var doubts: ReasonSet = []
    var isSure = false
    for (row, event) in record.events.enumerated()
    where event.type == type && event.state == .held && Int32(row) != trigger.event {
      guard Links.relation(of: event.process, to: trigger.process, in: record) == .linked,
        !isEarlierTriggers(event, triggers, position, record)
      else { continue }
      guard let range = event.at.instants else {
        doubts.insert(
          ReasonSet(event.at.precision == .unreadable ? .dateUnreadable : .dateMissing))
        continue
      }
      // What a process is triggered by happened on the day on which it opened.
      let isOneDay =
        trigger.event < 0 && event.at.civilDay == trigger.moment.civilDay
        && !(event.at.hasTime && trigger.moment.hasTime)
      if range.upperBound <= anchor.lowerBound || isOneDay
        || event.at == trigger.moment && event.at.precision == .minute
      {
        isSure = true
        if !check.satisfied.isKnown || Judge.isBefore(check.satisfied, event.at) {
          check.satisfied = event.at
          check.satisfiedBy = Int32(row)
        }
      } else if range.lowerBound <= anchor.upperBound {
        doubts.insert(ReasonSet(.timeNeeded))
      }
    }
    if isSure { return .met }
    if evaluabilities[index].allOf.isDisjoint(with: trigger.feeds) {
      doubts.insert(ReasonSet(.notCarried))
    }
    guard !doubts.isEmpty else { return .notMet }
    return split.choose(2, doubts) == 0 ? .met : .notMet
  }

  /// Whether an event belongs to an earlier trigger of the same process.
  func isEarlierTriggers(
    _ event: EventRow, _ triggers: [JudgeTrigger], _ position: Int, _ record: ChildRecord
  ) -> Bool {
    for (place, other) in triggers.enumerated() where place != position {
      guard other.process == triggers[position].process,
        Judge.isBefore(other.moment, triggers[position].moment),
        !Judge.isBefore(other.moment, event.at)
      else { continue }
      return true
    }
    return false
  }

  /// Whether the trigger does not come before the earliest day.
  func earliestDay(
    _ edition: CompiledEdition, _ scope: ConditionScope, _ trigger: JudgeTrigger, rule index: Int,
    _ record: ChildRecord, _ check: inout Check, _ split: inout CaseSplit
  ) -> Outcome {
    guard let day = trigger.moment.day, let term = edition.notBefore else {
      let reason: Reason = trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing
      return split.choose(2, reason) == 0 ? .met : .notMet
    }
    let job = ClockJob(
      trigger: trigger, edition: edition, evaluability: evaluabilities[index],
      isListComplete: false,
      feeds: feeds, feedReadings: Judge.allFeeds)
    let tier = CompiledEdition.Tier(
      choice: .only, terms: [term], condition: nil, reading: .atStart, isElapsed: false)
    switch job.clock(tier, 0, from: .day(day), scope, &check, &split, record) {
    case nil:
      // What it is counted from has not come.
      check.due = .absent
      return .notRequired
    case .unknown(let reason):
      check.due = .absent
      return split.choose(2, reason) == 0 ? .met : .notMet
    case .runs(let window, _):
      check.due = .day(CivilDay(number: Int32(clamping: window.due)))
      return Int64(day.number) >= window.due ? .met : .notMet
    }
  }

  /// Whether enough of the last events of the trigger's type fulfil a condition.
  func pattern(
    _ count: Int, ofLast last: Int, _ edition: CompiledEdition, _ scope: ConditionScope,
    _ trigger: JudgeTrigger, _ record: ChildRecord, _ split: inout CaseSplit
  ) -> Outcome {
    let own = record.events[Int(trigger.event)]
    var before: [Int32] = []
    var undated: [Int32] = []
    for (row, event) in record.events.enumerated()
    where event.type == own.type && event.state == .held && Int32(row) != trigger.event
      && Links.relation(of: event.process, to: trigger.process, in: record) == .linked
    {
      guard event.at.isKnown, own.at.isKnown else {
        undated.append(Int32(row))
        continue
      }
      if Judge.isListedBefore(event.at, own.at)
        || event.at == own.at && isListedBefore(event, own)
      {
        before.append(Int32(row))
      }
    }
    before.sort { left, right in
      let (first, second) = (record.events[Int(left)], record.events[Int(right)])
      return first.at == second.at
        ? isListedBefore(first, second) : Judge.isListedBefore(first.at, second.at)
    }
    if !undated.isEmpty || !own.at.isKnown {
      // Nobody knows which events are the last.
      let isUnreadable = ([trigger.event] + undated).contains {
        record.events[Int($0)].at.precision == .unreadable
      }
      switch split.choose(2, isUnreadable ? .dateUnreadable : .dateMissing) {
      case 0: return .met
      default: return .notMet
      }
    }
    guard before.count + 1 >= last else { return .notRequired }
    var fulfilled = 0
    for row in before.suffix(last - 1) + [trigger.event] {
      let event = record.events[Int(row)]
      var own = scope
      (own.process, own.event, own.at) = (event.process, row, event.at)
      if split.decide(edition.fulfils, own, record) { fulfilled += 1 }
    }
    return fulfilled >= count ? .met : .notMet
  }

  private func isListedBefore(_ left: EventRow, _ right: EventRow) -> Bool {
    (left.source.file, left.source.line, left.source.column)
      < (right.source.file, right.source.line, right.source.column)
  }
}
