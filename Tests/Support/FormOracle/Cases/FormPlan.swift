import Synthesis

/// A way to plant one case: the rule, what the case is to come to, and how it is written.
struct FormPlan: Sendable {
  /// The rule.
  let rule: FormRule
  /// What is intended, in a few words.
  let intention: String
  /// Writes the facts and the answers.
  let plant: @Sendable (inout FormCase) -> Void

  /// A way to plant a case.
  init(
    _ rule: FormRule, _ intention: String, _ plant: @escaping @Sendable (inout FormCase) -> Void
  ) {
    self.rule = rule
    self.intention = intention
    self.plant = plant
  }
}

/// A rule that the forms have planted cases for, with the forms that those cases show.
struct FormRule: Hashable, Sendable {
  /// The rule's id.
  let id: String
  /// The numbers of the forms, 1 to 40.
  let forms: [Int]

  /// A rule with its forms.
  init(_ id: String, _ forms: Int...) {
    self.id = id
    self.forms = forms
  }

  /// The forms as the key writes them: `F01 F21`.
  var words: String {
    forms.map { $0 < 10 ? "F0\($0)" : "F\($0)" }.joined(separator: " ")
  }
}

/// The expected answer of one check, or that there is none.
///
/// What is nil is not stated: a judge may say of it what the record allows.
struct FormAnswer: Hashable, Sendable {
  var child: String
  var rule: FormRule
  var intention: String
  var outcome: FormOutcome
  var trigger: PlannedMoment?
  var start: PlannedMoment?
  var due: PlannedMoment?
  var satisfied: PlannedMoment?
  var reason: FormReason?
}

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

/// The reasons for *not evaluable* that the forms have planted.
enum FormReason: String, CaseIterable, Sendable {
  case startUnclear = "start_unclear"
  case dateMissing = "date_missing"
  case dateUnreadable = "date_unreadable"
  case timeNeeded = "time_needed"
  case valueMissing = "value_missing"
  case attendanceIncomplete = "attendance_incomplete"
}
