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
