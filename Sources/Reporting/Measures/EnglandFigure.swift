/// A published figure for England, to set beside an authority's own.
///
/// Source: Department for Education, "Characteristics of children in need", year to March 2025.
public struct EnglandFigure: Sendable, Hashable {
  /// The share in tenths of a percent.
  public var tenths: Int
  /// The year that it is for.
  public var year: String
  /// What it counts otherwise than Duly does.
  public var caveat: String

  /// The figure that stands nearest to a rule; nil where none is published.
  public static func figure(for rule: String) -> EnglandFigure? {
    switch rule {
    case "england/assessment":
      EnglandFigure(tenths: 857, year: Strings.englandYear, caveat: Strings.englandAssessments)
    case "england/icpc":
      EnglandFigure(tenths: 814, year: Strings.englandYear, caveat: Strings.englandConferences)
    case "england/first-review", "england/later-review":
      EnglandFigure(tenths: 906, year: Strings.englandYear, caveat: Strings.englandReviews)
    default: nil
    }
  }

  /// `85.7%`.
  public var words: String { "\(tenths / 10).\(tenths % 10)%" }
}
