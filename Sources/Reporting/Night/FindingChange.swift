/// How a finding stands against the night before.
public enum FindingChange: String, Sendable, CaseIterable {
  /// It was not there the night before.
  case new
  /// It was there the night before.
  case continuing
}
