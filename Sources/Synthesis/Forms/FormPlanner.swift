/// Plans the cases of one form of rule.
protocol FormPlanner: Sendable {
  /// The forms that its cases show.
  var forms: [String] { get }
  /// The rules whose checks its answers name, all of them.
  var rules: [String] { get }
  /// How many variants it has.
  var variants: Int { get }

  /// Plans one variant.
  func plan(_ variant: Int, _ maker: inout FormMaker)
}
