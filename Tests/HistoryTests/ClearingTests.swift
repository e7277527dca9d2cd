import Clocks
import RuleBook
import Testing

@testable import History

/// One finding of the night of 24 March, one check of the next, and why the finding cleared.
struct ClearingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var was = check(.overdue)
  var now: TonightCheck?
  var others: [TonightCheck] = []
  var asOf = "2026-03-24"
  var changed = BookChanges()
  /// Nil for a finding that is held over.
  var cause: Clearance.Cause?
}

private let icpcChanged = BookChanges(rules: ["england/icpc"])
private let everythingChanged = BookChanges(rules: ["england/icpc"], calendars: true)
private let calendarsChanged = BookChanges(calendars: true)

private let cases: [ClearingCase] = [
  ClearingCase(
    testDescription: "1: the rule could not be applied",
    changed: BookChanges(notChecked: ["england/icpc"]), cause: nil),
  ClearingCase(
    testDescription: "1: also where it changed",
    changed: BookChanges(rules: ["england/icpc"], notChecked: ["england/icpc"]), cause: nil),
  ClearingCase(
    testDescription: "2: the rule is gone", changed: icpcChanged, cause: .ruleChanged),
  ClearingCase(
    testDescription: "2: the rule makes checks of nobody",
    others: [check(.met, rule: "local-004/s47-enquiry", child: "C2")], changed: icpcChanged,
    cause: .ruleChanged),
  ClearingCase(
    testDescription: "3: another rule still checks the trigger",
    others: [check(.met, child: "C2"), check(.met, rule: "local-004/s47-enquiry")],
    changed: icpcChanged, cause: .ruleChanged),
  ClearingCase(
    testDescription: "4: the rule changed, but the trigger is nowhere",
    others: [check(.met, child: "C2"), check(.met, rule: "local-004/s47-enquiry", key: "S2")],
    changed: icpcChanged, cause: .leftScope),
  ClearingCase(testDescription: "4: no check", cause: .leftScope),
  ClearingCase(
    testDescription: "4: no check, and another rule changed",
    changed: BookChanges(rules: ["england/assessment"], calendars: true), cause: .leftScope),
  ClearingCase(
    testDescription: "5: the start is another", now: check(.due, start: "2026-03-20"),
    cause: .dataChanged),
  ClearingCase(
    testDescription: "5: whatever else changed",
    now: check(.due, start: "2026-03-20", due: "2026-04-14"), changed: everythingChanged,
    cause: .dataChanged),
  ClearingCase(
    testDescription: "5: the start is known to the minute now",
    now: check(.due, start: "2026-03-02T10:00"), cause: .dataChanged),
  ClearingCase(
    testDescription: "6: the day of an event that lay ahead has come",
    was: check(.invalid, start: "2026-03-25", due: ""),
    now: check(.due, start: "2026-03-25", due: "2026-04-15"), cause: .happened),
  ClearingCase(
    testDescription: "12: it did not lie ahead", was: check(.invalid, due: ""),
    now: check(.due), cause: .dataChanged),
  ClearingCase(
    testDescription: "7: the limit is another", now: check(.due, due: "2026-04-15"),
    changed: icpcChanged, cause: .ruleChanged),
  ClearingCase(
    testDescription: "7: before the calendar", now: check(.due, due: "2026-04-15"),
    changed: everythingChanged, cause: .ruleChanged),
  ClearingCase(
    testDescription: "7: also where it happened since",
    now: check(.met, due: "2026-04-15", satisfied: "2026-03-25"), changed: icpcChanged,
    cause: .ruleChanged),
  ClearingCase(
    testDescription: "8: a holiday was missing", now: check(.due, due: "2026-03-25"),
    changed: calendarsChanged, cause: .calendarChanged),
  ClearingCase(
    testDescription: "8: the calendar does not reach so far any more",
    now: check(.notEvaluable, due: ""), changed: calendarsChanged, cause: .calendarChanged),
  ClearingCase(
    testDescription: "9: another tier", now: check(.due, due: "2026-04-15"),
    changed: BookChanges(rules: ["england/assessment"]), cause: .dataChanged),
  ClearingCase(
    testDescription: "10: satisfied since", was: check(.invalid, due: ""),
    now: check(.met, satisfied: "2026-03-25"), cause: .happened),
  ClearingCase(
    testDescription: "10: stopped since", now: check(.notRequired, due: "", stopped: "2026-03-25"),
    cause: .happened),
  ClearingCase(
    testDescription: "10: stopped since, before the rule",
    now: check(.notRequired, due: "", stopped: "2026-03-25"), changed: icpcChanged,
    cause: .happened),
  ClearingCase(
    testDescription: "12: satisfied on the day of the night before counts as before",
    was: check(.invalid, due: ""), now: check(.met, satisfied: "2026-03-24"),
    cause: .dataChanged),
  ClearingCase(
    testDescription: "12: and so does a minute of that day", was: check(.invalid, due: ""),
    now: check(.met, satisfied: "2026-03-24T23:59"), cause: .dataChanged),
  ClearingCase(
    testDescription: "10: to the minute, after", was: check(.invalid, due: ""),
    now: check(.met, satisfied: "2026-03-24T02:31"), asOf: "2026-03-24T02:30",
    cause: .happened),
  ClearingCase(
    testDescription: "12: to the minute, at", was: check(.invalid, due: ""),
    now: check(.met, satisfied: "2026-03-24T02:30"), asOf: "2026-03-24T02:30",
    cause: .dataChanged),
  ClearingCase(
    testDescription: "12: a day may lie before the minute of the night before",
    was: check(.invalid, due: ""), now: check(.met, satisfied: "2026-03-24"),
    asOf: "2026-03-24T02:30", cause: .dataChanged),
  ClearingCase(
    testDescription: "12: a repeated time may be the same", was: check(.invalid, due: ""),
    now: check(.met, satisfied: "2026-10-25T01:45"), asOf: "2026-10-25T01:30",
    cause: .dataChanged),
  ClearingCase(
    testDescription: "11: not required by the new rule", now: check(.notRequired, due: ""),
    changed: icpcChanged, cause: .ruleChanged),
  ClearingCase(
    testDescription: "11: fewer places to fill", was: check(.notMet), now: check(.met),
    changed: icpcChanged, cause: .ruleChanged),
  ClearingCase(
    testDescription: "12: entered late", now: check(.met, satisfied: "2026-03-20"),
    cause: .dataChanged),
  ClearingCase(
    testDescription: "12: entered late in the night of a new rule",
    now: check(.met, satisfied: "2026-03-20"), changed: everythingChanged, cause: .dataChanged),
  ClearingCase(
    testDescription: "12: a missing role was added", was: check(.notMet), now: check(.met),
    cause: .dataChanged),
  ClearingCase(
    testDescription: "12: not required, and a calendar changed",
    now: check(.notRequired, due: ""), changed: calendarsChanged, cause: .dataChanged),
  ClearingCase(
    testDescription: "12: a date was taken away", was: check(.metLate, satisfied: "2026-03-24"),
    now: check(.notEvaluable), cause: .dataChanged),
]

@Suite("Why a finding cleared")
struct ClearingTests {
  @Test("the table, row by row", arguments: cases)
  func table(_ row: ClearingCase) {
    let was = RecordedFinding(row.was)
    let result = LifeCycle.compare(
      previous: [was], asOf: moment(row.asOf),
      tonight: row.others + (row.now.map { [$0] } ?? []), changed: row.changed)
    if let cause = row.cause {
      #expect(
        result.cleared == [Clearance(finding: was, now: row.now?.outcome, cause: cause)])
      #expect(result.heldOver.isEmpty)
    } else {
      #expect(result.cleared.isEmpty)
      #expect(result.heldOver == [was])
    }
    #expect(result.opened.isEmpty)
    #expect(result.continuing.isEmpty)
  }

  @Test("every cause is reached by the table")
  func causes() {
    #expect(Set(cases.compactMap(\.cause)) == Set(Clearance.Cause.allCases))
  }
}
