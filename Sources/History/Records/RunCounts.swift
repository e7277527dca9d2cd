/// What a published night counted, for trends.
public struct RunCounts: Hashable, Sendable {
  /// The night.
  public var run: RecordedRun
  /// Its counts, by rule in byte order, then in the order of outcomes.
  public var counts: [OutcomeCount]

  /// The counts of a night.
  public init(run: RecordedRun, counts: [OutcomeCount]) {
    self.run = run
    self.counts = counts
  }
}
