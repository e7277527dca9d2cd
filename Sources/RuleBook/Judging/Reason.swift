/// Why a check is not evaluable; a closed list, in the order in which the first that applies is
/// the reason.
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
  /// Two feeds say different things, and the outcomes differ.
  case feedsDisagree

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
    case .feedsDisagree: "feeds_disagree"
    }
  }

  /// The reason of a spelling.
  public init?(word: String) {
    guard let reason = Reason.allCases.first(where: { $0.word == word }) else { return nil }
    self = reason
  }
}
