public import CaseModel
public import Clocks

/// One feed as reports show it.
public struct FeedLine: Sendable {
  /// The name that the configuration gives it.
  public var name: String
  /// The format in words.
  public var format: String
  /// The moment that the export describes.
  public var asOf: Moment
  /// The files, by base name, with their hashes.
  public var files: [FileTable.Entry]
  /// How many rows were read, used and set aside.
  public var counts: RowCounts
  /// How many children it holds.
  public var children: Int
  /// Whether it says of itself that every child in it is made up.
  public var isSynthetic: Bool
  /// What the process that read it had given up: `full`, `partial` or `none`.
  public var confinement: String

  /// A feed with its counts.
  public init(
    name: String, format: String, asOf: Moment, files: [FileTable.Entry], counts: RowCounts,
    children: Int, isSynthetic: Bool, confinement: String
  ) {
    self.name = name
    self.format = format
    self.asOf = asOf
    self.files = files
    self.counts = counts
    self.children = children
    self.isSynthetic = isSynthetic
    self.confinement = confinement
  }
}
