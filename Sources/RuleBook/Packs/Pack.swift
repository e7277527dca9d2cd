public import Clocks

/// A folder of rules: a national one, or a local one on top.
public struct Pack: Sendable {
  /// The name, which is its folder's.
  public let name: String
  /// Its title.
  public let title: String
  /// The calendar that its working days are counted by.
  public let calendar: String
  /// The hours of a working day; nil where no rule of the pack needs them.
  public let officeHours: OfficeHours?
  /// The day on which somebody last held it against its sources.
  public let lastChecked: String
  /// What it says about its sources, and what was left out and why; empty for nothing.
  public let notes: String
  /// Its rules, in the order of files and lines.
  public let rules: [Rule]
  /// What a board compares with others; empty for nothing.
  public let measures: [MeasureDefinition]
}
