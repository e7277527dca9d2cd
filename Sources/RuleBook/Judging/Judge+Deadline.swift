import CaseModel
import Clocks

extension Judge {
  /// Judges one trigger of a rule with a limit, over every reading that the record allows.
  ///
  /// - Returns: nil where the clock started before the rule's first edition.
  mutating func deadline(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord
  ) -> Check? {
    let trigger = triggers[position]
    let reach = reaches[index]
    let fellBack = findStarts(trigger, plan.rules[index].newest, asOf: reach.asOf, record)
    guard let editionIndex = edition(of: index, at: workspace.starts[0].moment) else { return nil }
    let edition = plan.rules[index].editions[editionIndex]
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = reach.asOf
    check.start = workspace.starts[0].moment
    check.startEvent = workspace.starts[0].event
    if fellBack { check.flags.insert(.startFellBack) }
    findCandidates(triggers, position, edition, record)
    let time = Timeline(isElapsed: edition.isElapsed, asOf: reach.asOf)
    let job = DeadlineJob(
      trigger: trigger, edition: edition, reach: reach, calendar: plan.rules[index].calendar,
      time: time,
      isListComplete: trigger.event >= 0 && isListComplete(record.events[Int(trigger.event)]),
      feeds: feeds)
    if isAheadOfOthers(trigger, asOf: reach.asOf) {
      check.reasons = ReasonSet(.outsideWindow)
      job.fillDue(&check, workspace)
      return check
    }
    if isContradiction(trigger, asOf: reach.asOf, record) {
      check.outcome = .invalid
      job.fillDue(&check, workspace)
      return check
    }
    job.judge(&check, &workspace, record)
    return check
  }

  /// Whether the trigger is younger than what another feed can say of it, though its own feed is
  /// young enough: as of that other feed nobody can say anything yet.
  private func isAheadOfOthers(_ trigger: JudgeTrigger, asOf: Moment) -> Bool {
    guard feeds.count > 1, Judge.isAfter(trigger.moment, asOf: asOf) else { return false }
    return feeds.indices.contains { index in
      trigger.feeds.has(feed: index) && !Judge.isAfter(trigger.moment, asOf: feeds[index].asOf)
    }
  }

  /// Whether the trigger contradicts itself: held but dated after the as-of, or a process that was
  /// closed before it was opened.
  func isContradiction(_ trigger: JudgeTrigger, asOf: Moment, _ record: ChildRecord) -> Bool {
    if Judge.isAfter(trigger.moment, asOf: asOf) { return true }
    guard case .process(let row) = trigger.trigger else { return false }
    let process = record.processes[Int(row)]
    return Judge.isBefore(process.closed, process.opened)
  }
}
