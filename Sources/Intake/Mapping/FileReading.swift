public import CaseModel

/// What the reading of one file came to.
public struct FileReading: Sendable, Hashable {
  /// Its rows: read = used + set aside.
  public var counts: RowCounts
  /// What was odd in it.
  public var notes: [ReadingNote]

  /// The lists of a mapping that were read from it: one, or one a sheet of a workbook.
  public var lists: [ListReading] = []

  /// The outcome of a reading.
  public init(counts: RowCounts = RowCounts(), notes: [ReadingNote] = []) {
    self.counts = counts
    self.notes = notes
  }
}
