/// What a check of the forms must come to; one of them says that there is none.
enum FormOutcome: String, CaseIterable, Sendable {
  case met
  case metLate = "met late"
  case overdue
  case notMet = "not met"
  case due
  case notRequired = "not required"
  case stopped
  case invalid
  case notEvaluable = "not evaluable"
  case elapsed
  /// The rule makes no check of this child.
  case noCheck = "no check"
}
