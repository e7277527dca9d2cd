/// A share that somebody published.
public struct PublishedFigure: Sendable, Hashable {
  /// Where: `England`, `median of authorities`.
  public var area: String
  /// The year to 31 March in which it was counted.
  public var year: Int
  /// The share in tenths of a percent.
  public var tenths: Int
  /// Where it stands.
  public var source: String

  /// `85.7%`.
  public var words: String { "\(tenths / 10).\(tenths % 10)%" }
}
