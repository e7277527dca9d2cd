/// One file of a run folder.
public struct ReportFile: Sendable, Hashable {
  /// Its path under the run folder, with `/` between names.
  public var path: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// A file of a path.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
