/// One file of a published run.
public struct PublishedFile: Hashable, Sendable {
  /// The path in the run's folder.
  public let path: RelativePath
  /// What identifies its content.
  public let digest: FileDigest

  /// A file with what identifies its content.
  public init(path: RelativePath, digest: FileDigest) {
    self.path = path
    self.digest = digest
  }

  /// Reads a line of a manifest; nil where it is not one.
  init?(line: String) {
    let fields = line.utf8.split(
      separator: UInt8(ascii: " "), maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count == 5, let size = Int(String(Substring(fields[2]))),
      let path = try? RelativePath(String(Substring(fields[4])))
    else { return nil }
    self.init(path: path, digest: FileDigest(hash: String(Substring(fields[0])), size: size))
  }
}
