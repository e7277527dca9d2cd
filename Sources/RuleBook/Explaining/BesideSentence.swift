/// Says how a local rule stands to a national one.
public enum BesideSentence {
  /// The sentence of a rule of a plan; nil where it stands beside none.
  public static func text(_ rule: Rule, in compiled: CompiledRules) -> String? {
    guard let beside = rule.beside else { return nil }
    let title = compiled.rule(beside.rule).map { compiled.rules[$0].rule.title }
    let other = title.map { "“\($0)” (\(beside.rule))" } ?? beside.rule
    return switch beside.relation {
    case .stricter: "It stands beside \(other) and is the stricter of the two; both are judged."
    case .target: "It is a target of its own beside \(other); both are judged."
    }
  }
}
