/// A run whose folder was compared with its manifest, file by file.
public struct VerifiedRun: Hashable, Sendable {
  /// The folder's name under `runs`.
  public let name: RunName
  /// What the folder holds.
  public let manifest: Manifest
}
