import CaseModel
import Clocks

extension Judge {
  /// Judges whether all processes of a kind together lasted no longer than a cap in the time that
  /// ends with one of them.
  ///
  /// - Returns: nil where the process lies before the rule's first edition.
  mutating func cap(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord
  ) -> Check? {
    let trigger = triggers[position]
    guard let editionIndex = edition(of: index, at: trigger.moment) else { return nil }
    let edition = compiled.rules[index].editions[editionIndex]
    guard case .atMostInAny(let form) = edition.body.requirement else { return nil }
    let (cap, window) = (form.cap, form.window)
    let evaluability = evaluabilities[index]
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = evaluability.asOf
    check.start = trigger.moment
    guard !isContradiction(trigger, asOf: evaluability.asOf, record) else {
      check.outcome = .invalid
      return check
    }
    let time = cap.isElapsed ? evaluability.minutes : evaluability.days
    let scope = ConditionScope(
      process: trigger.process, event: -1, at: trigger.moment, feeds: trigger.feeds,
      rule: evaluability, calendar: edition.calendar)
    let calendar = edition.calendar
    everyReading(&check) { check, _, split in
      guard split.decide(trigger.applies, trigger.doubts),
        split.decide(edition.condition, scope, record)
      else {
        check.outcome = .notRequired
        return
      }
      guard
        let own = CapSpan(record.processes[Int(trigger.process)], time, &split)
      else {
        let process = record.processes[Int(trigger.process)]
        let isUnreadable =
          process.opened.precision == .unreadable || process.closed.precision == .unreadable
        let reason: Reason = isUnreadable ? .dateUnreadable : .dateMissing
        check.outcome = split.choose(2, reason) == 0 ? .met : .notMet
        return
      }
      let end = time.moment(own.end).civilDay
      guard let first = DueDate.day(window, before: end, calendar: calendar) else {
        check.outcome = split.choose(2, .outsideCalendar) == 0 ? .met : .notMet
        return
      }
      let from =
        time.isElapsed ? Moment.instants(of: first).lowerBound.minutes : Int64(first.number)
      var total: Int64 = 0
      for other in triggers where split.decide(other.applies, other.doubts) {
        guard let span = CapSpan(record.processes[Int(other.process)], time, &split) else {
          let process = record.processes[Int(other.process)]
          let isUnreadable =
            process.opened.precision == .unreadable || process.closed.precision == .unreadable
          // It may fill the cap, or lie outside the time altogether.
          if split.choose(2, isUnreadable ? .dateUnreadable : .dateMissing) == 1 {
            total += Int64.max / 4096
          }
          continue
        }
        total += max(0, min(span.end, own.end) - max(span.start, from))
      }
      let most = Int64(cap.count) * (cap.unit == .hours ? 60 : cap.unit == .weeks ? 7 : 1)
      if total > most {
        check.outcome = .notMet
      } else if own.isOpen {
        check.due = time.moment(own.end + most - total)
        check.outcome = .due
      } else {
        check.satisfied = record.processes[Int(trigger.process)].closed
        check.outcome = .met
      }
    }
    return check
  }
}

/// The ticks between which one process lasted, up to the as-of.
private struct CapSpan {
  var start: Int64
  var end: Int64
  var isOpen: Bool

  /// The span in one reading; nil where a day is not known.
  init?(_ process: ProcessRow, _ time: Timeline, _ split: inout CaseSplit) {
    func tick(_ moment: Moment) -> Int64? {
      guard let range = time.ticks(moment) else { return nil }
      guard range.lowerBound != range.upperBound else { return range.lowerBound }
      return split.choose(2, .timeNeeded) == 0 ? range.lowerBound : range.upperBound
    }
    guard let start = tick(process.opened) else { return nil }
    self.start = start
    if process.closed.precision == .absent || time.isStillToCome(process.closed) {
      end = time.now
      isOpen = true
    } else {
      guard let closed = tick(process.closed) else { return nil }
      end = closed
      isOpen = false
    }
  }
}
