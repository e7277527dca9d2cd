import CaseModel
import Clocks

extension Judge {
  /// Finds what a rule is applied to in a record.
  mutating func collectTriggers(of index: Int, in record: ChildRecord) {
    // One or two as a rule: taken off one by one they cost least.
    while triggers.popLast() != nil {}
    let edition = compiled.rules[index].newest
    switch edition.body.forEach.target {
    case .process(let kind):
      for row in record.processes.indices where record.processes[row].kind == kind {
        let process = record.processes[row]
        guard !hasUnread || !UnreadEvents.namesAlone(row, record) else { continue }
        let moment = process.opened.precision == .absent ? .missing : process.opened
        var (applies, doubts) = applies(
          edition, index, Int32(row), -1, moment, process.feeds, record)
        guard applies.mayHold else { continue }
        if hasUnread, UnreadEvents.mayBeNone(row, openedBy: bounds[Int(kind.index)].opens, record) {
          applies = .unknown
          doubts.insert(ReasonSet(.valueMissing))
        }
        triggers.append(
          JudgeTrigger(
            trigger: .process(Int32(row)), process: Int32(row), event: -1, moment: moment,
            feeds: process.feeds.isEmpty ? record.feeds : process.feeds, applies: applies,
            doubts: doubts))
      }
    case .event(let type):
      // What is planned can only be looked back from.
      let takesPlanned = edition.family == .before
      for row in record.events.indices where record.events[row].type == type {
        let event = record.events[row]
        guard event.state == .held || takesPlanned && isAhead(event, of: index) else { continue }
        let moment = event.at.precision == .absent ? .missing : event.at
        let process = event.process >= 0 ? event.process : home(of: type, at: moment, record)
        let (applies, doubts) = applies(
          edition, index, process, Int32(row), moment, event.feeds, record)
        guard applies.mayHold else { continue }
        triggers.append(
          JudgeTrigger(
            trigger: .event(Int32(row)), process: process, event: Int32(row), moment: moment,
            feeds: event.feeds.isEmpty ? record.feeds : event.feeds, applies: applies,
            doubts: doubts))
      }
      if let count = edition.body.forEach.count { keepCounted(count, edition, record) }
    }
  }

  /// The process that an event without one belongs to by its type: the only one of the kind that was
  /// open at a moment; -1 for none.
  private func home(of type: EventType, at moment: Moment, _ record: ChildRecord) -> Int32 {
    guard let kind = compiled.vocabulary.homes[type] else { return -1 }
    return Links.process(of: kind, near: -1, at: moment, in: record) ?? -1
  }

  private func applies(
    _ edition: CompiledEdition, _ index: Int, _ process: Int32, _ event: Int32, _ moment: Moment,
    _ feeds: FeedSet, _ record: ChildRecord
  ) -> (Truth, ReasonSet) {
    guard let filter = edition.filter else { return (.yes, []) }
    let scope = ConditionScope(
      process: process, event: event, at: moment, feeds: feeds, rule: evaluabilities[index],
      calendar: edition.calendar)
    let truth = filter.truth(scope, record)
    return (truth, truth == .unknown ? filter.doubts(scope, record) : [])
  }

  /// Whether an event is planned for a day that has not come.
  private func isAhead(_ event: EventRow, of index: Int) -> Bool {
    guard event.state == .planned, let day = event.at.day, let now = evaluabilities[index].asOf.day
    else { return false }
    return day > now
  }

  /// Keeps of the triggers those that make a count full; counting begins anew after what is asked
  /// for has been done.
  private mutating func keepCounted(
    _ count: RuleTrigger.Count, _ edition: CompiledEdition, _ record: ChildRecord
  ) {
    // Of two at one time the one that stands first in the export comes first, whatever its row.
    let all = triggers.sorted { left, right in
      guard left.moment == right.moment else {
        return Judge.isListedBefore(left.moment, right.moment)
      }
      let (one, other) = (
        record.events[Int(left.event)].source, record.events[Int(right.event)].source
      )
      return (one.file, one.line, one.column) < (other.file, other.line, other.column)
    }
    triggers.removeAll(keepingCapacity: true)
    let done = record.events.filter { event in
      event.state == .held && edition.satisfier?.types.contains(event.type) ?? false
    }.compactMap(\.at.day)
    var counted: [JudgeTrigger] = []
    var waits: CivilDay?
    for trigger in all {
      guard let day = trigger.moment.day else {
        // Its day is not known: it may be the one that makes the count full.
        if counted.count + 1 >= count.reaches { triggers.append(trigger) }
        continue
      }
      if let since = waits {
        // The duty stays open until it is met; what came by then counts no more.
        guard let met = done.filter({ $0 >= since }).min(), met < day else { continue }
        waits = nil
        counted.removeAll()
      }
      counted.removeAll { earlier in
        guard let first = earlier.moment.day,
          let last = DueDate.day(count.within, after: first, calendar: edition.calendar)
        else { return false }
        return last < day
      }
      counted.append(trigger)
      guard counted.count >= count.reaches else { continue }
      var full = trigger
      if counted.contains(where: { $0.applies == .unknown }) { full.applies = .unknown }
      triggers.append(full)
      waits = day
    }
  }
}
