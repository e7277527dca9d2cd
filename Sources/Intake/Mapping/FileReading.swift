public import CaseModel

/// What the reading of one file came to.
public struct FileReading: Sendable, Hashable {
  /// Its rows: read = used + set aside.
  public var counts: RowCounts
  /// What was odd in it.
  public var notes: [ReadingNote]

  /// The list of the mapping that it was read as; empty where no mapping was used.
  public var list = ""
  /// Its columns, by what became of them; empty where no mapping was used.
  public var columns = FileColumns()

  /// The outcome of a reading.
  public init(counts: RowCounts = RowCounts(), notes: [ReadingNote] = []) {
    self.counts = counts
    self.notes = notes
  }
}
