/// Why a check is not evaluable, with all its words; a closed list, in the order in which the first
/// that applies is the reason.
public enum Reason: UInt8, Sendable, CaseIterable {
  /// No feed carries the event.
  case notCarried
  /// A feed carries only the latest of its kind.
  case latestOnly
  /// The feed's period does not cover the interval.
  case outsideWindow
  /// The due date needs a year that the calendar does not hold.
  case outsideCalendar
  /// Several events may have started the clock.
  case startUnclear
  /// An event may belong to one trigger or to another.
  case linkUnclear
  /// A date was left empty.
  case dateMissing
  /// A date cannot be read.
  case dateUnreadable
  /// The answer depends on a time of day that is not recorded.
  case timeNeeded
  /// A value that the rule asks for is not recorded.
  case valueMissing
  /// The list of who took part is not known to be complete.
  case attendanceIncomplete
  /// One source says two things of one fact, and the outcomes differ.
  case valuesDiffer
  /// Two feeds say different things, and the outcomes differ.
  case feedsDisagree
  /// A row that may say so was set aside.
  case rowSetAside

  /// The reason of a spelling.
  public init?(word: String) {
    guard let reason = Reason.allCases.first(where: { $0.word == word }) else { return nil }
    self = reason
  }

  /// The spelling.
  public var word: String {
    switch self {
    case .notCarried: "not_carried"
    case .latestOnly: "latest_only"
    case .outsideWindow: "outside_window"
    case .outsideCalendar: "outside_calendar"
    case .startUnclear: "start_unclear"
    case .linkUnclear: "link_unclear"
    case .dateMissing: "date_missing"
    case .dateUnreadable: "date_unreadable"
    case .timeNeeded: "time_needed"
    case .valueMissing: "value_missing"
    case .attendanceIncomplete: "attendance_incomplete"
    case .valuesDiffer: "values_differ"
    case .feedsDisagree: "feeds_disagree"
    case .rowSetAside: "row_set_aside"
    }
  }

  /// What the reason means, as pages say it.
  public var meaning: String {
    switch self {
    case .notCarried: "No export carries the event."
    case .latestOnly: "The export carries only the latest event of its kind."
    case .outsideWindow: "The export’s period does not cover the interval."
    case .outsideCalendar: "The calendar of bank holidays does not hold the year."
    case .startUnclear: "Several events may have started the clock."
    case .linkUnclear: "An event may belong to one case or to another."
    case .dateMissing: "A date was left empty."
    case .dateUnreadable: "A date cannot be read."
    case .timeNeeded: "The answer depends on a time of day that is not recorded."
    case .valueMissing: "A value that the rule asks for is not recorded."
    case .attendanceIncomplete: "The list of who took part is not known to be complete."
    case .valuesDiffer: "One export says two things of one fact, and the answers differ."
    case .feedsDisagree: "Two exports say different things, and the answers differ."
    case .rowSetAside: "A row that may say so was set aside, for a word that nobody knows."
    }
  }

  /// What leaves the answer open, as a clause of a check's explanation.
  var cause: String {
    switch self {
    case .notCarried: "no export carries the event"
    case .latestOnly: "an export carries only the latest"
    case .outsideWindow: "the export does not cover the whole time"
    case .outsideCalendar: "the due date needs a year that the calendar does not hold"
    case .startUnclear: "more than one event may have started the clock"
    case .linkUnclear: "an event may belong to this trigger or to another"
    case .dateMissing: "a date was left empty"
    case .dateUnreadable: "a date cannot be read"
    case .timeNeeded: "it depends on a time of day that is not recorded"
    case .valueMissing: "a value that the rule asks for is not recorded"
    case .attendanceIncomplete: "the list of who took part may not name everybody"
    case .valuesDiffer: "one export says two different things of one fact"
    case .feedsDisagree: "two exports say different things"
    case .rowSetAside: "a row that may say so was set aside"
    }
  }

  /// What makes the check evaluable, as the next step of a person.
  var remedy: String {
    switch self {
    case .notCarried: "Add the event to an export."
    case .latestOnly: "Export all of them, not only the latest."
    case .outsideWindow: "Export a longer period."
    case .outsideCalendar: "Add the years to the calendar."
    case .startUnclear: "Mark which event started the clock."
    case .linkUnclear: "Export the id that ties the event to its trigger."
    case .dateMissing: "Fill in the missing date in the case system."
    case .dateUnreadable: "Correct the date in the case system."
    case .timeNeeded: "Record the time of day."
    case .valueMissing: "Record the value that the rule asks for."
    case .attendanceIncomplete: "Export the whole list of who took part."
    case .valuesDiffer: "Correct the one that is wrong in the case system."
    case .feedsDisagree: "Find out which export is right and correct the other."
    case .rowSetAside: "Add the word of the row that was set aside to the mapping."
    }
  }
}

/// The reasons that apply to a check; the first in the list's order is *the* reason.
public struct ReasonSet: OptionSet, Sendable, Hashable {
  /// One bit a reason.
  public let rawValue: UInt16

  /// The reasons of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One reason.
  public init(_ reason: Reason) { rawValue = 1 << UInt16(reason.rawValue) }

  /// The reasons, in order.
  public var reasons: [Reason] { Reason.allCases.filter { contains(ReasonSet($0)) } }

  /// The first that applies.
  public var first: Reason? {
    rawValue == 0 ? nil : Reason(rawValue: UInt8(rawValue.trailingZeroBitCount))
  }
}
