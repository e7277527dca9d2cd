import CaseModel
import Clocks
import Faults
import Reporting
import YAMLReading

@testable import RuleBook

/// Nights that tests make up.
enum SampleNight {
  /// A day of a text.
  static func day(_ text: String) -> CivilDay {
    CivilDay(iso: text) ?? CivilDay(number: 0)
  }

  /// The rules of the sample.
  static var rules: [RuleLine] {
    let england = "Timescales of England"
    let local = "Procedures of the partnership"
    let guidance = "Working Together to Safeguard Children 2023, chapter 3"
    var rules = [
      RuleLine(
        id: "england/assessment", pack: england, title: "Assessment", basis: .statutoryGuidance,
        citation: "\(guidance), paragraph 146"),
      RuleLine(
        id: "england/icpc", pack: england, title: "Initial child protection conference",
        basis: .statutoryGuidance, citation: "\(guidance), paragraph 200"),
      RuleLine(
        id: "england/first-review", pack: england, title: "First review of a plan",
        basis: .statutoryGuidance, citation: "\(guidance), paragraph 221"),
      RuleLine(
        id: "england/police-protection", pack: england, title: "Police protection",
        basis: .statute, citation: "Children Act 1989, section 46(6)"),
      RuleLine(
        id: "local-002/strategy-discussion", pack: local, title: "Strategy discussion",
        basis: .localProcedure, citation: "Procedure 2, step 4"),
      RuleLine(
        id: "local-002/record-circulated", pack: local,
        title: "Record of the discussion circulated to all who attended", basis: .localProcedure,
        citation: "Procedure 2, step 9"),
      RuleLine(
        id: "local-002/discharge-meeting", pack: local, title: "Meeting before discharge",
        basis: .localProcedure, citation: "Procedure 2, step 12"),
    ]
    let asks = [
      "Which assessments wait for another agency, and who has told the family?",
      "What stood in the way of each conference after the fifteenth working day?",
      "Which reviews were late because a report was missing?", "",
      "Which concerns waited a night before anybody talked?",
      "Who finds out when a record was not sent?", "",
    ]
    for place in rules.indices {
      rules[place].ask = asks[place]
      rules[place].howCounted =
        "The clock starts at its trigger, day 0. Weekends and the bank holidays of England and "
        + "Wales are not counted. It is in time on the last day until midnight."
    }
    rules[6].notChecked =
      "no export carries hospital_discharged; an export of hospital stays would answer it"
    rules[1].stopsNotCarried = ["the child left the authority’s area"]
    rules[2].beforeFirstEdition = 4
    return rules
  }

  /// Measures of the sample's rules, as a pack writes them.
  static var measures: [MeasureDefinition] {
    let text = """
      assessments-in-time:
        title: Assessments in time
        counts: Of all assessments, those that were in time.
        rules: [assessment]
        counted otherwise: {by: done, denominator: [met, met late], days: counted}
        because: The publisher counts what was completed.
        source: A publisher, figures of 2025
        published:
          - {area: England, year: 2024, percent: 84.5}
          - {area: England, year: 2025, percent: 85.7}
      reviews-in-time:
        title: Reviews in time
        counts: Of all first reviews, those that were in time.
        rules: [first-review]
        counted otherwise: {per: child}
        because: The publisher counts children.
        targets:
          - {percent: 90, from: 2020-04-01, basis: local procedure, citation: "Plan of a made-up board"}
      conferences-in-ten-days:
        title: Conferences within ten days
        counts: Of all enquiries, those whose conference came within ten days.
        rules: [icpc]
        within: 10 days

      """
    let reader = MeasuresReader(pack: "england", rules: rules.map(\.id))
    var diagnostics = Diagnostics(.first)
    let root = diagnostics.read(try YAMLReader.read(text, file: "england/measures.yaml"))
    let measures = root.map { reader.measures($0, &diagnostics) }
    if let fault = diagnostics.first { fatalError("\(fault)") }
    return measures ?? []
  }

  /// A night of about so many checks over six rules, always the same.
  static func night(checks count: Int = 60) -> NightResult {
    var night = NightResult(
      run: "2026-03-31", authority: "999", asOf: .day(day("2026-03-31")))
    night.runID = String(repeating: "3f9a", count: 16)
    night.duly = "0.1.0"
    night.keyID = "demonstration"
    night.isDemonstration = true
    night.previousRun = "2026-03-30"
    night.rules = rules
    night.measures = measures
    night.packs = [
      .init(
        name: "Timescales of England", detail: "12 rules, last checked 2026-02-01",
        sha256: String(repeating: "ab", count: 32))
    ]
    night.calendars = [
      .init(
        name: "England and Wales", detail: "2010 to 2028, GOV.UK bank holidays",
        sha256: String(repeating: "cd", count: 32))
    ]
    night.feeds = feeds
    for number in 0..<count { night.checks.append(check(number)) }
    night.checks = night.checks.enumerated().sorted {
      ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset)
    }.map(\.element)
    night.cleared = [
      ClearedFinding(
        child: "C000901", rule: "england/icpc", was: .overdue, now: .metLate, cause: .happened),
      ClearedFinding(
        child: "C000902", rule: "england/assessment", was: .overdue, now: nil, cause: .leftScope),
    ]
    night.faults = faults
    return night
  }

  private static var feeds: [FeedLine] {
    var old = FileTable.Entry(name: "cin-census-2026.xml")
    old.sha256 = String(repeating: "12", count: 32)
    old.bytes = 48_213_991
    return [
      FeedLine(
        name: "local", format: "Lists of the case system (CSV)", asOf: .day(day("2026-03-31")),
        files: ["referrals", "enquiries", "plans"].map {
          FileTable.Entry(
            name: "lcs-\($0)-2026-03-31.csv", sha256: String(repeating: "34", count: 32),
            bytes: 1_204_551)
        }, counts: RowCounts(read: 40_112, used: 40_100, setAside: 12, copies: 3),
        children: 2_431, isSynthetic: true, confinement: "full"),
      FeedLine(
        name: "census", format: "CIN census (XML)", asOf: .day(day("2026-03-31")), files: [old],
        counts: RowCounts(read: 88_020, used: 88_020, setAside: 0, copies: 0), children: 2_380,
        isSynthetic: true, confinement: "full"),
    ]
  }

  private static var faults: [FaultLine] {
    var faults: [FaultLine] = []
    for line in 0..<7 {
      faults.append(
        FaultLine(
          identifier: "set-aside", severity: .harmful, file: "lcs-referrals-2026-03-31.csv",
          line: 120 + 31 * line, column: 42, otherPlace: "",
          summary: "a referral date is a day of the calendar, written dd/mm/yyyy",
          nextStep: "correct the date in the case system and export again"))
    }
    for line in 0..<3 {
      faults.append(
        FaultLine(
          identifier: "review-before-plan", severity: .hindering,
          file: "lcs-plan-events-2026-03-31.csv", line: 12 + line, column: 0,
          otherPlace: "lcs-plans-2026-03-31.csv:\(9 + line)",
          summary: "a review is not held before its plan starts",
          nextStep: "look which of the two dates is wrong"))
    }
    return faults
  }

  /// One check; its number decides everything about it.
  static func check(_ number: Int) -> CheckLine {
    let outcomes: [Outcome] = [
      .met, .metLate, .overdue, .due, .met, .notEvaluable, .met, .overdue, .notRequired, .metLate,
      .met, .stopped, .due, .met, .notMet,
    ]
    let rule = number % 6
    let line = rules[rule]
    let outcome = outcomes[(number * 7 + number / 6) % outcomes.count]
    var check = CheckLine(
      child: "C\(String(100_000 + number * 37).dropFirst())", rule: rule,
      edition: day("2013-04-15"), basis: line.basis, outcome: outcome)
    check.team = number % 9 == 8 ? "" : "T0\(number % 3 + 1)"
    check.worker = check.team.isEmpty ? "" : "W\(10 + number % 5)"
    check.citation = line.citation
    check.trigger = "section 47 enquiry"
    let start = day("2026-03-31").adding(days: -20 - number * 3)
    check.triggered = .day(start)
    check.start = .day(start)
    check.due = .day(start.adding(days: 21))
    check.file = "lcs-enquiries-2026-03-31.csv"
    check.line = 100 + number
    check.key = "\(check.child)/s47/\(number)"
    check.explanation = [
      "The clock starts with the strategy discussion of \(start.shortWords) that initiated the "
        + "enquiry; the enquiry itself was opened the same day.",
      "The limit is 15 working days, counted from the next working day.",
      "Not counted: 5 weekends, and Friday 3 April 2026 (Good Friday).",
      "So it was due by midnight on \(start.adding(days: 21).words), under the edition in force "
        + "from 15 April 2013.",
    ]
    shape(&check, number)
    return check
  }

  private static func shape(_ check: inout CheckLine, _ number: Int) {
    let asOf = day("2026-03-31")
    let due = check.due.day ?? asOf
    switch check.outcome {
    case .met: check.satisfied = .day(due.adding(days: -2))
    case .metLate:
      check.daysOver = 3 + number % 9
      check.satisfied = .day(due.adding(days: check.daysOver))
      check.lateness = "\(check.daysOver) calendar days"
      check.change = .continuing
    case .overdue:
      check.daysOver = max(1, asOf.days(since: due))
      check.lateness = "\(check.daysOver) calendar days so far"
      check.nextStep = "Hold the conference, and record why it was late and who agreed."
      check.change = number % 4 == 0 ? .new : .continuing
      if number % 10 == 7 { check.flags = [.ended, .atLeast] }
    case .notMet: check.change = .new
    case .due:
      check.due = .day(asOf.adding(days: number % 12))
      check.nextStep = "Set the date of the conference with the chair."
      check.flags = [.dueSoon]
    case .notEvaluable:
      check.reasons = [.dateMissing]
      if number % 2 == 0 { check.due = .absent }
    default: break
    }
    if check.rule == 1, check.outcome == .met || check.outcome == .metLate {
      check.livedDays = 18 + number
    }
  }
}
