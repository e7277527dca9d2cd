/// The reasons for *not evaluable* that are planted.
enum KeyReason: String, CaseIterable, Sendable {
  case dateMissing = "date_missing"
  case dateUnreadable = "date_unreadable"
  case timeNeeded = "time_needed"
  case valueMissing = "value_missing"
  case attendanceIncomplete = "attendance_incomplete"
  case notCarried = "not_carried"
  case latestOnly = "latest_only"
  case outsideWindow = "outside_window"
  case feedsDisagree = "feeds_disagree"
}
