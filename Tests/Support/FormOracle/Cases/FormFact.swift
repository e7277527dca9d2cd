/// A row of the interchange file of the forms.
struct FormFact: Hashable, Sendable {
  var child: String
  var process = FormProcess()
  var type: String
  var at: FormTime
  var state = ""
  var outcome = ""
  var role = ""
  var detail = ""
}
