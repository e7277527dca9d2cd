/// One sheet of a workbook, as the workbook lists it.
public struct WorkbookSheet: Hashable, Sendable {
  /// Its name on the tab.
  public let name: String
  /// Whether the workbook does not show it.
  public let isHidden: Bool
  /// The name of its part in the archive.
  let part: [UInt8]
}
