/// The outcomes, spelled as every file of the product spells them.
enum KeyOutcome: String, CaseIterable, Sendable {
  case met
  case metLate = "met late"
  case overdue
  case notMet = "not met"
  case due
  case notRequired = "not required"
  case stopped
  case invalid
  case notEvaluable = "not evaluable"
}
