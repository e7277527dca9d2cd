extension SyntheticAuthority {
  /// What a synthetic authority can write.
  public enum Part: String, CaseIterable, Sendable {
    /// `cin-census.xml`.
    case census
    /// The nine lists of the local export.
    case local
    /// `interchange.csv`.
    case interchange
    /// `answer-key.csv`.
    case answerKey = "answer-key"
    /// `planted-faults.csv`.
    case plantedFaults = "planted-faults"
    /// `forms/interchange-forms.csv` and `forms/answer-key-forms.csv`: children of their own.
    case forms

    /// The exports of the authority's own children.
    public static let usual: Set<Part> = [
      .census, .local, .interchange, .answerKey, .plantedFaults,
    ]
  }
}
