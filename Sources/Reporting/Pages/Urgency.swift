import Clocks
import RuleBook

/// How soon a step on the worklist is to be taken.
enum Urgency: Int, CaseIterable, Comparable {
  /// Due is past.
  case overdue
  /// Due on the day that the exports describe.
  case today
  /// Due within a week after it.
  case week
  /// Due within the week after that.
  case twoWeeks

  /// How soon a check's step is to be taken; nil where the check is none of the worklist's.
  ///
  /// What was overdue when its case ended is no step any more.
  init?(_ check: CheckLine, asOf: Moment) {
    switch check.outcome {
    case .overdue where !check.flags.contains(.ended): self = .overdue
    case .due:
      guard let due = check.due.day, let now = asOf.day else { return nil }
      switch due.days(since: now) {
      case ...0: self = .today
      case 1...7: self = .week
      case 8...14: self = .twoWeeks
      default: return nil
      }
    case .overdue, .met, .metLate, .notMet, .notRequired, .stopped, .invalid, .notEvaluable,
      .elapsed:
      return nil
    }
  }

  /// The name in files and in the page's data attributes.
  var word: String {
    switch self {
    case .overdue: "overdue"
    case .today: "today"
    case .week: "week"
    case .twoWeeks: "two-weeks"
    }
  }

  /// The more urgent is smaller.
  static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
}
