public import Clocks
import RuleBook

/// Compares two nights, so that the second says what is new, what continues and what cleared.
///
/// **Identity.** A finding is a check that came to a breach or to *invalid*. It is the same
/// finding where rule, child, kind of trigger and key are the same, whatever it says: *overdue*
/// that becomes *met late* continues. Where one key of a rule, child and kind is missing tonight
/// and one is new, and only one each, the two are one: the start was corrected. What was none the
/// night before is new, also where it had been one in an earlier night.
///
/// **Why a finding cleared.** The first row that applies:
///
/// | | tonight | cause |
/// | --- | --- | --- |
/// | 1 | no check, and the rule was not checked tonight | none: held over |
/// | 2 | no check, and the rule changed and makes no check at all | rule changed |
/// | 3 | no check, and the rule changed and another rule still checks the trigger | rule changed |
/// | 4 | no check | left scope |
/// | 5 | the start is another | data changed |
/// | 6 | was invalid, and the start lies after the as-of of the night before | happened |
/// | 7 | due was known and is another, not *not required*: the rule changed | rule changed |
/// | 8 | the same: a calendar changed | calendar changed |
/// | 9 | the same: neither changed | data changed |
/// | 10 | satisfied, else stopped, after the as-of of the night before | happened |
/// | 11 | *not required*, or was *not met*: the rule changed | rule changed |
/// | 12 | anything else: an event or a fact was entered late, changed or taken away | data changed |
///
/// "After" means certainly after: with a day on either side, on a later day.
public enum LifeCycle {
  /// Compares tonight's checks with the findings of the night before.
  ///
  /// The time taken grows with the number of checks, the memory with the number of findings.
  ///
  /// - Parameters:
  ///   - previous: the findings that were open after the night before.
  ///   - previousAsOf: the as-of of the night before; absent for the first night.
  ///   - tonight: all checks of tonight, findings or not.
  ///   - changed: what else changed in between.
  /// - Returns: what is new, continues, cleared, or could not be checked.
  public static func compare(
    previous: [RecordedFinding], asOf previousAsOf: Moment, tonight: [TonightCheck],
    changed: BookChanges = BookChanges()
  ) -> LifeCycleResult {
    let pairing = Pairing(previous: previous, tonight: tonight)
    var result = LifeCycleResult()
    result.standings.reserveCapacity(tonight.count)
    for (index, check) in tonight.enumerated() {
      guard check.outcome.isFinding else {
        result.standings.append(nil)
        continue
      }
      var now = RecordedFinding(check, siblings: pairing.siblings(of: index, in: tonight))
      guard let before = pairing.previousOf[index].map({ previous[$0] }) else {
        result.standings.append(.new)
        result.opened.append(now)
        continue
      }
      now.number = before.number
      now.firstRun = before.firstRun
      let isCorrected = pairing.startCorrected.contains(index)
      result.standings.append(isCorrected ? .startCorrected : .continuing)
      result.continuing.append(
        LifeCycleResult.Continuing(before: before, now: now, startCorrected: isCorrected))
    }
    let why = ClearingTable(previousAsOf: previousAsOf, changed: changed, tonight: tonight)
    for (index, finding) in previous.enumerated() {
      let check = pairing.tonightOf[index].map { tonight[$0] }
      if let check, check.outcome.isFinding { continue }
      if let cause = why.cause(of: finding, now: check) {
        result.cleared.append(Clearance(finding: finding, now: check?.outcome, cause: cause))
      } else {
        result.heldOver.append(finding)
      }
    }
    return result
  }
}

extension Outcome {
  /// Whether a check that came to it is a finding: a breach, or a record that contradicts itself.
  var isFinding: Bool { isBreach || self == .invalid }
}
