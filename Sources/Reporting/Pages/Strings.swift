import CaseModel
import Clocks
import Output
import RuleBook

/// The words that Duly itself puts on pages, in English; the rest of a page is its template's.
enum Strings {
  static let noCasesYet = "no cases yet"

  static let boardTitle = "Breach report for the safeguarding board"
  static let worklistTitle = "Worklist for teams"
  static let dataQualityTitle = "Data quality"
  static let indexTitle = "Timescales: one night’s reports"

  static func topic(_ topic: Topic) -> String {
    switch topic {
    case .strategy: "Strategy discussions and meetings"
    case .enquiries: "Section 47 enquiries and conferences"
    case .plans: "Core groups, visits and reviews"
    case .other: "Assessments and protection"
    }
  }

  static func basis(_ basis: Basis) -> String {
    switch basis {
    case .statute: "Statute"
    case .regulation: "Regulations"
    case .statutoryGuidance: "Statutory guidance"
    case .localProcedure: "Local procedure"
    case .practice: "National practice"
    }
  }

  static func severity(_ severity: DataIssue.Severity) -> String {
    switch severity {
    case .harmful: "harmful"
    case .hindering: "hindering"
    case .worthALook: "worth a look"
    }
  }

  static func severityMeaning(_ severity: DataIssue.Severity) -> String {
    switch severity {
    case .harmful: "can hide a breach or make one up"
    case .hindering: "makes something not evaluable"
    case .worthALook: "somebody should look"
    }
  }

  static func cause(_ cause: ClearedFinding.Cause) -> String {
    switch cause {
    case .happened: "What was waited for has happened"
    case .dataChanged: "The data changed, and nothing new happened"
    case .ruleChanged: "The rule changed"
    case .calendarChanged: "The calendar changed"
    case .leftScope: "The case is not in the exports any more"
    }
  }

  static func urgency(_ urgency: Urgency) -> String {
    switch urgency {
    case .overdue: "Overdue"
    case .today: "Due today"
    case .week: "Within a week"
    case .twoWeeks: "Within two weeks"
    }
  }

  static let child = "Child"
  static let timescale = "Timescale"
  static let started = "Started"
  static let dueHeading = "Due"
  static let done = "Done"
  static let howLate = "How late"
  static let stillOpen = "Still open"
  static let endedUndone = "Not done; the case ended"
  static let when = "When"
  static let step = "Next step"
  static let worker = "Worker"
  static let team = "Team"
  static let howWorkedOut = "How this date was worked out"
  static let noTeam = "Team not in the export"
  static let noWorker = "Worker not in the export"
  static let noStep = "Record it, or do it now."

  static func dayOver(_ days: Int) -> String { English.groupedCount(days, "day over", "days over") }
  static func inDays(_ days: Int) -> String {
    days == 1 ? "in 1 day" : "in \(days) days"
  }
  static func scroll(_ caption: String) -> String { "\(caption) (table, can be scrolled)" }
  static func more(_ count: Int, _ file: String) -> String {
    "\(English.grouped(count)) more stand in \(file)."
  }

  static let countsCaption = "Checks by timescale and outcome"
  /// What the table of published measures shows.
  static func publishedCaption(_ period: CountedMeasure.Period) -> String {
    guard case .year(let year) = period else { return "Beside published figures" }
    return "Beside published figures, year to March \(year)"
  }
  static let publishedHeadings = [
    "Measure", "As the rule counts", "As it is published", "Aimed at", "England or other",
  ]
  static let monthsCaption = "Met in time, by month of the due date"
  static let changesCaption = "Findings against the night before"
  static let faultsCaption = "Rows set aside and faults in the data, by kind"
  static let dueSoonCaption = "Due in the next two weeks, soonest first"
  static let teamsCaption = "Steps by team"
  static let stepsCaption = "Steps by timescale"
  static let causesCaption = "Kinds of fault, most harmful first"
  static func breachesCaption(_ basis: Basis, _ count: Int) -> String {
    "\(Strings.basis(basis)): \(English.groupedCount(count, "breach", "breaches")), "
      + "still open first, oldest first"
  }
  static let worklistCaption = "Steps, the most urgent first"

  static let inTime = "In time"
  static let newHeading = "New"
  static let continuing = "Continuing"
  static let cleared = "Cleared"
  static let kind = "Kind of fault"
  static let harm = "Harm"
  static let rule = "What the data break"
  static func placesCaption(_ count: Int) -> String {
    English.groupedCount(count, "place", "places")
  }
  static let fileHeading = "File"
  static let lineHeading = "Line"
  static let columnHeading = "Column"
  static let otherPlace = "Other place"
  static let countHeading = "Count"
  static let placesHeading = "Places"
  /// What stands between a systematic fault's name and the file.
  static let runsThrough = ", counted once: it runs through "
  /// What to do first about a systematic fault.
  static let oneCause =
    "Look for one cause first, in how this file is made or mapped, and only then at each row."
  static let noBreaches = "There are no breaches."
  static let nothingDue = "Nothing is due in the next two weeks."
  static let nothingToDo = "Nothing is overdue or due in the next two weeks."
  static let noFaults = "No row was set aside, and no fault was found."

  static func questionNumbers(_ counts: OutcomeCounts) -> String {
    let late = counts.breaches
    guard counts.decided > 0 else {
      return English.groupedCount(counts[.notEvaluable], "check is", "checks are")
        + " not evaluable"
    }
    return
      "\(English.grouped(late)) of \(English.grouped(counts.decided)) were late, are overdue or were not met"
  }

  static func barLabel(_ share: Share, england: EnglandFigure?) -> String {
    let own = "Met in time: \(share.words)"
    guard let england else { return own }
    return "\(own); England: \(england.words)"
  }
}
