/// A child planned for one form of rule: what the export says, and every check of its rules.
struct FormCase: Sendable {
  var child: String
  /// The forms that it shows.
  var forms: [String]
  /// The rules of which all checks are among the answers; where there are none, none are made.
  var rules: [String]
  var facts: [FormFact]
  var answers: [FormAnswer]
}
