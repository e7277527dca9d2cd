/// How one of tonight's findings stands against the night before.
public enum Standing: String, Sendable, CaseIterable {
  /// It was not there the night before.
  case new
  /// It was there the night before.
  case continuing
  /// It was there the night before under another key: its trigger was corrected.
  case startCorrected
}
