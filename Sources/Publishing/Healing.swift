/// What healing a reports folder did.
public struct Healing: Hashable, Sendable {
  /// What was removed, as paths in the reports folder.
  public internal(set) var removed: [String] = []
  /// The run that `latest` was pointed to; nil where it was not touched.
  public internal(set) var latest: RunName?
}
