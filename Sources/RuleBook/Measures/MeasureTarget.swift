public import Clocks

/// A share that somebody aims at.
public struct MeasureTarget: Sendable, Hashable {
  /// The share in tenths of a percent.
  public var tenths: Int
  /// The first day from which it is aimed at; nil where that is not known.
  public var from: CivilDay?
  /// The last day; nil while it is.
  public var until: CivilDay?
  /// What it rests on.
  public var basis: Basis
  /// Where it stands.
  public var citation: String
}
