/// The reasons for *not evaluable* that the forms have planted.
enum FormReason: String, CaseIterable, Sendable {
  case startUnclear = "start_unclear"
  case dateMissing = "date_missing"
  case dateUnreadable = "date_unreadable"
  case timeNeeded = "time_needed"
  case valueMissing = "value_missing"
  case attendanceIncomplete = "attendance_incomplete"
}
