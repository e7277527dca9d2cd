public import CaseModel

/// What reading one list of a mapping came to.
public struct ListReading: Sendable, Hashable {
  /// The list's name in the mapping.
  public var list: String
  /// The name of its file, or of its file and sheet.
  public var name: String
  /// Its place among the files of the run, as in the sources of its rows.
  public var index: Int32
  /// Its columns, by what became of them.
  public var columns: FileColumns
  /// How many rows were read, used and set aside.
  public var counts: RowCounts
  /// What was odd in it.
  public var notes: [ReadingNote]
}

extension ListReading {
  /// The outcome of a list whose rows were read.
  init(_ rows: borrowing MappedRows) {
    list = rows.bound.list.name
    name = rows.file.name
    index = rows.file.index
    columns = rows.bound.columns
    counts = rows.counts
    notes = rows.notes.all
  }
}
