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
