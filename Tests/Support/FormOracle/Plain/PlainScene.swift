import Clocks
import Synthesis

/// One case of a plain deadline while it is written down.
struct PlainScene {
  let rule: PlainRule
  let start: PlannedMoment
  let due: PlannedMoment
  /// What the process and the trigger carry, and what is to meet it; a case may change them.
  var detail: String
  var triggerDetail: String
  var met: [String]
  private(set) var process = FormProcess()

  /// A scene whose condition holds.
  init(rule: PlainRule, start: PlannedMoment, due: PlannedMoment) {
    self.rule = rule
    self.start = start
    self.due = due
    detail = rule.detail
    triggerDetail = ""
    met = rule.met
  }

  // MARK: Writing

  /// Writes the trigger with the process that it lies in.
  mutating func trigger(_ form: inout FormCase, at time: FormTime? = nil) {
    if triggerDetail.isEmpty { triggerDetail = form.random.pick(rule.condition?.holds ?? []) ?? "" }
    let time = time ?? .at(start)
    if let age = rule.age {
      let (year, month, _) = start.day.civil
      form.add("child_born", .on(.of(year - age, month, 1)))
    }
    guard let event = rule.event else {
      let all = [detail, triggerDetail].filter { !$0.isEmpty }.joined(separator: "; ")
      process = form.open(rule.kind, time, all)
      return
    }
    if !rule.kind.isEmpty {
      process = form.open(rule.kind, .on(start.day.adding(days: -form.random.number(5...60))))
    }
    form.add(event, time, in: process, triggerDetail)
  }

  /// Writes what meets the rule: the earlier of several near the start, the last at a time.
  mutating func write(
    _ time: FormTime, _ metDetail: String, state: String = "", _ form: inout FormCase
  ) {
    var inside = process
    if let kind = rule.metInside { inside = form.open(kind, .at(start), in: process) }
    for type in met.dropLast() { form.add(type, time, in: inside, state: state) }
    guard let last = met.last else { return }
    guard rule.recipients.isEmpty || !state.isEmpty else {
      form.add(parts: rule.recipients, "sent_to", of: last, time, in: inside)
      return
    }
    form.add(last, time, in: inside, metDetail, state: state)
  }

  // MARK: Cases

  /// Met at a moment, in time or late.
  mutating func meet(_ at: PlannedMoment, _ form: inout FormCase) {
    trigger(&form)
    write(.at(at), rule.metDetail, &form)
    form.expect(
      form.satisfied(at, due: due), trigger: start, start: start, due: due, satisfied: at)
  }

  /// Met at a time that nobody knows.
  mutating func meet(
    _ time: FormTime, _ outcome: FormOutcome, because reason: FormReason, _ form: inout FormCase
  ) {
    trigger(&form)
    write(time, rule.metDetail, &form)
    form.expect(outcome, trigger: start, start: start, due: due, because: reason)
  }

  /// Never met, though perhaps planned or cancelled.
  mutating func leave(written state: String = "", _ form: inout FormCase) {
    trigger(&form)
    if !state.isEmpty { write(.at(form.between(start, due)), rule.metDetail, state: state, &form) }
    form.expectUnsatisfied(trigger: start, start: start, due: due)
  }

  /// Something that would meet it came before the start, and nothing since.
  mutating func meetBefore(_ form: inout FormCase) {
    trigger(&form)
    let before = PlannedMoment(form.day(-4 ... -1, after: start.day))
    write(.at(before), rule.metDetail, &form)
    if rule.isAlsoBefore {
      form.expect(.met, trigger: start, start: start, due: due, satisfied: before)
    } else if rule.isOnce {
      form.expect(.invalid, trigger: start)
    } else {
      form.expectUnsatisfied(trigger: start, start: start, due: due)
    }
  }

  /// The trigger's own day is not known.
  mutating func hideTrigger(
    _ time: FormTime, because reason: FormReason, _ form: inout FormCase
  ) {
    trigger(&form, at: time)
    if form.random.chance(50) { write(.at(due), rule.metDetail, &form) }
    form.expect(.notEvaluable, because: reason)
  }

  /// The child died.
  mutating func die(_ intention: PlainIntention, _ form: inout FormCase) {
    trigger(&form)
    switch intention {
    case .diedAfterDue, .deathEndsNothing:
      let day =
        intention == .diedAfterDue
        ? form.day(1...40, after: due.day) : form.between(start, due).day
      form.add("child_died", .on(day))
      form.expect(.overdue, trigger: start, start: start, due: due)
    case .diedOnTheDayItWasMet:
      write(.at(due), rule.metDetail, &form)
      form.add("child_died", .on(due.day))
      form.expect(.met, trigger: start, start: start, due: due, satisfied: due)
    case .diedThenLate:
      let late = form.late(due)
      form.add("child_died", .on(start.day))
      write(.at(late), rule.metDetail, &form)
      form.expect(.metLate, trigger: start, start: start, due: due, satisfied: late)
    default:
      // Of a limit in hours the last day is the one before that of the last hour: a day alone.
      let last = due.minute == nil ? due.day : due.day.adding(days: -1)
      let day =
        intention == .diedOnLastDay ? last : form.between(start, PlannedMoment(last)).day
      form.add("child_died", .on(day))
      form.expect(.stopped, trigger: start, start: start, due: due)
    }
  }

  /// The trigger's own process was closed.
  mutating func close(_ intention: PlainIntention, _ form: inout FormCase) {
    trigger(&form)
    var reason = ""
    for stop in rule.stops { if case .closingBecause(let word) = stop { reason = word } }
    switch intention {
    case .closedAfterDue, .closingEndsNothing, .closedForAnotherReason:
      if intention == .closedForAnotherReason { reason = "other" }
      let day =
        intention == .closedAfterDue
        ? form.day(1...40, after: due.day) : form.between(start, due).day
      form.close(process, .on(day), because: reason)
      form.expect(.overdue, trigger: start, start: start, due: due)
    case .metAfterClosing:
      form.close(process, .on(start.day), because: reason)
      write(.at(due), rule.metDetail, &form)
      form.expect(.met, trigger: start, start: start, due: due, satisfied: due)
    default:
      let day = intention == .closedOnLastDay ? due.day : form.between(start, due).day
      form.close(process, .on(day), because: reason)
      form.expect(.stopped, trigger: start, start: start, due: due)
    }
  }

  /// The condition does not hold, or nobody recorded it.
  mutating func condition(_ intention: PlainIntention, _ form: inout FormCase) {
    let details = intention == .conditionUnknown ? rule.condition?.unknown : rule.condition?.fails
    triggerDetail = form.random.pick(details ?? []) ?? ""
    // An empty detail is kept from being replaced by one that holds.
    let isEmpty = triggerDetail.isEmpty
    if isEmpty { triggerDetail = "team=T01" }
    trigger(&form)
    if intention == .conditionFailsThoughMet { write(.at(due), rule.metDetail, &form) }
    if intention == .conditionUnknown {
      form.expect(
        .notEvaluable, trigger: start, start: start, due: due, because: .valueMissing)
    } else {
      form.expect(.notRequired, trigger: start, start: start, due: due)
    }
  }

  /// Nothing was required, and it may have been held all the same.
  mutating func waive(_ intention: PlainIntention, _ form: inout FormCase) {
    if case .detail(let words) = rule.waiver {
      detail = [detail, words].filter { !$0.isEmpty }.joined(separator: "; ")
    }
    trigger(&form)
    if case .recorded = rule.waiver {
      form.add(met[0], .on(form.between(start, due).day), in: process, state: "not_required")
    }
    guard intention == .waivedThoughMet else {
      form.expect(.notRequired, trigger: start, start: start, due: due)
      return
    }
    let at = form.random.chance(50) ? due : form.next(due)
    write(.at(at), rule.metDetail, &form)
    form.expect(
      form.satisfied(at, due: due), trigger: start, start: start, due: due, satisfied: at)
  }

  /// All but one of those that must happen did, or one of them late.
  mutating func one(_ isLate: Bool, _ form: inout FormCase) {
    trigger(&form)
    let spared = form.random.number(0...(met.count - 1))
    for (index, type) in met.enumerated() where index != spared {
      form.add(type, .at(start), in: process)
    }
    guard isLate else { return form.expectUnsatisfied(trigger: start, start: start, due: due) }
    let late = form.next(due)
    form.add(met[spared], .at(late), in: process)
    form.expect(.metLate, trigger: start, start: start, due: due, satisfied: late)
  }

  /// All but one of those who must be told were, or one of them late.
  mutating func oneRecipient(_ isLate: Bool, _ form: inout FormCase) {
    trigger(&form)
    let spared = form.random.number(0...(rule.recipients.count - 1))
    var told = rule.recipients
    let one = told.remove(at: spared)
    let type = met.last ?? ""
    form.add(parts: told, "sent_to", of: type, .at(start), in: process)
    guard isLate else { return form.expectUnsatisfied(trigger: start, start: start, due: due) }
    let late = form.next(due)
    form.add(parts: [one], "sent_to", of: type, .at(late), in: process)
    form.expect(.metLate, trigger: start, start: start, due: due, satisfied: late)
  }

  /// A limit of hours where a time of day is not recorded.
  mutating func time(_ intention: PlainIntention, _ form: inout FormCase) {
    switch intention {
    case .startTimeUnknown:
      trigger(&form, at: .on(start.day))
      write(.at(due), rule.metDetail, &form)
      form.expect(.notEvaluable, trigger: PlannedMoment(start.day), because: .timeNeeded)
    case .timeUnneeded:
      trigger(&form)
      // Any hour of the day after the start's is in time, any hour of later days is late.
      let isMet = form.random.chance(50)
      let day = isMet ? start.day.adding(days: 1) : form.day(1...9, after: due.day)
      let isInTime = day < due.day
      write(.on(day), rule.metDetail, &form)
      guard isMet == isInTime else {
        form.expect(.notEvaluable, trigger: start, due: due, because: .timeNeeded)
        return
      }
      form.expect(
        isMet ? .met : .metLate, trigger: start, start: start, due: due,
        satisfied: PlannedMoment(day))
    default:
      trigger(&form)
      write(.on(due.day), rule.metDetail, &form)
      form.expect(.notEvaluable, trigger: start, start: start, due: due, because: .timeNeeded)
    }
  }

  /// Only what would meet it is there, in a process that triggers nothing.
  mutating func withoutTrigger(_ form: inout FormCase) {
    let isEvent = rule.event != nil && !rule.closesProcess
    let kind = isEvent ? rule.kind : rule.kind == "episode" ? "cin_plan" : "episode"
    process =
      kind.isEmpty ? FormProcess() : form.open(kind, .on(start.day.adding(days: -3)))
    write(.at(due), rule.metDetail, &form)
    form.expect(.noCheck)
  }
}
