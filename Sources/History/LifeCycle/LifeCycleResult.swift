/// What two nights say of the findings: which are new, which continue, which cleared.
public struct LifeCycleResult: Hashable, Sendable {
  /// A finding that was there the night before and still is.
  public struct Continuing: Hashable, Sendable {
    /// What it said the night before.
    public var before: RecordedFinding
    /// What it says tonight, under the number and first run that it had.
    public var now: RecordedFinding
    /// Whether its trigger was corrected, so that it has another key now.
    public var startCorrected: Bool

    /// A finding that continues.
    public init(before: RecordedFinding, now: RecordedFinding, startCorrected: Bool) {
      self.before = before
      self.now = now
      self.startCorrected = startCorrected
    }
  }

  /// How each of tonight's checks stands, in their order; nil for one that is no finding.
  public var standings: [Standing?]
  /// Findings that were not there, in the order of tonight's checks.
  public var opened: [RecordedFinding]
  /// Findings that were there, in the order of tonight's checks.
  public var continuing: [Continuing]
  /// Findings that are none any more, in the order of the night before.
  public var cleared: [Clearance]
  /// Findings of rules that could not be applied tonight, in the order of the night before.
  public var heldOver: [RecordedFinding]

  /// The result for a night without findings, following one without.
  public init() {
    standings = []
    opened = []
    continuing = []
    cleared = []
    heldOver = []
  }
}
