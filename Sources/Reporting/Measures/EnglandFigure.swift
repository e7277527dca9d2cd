import Output
public import RuleBook

/// The newest figure published for England that stands nearest to a rule.
public struct EnglandFigure: Sendable, Hashable {
  /// The share in tenths of a percent.
  public var tenths: Int
  /// The year that it is for: `year to March 2025`.
  public var year: String
  /// What it counts otherwise than the rule does; empty where nothing is said.
  public var caveat: String

  /// The figure of the first measure that counts a rule; nil where none is published.
  public static func figure(
    for rule: String, in measures: [MeasureDefinition]
  ) -> EnglandFigure? {
    for measure in measures where measure.rules.contains(rule) {
      guard let newest = measure.newest(area: "England") else { continue }
      return EnglandFigure(
        tenths: newest.tenths, year: "year to March \(newest.year)",
        caveat: English.onOneLine(measure.difference))
    }
    return nil
  }

  /// `85.7%`.
  public var words: String { "\(tenths / 10).\(tenths % 10)%" }
}
