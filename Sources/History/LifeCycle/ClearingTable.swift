import Clocks
import RuleBook

/// Why a finding is none any more: the table of ``LifeCycle``, row by row.
struct ClearingTable {
  private let previousAsOf: Moment
  private let changed: BookChanges
  /// Changed rules that still make a check tonight.
  private var changedAndApplied: Set<String> = []
  /// The triggers that any rule checks tonight; empty unless a rule changed.
  private var triggers: Set<Identity> = []

  init(previousAsOf: Moment, changed: BookChanges, tonight: [TonightCheck]) {
    self.previousAsOf = previousAsOf
    self.changed = changed
    guard !changed.rules.isEmpty else { return }
    for check in tonight {
      if changed.rules.contains(check.rule) { changedAndApplied.insert(check.rule) }
      triggers.insert(Identity(check.child, check.triggerKind, check.key))
    }
  }

  /// The cause; nil where the finding was not looked at tonight and stays.
  func cause(of finding: RecordedFinding, now check: TonightCheck?) -> Clearance.Cause? {
    let ruleChanged = changed.rules.contains(finding.rule)
    guard let check else { return causeWithoutCheck(of: finding, ruleChanged: ruleChanged) }
    if check.start != finding.start { return .dataChanged }
    if finding.outcome == .invalid, isAfterPreviousAsOf(check.start) { return .happened }
    // What is not required has no due that could have moved.
    if finding.due.isKnown, check.due != finding.due, check.outcome != .notRequired {
      if ruleChanged { return .ruleChanged }
      return changed.calendars ? .calendarChanged : .dataChanged
    }
    let ended = check.satisfied.isKnown ? check.satisfied : check.stopped
    if isAfterPreviousAsOf(ended) { return .happened }
    if ruleChanged, check.outcome == .notRequired || finding.outcome == .notMet {
      return .ruleChanged
    }
    return .dataChanged
  }

  private func causeWithoutCheck(
    of finding: RecordedFinding, ruleChanged: Bool
  ) -> Clearance.Cause? {
    if changed.notChecked.contains(finding.rule) { return nil }
    guard ruleChanged else { return .leftScope }
    let trigger = Identity(finding.child, finding.triggerKind, finding.key)
    let isOfTheRule = !changedAndApplied.contains(finding.rule) || triggers.contains(trigger)
    return isOfTheRule ? .ruleChanged : .leftScope
  }

  /// Whether a moment lies certainly after the as-of of the night before: everything dated on the
  /// day of a day-only as-of had happened by then.
  private func isAfterPreviousAsOf(_ moment: Moment) -> Bool {
    guard let day = moment.day, let asOfDay = previousAsOf.day else { return false }
    guard moment.precision == .minute, previousAsOf.precision == .minute,
      let first = moment.instants?.lowerBound, let last = previousAsOf.instants?.upperBound
    else { return day > asOfDay }
    return first > last
  }
}
