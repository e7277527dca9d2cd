/// How a night ended.
public enum NightOutcome: Sendable {
  /// A run was published, under this name.
  case published(String)
  /// Nothing is new since this run, and nothing was published.
  case nothingNew(String)
}
