public import CaseModel

/// What the reading of one file came to.
public struct FileReading: Sendable, Hashable {
  /// Its rows: read = used + set aside.
  public var counts: RowCounts
  /// What was odd in it.
  public var notes: [ReadingNote]

  /// The outcome of a reading.
  public init(counts: RowCounts = RowCounts(), notes: [ReadingNote] = []) {
    self.counts = counts
    self.notes = notes
  }
}
