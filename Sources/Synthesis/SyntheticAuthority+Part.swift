extension SyntheticAuthority {
  /// What a synthetic authority can write.
  public enum Part: String, CaseIterable, Sendable {
    /// `cin-census.xml`.
    case census
    /// The nine lists of the local export.
    case local
    /// `interchange.csv`.
    case interchange
    /// `interchange.xml`, which says the same.
    case interchangeXML = "interchange-xml"
    /// `answer-key.csv`.
    case answerKey = "answer-key"
    /// `planted-faults.csv`.
    case plantedFaults = "planted-faults"
    /// `interchange-forms.csv`, the same as XML, and `answer-key-forms.csv`: as many children again,
    /// each planned for a form of rule.
    case forms
  }
}
