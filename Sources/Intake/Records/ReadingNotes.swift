public import CaseModel

/// Something odd in an export that was read all the same, counted over its rows.
///
/// It names columns at most, never a value of a row.
public struct ReadingNote: Sendable, Hashable {
  /// What is odd, as one clause.
  public var rule: String
  /// What a person does about it, as one clause.
  public var nextStep: String
  /// The number of occurrences.
  public var count: Int
  /// The position of the first occurrence.
  public var first: Source
  /// Whether each occurrence is an issue of its record too, so that a list of issues has it already.
  public var isIssue: Bool
  /// Whether each occurrence is a row that was left out on purpose, which is no issue.
  public var isLeftOut: Bool

  /// A note.
  public init(
    _ rule: String, next nextStep: String, count: Int = 1, first: Source, isIssue: Bool = false,
    isLeftOut: Bool = false
  ) {
    self.rule = rule
    self.nextStep = nextStep
    self.count = count
    self.first = first
    self.isIssue = isIssue
    self.isLeftOut = isLeftOut
  }
}

/// The notes of a file while it is read, one of each kind.
struct ReadingNotes {
  private(set) var all: [ReadingNote] = []

  /// Counts something odd at a position, once or several times.
  ///
  /// What is an issue of its record too is counted apart.
  mutating func add(
    _ rule: String, next nextStep: String, count: Int = 1, isIssue: Bool = false,
    isLeftOut: Bool = false, at source: @autoclosure () -> Source
  ) {
    for index in all.indices where all[index].rule == rule && all[index].isIssue == isIssue {
      all[index].count += count
      return
    }
    all.append(
      ReadingNote(
        rule, next: nextStep, count: count, first: source(), isIssue: isIssue,
        isLeftOut: isLeftOut))
  }
}

/// The result of reading one file.
public struct FileReading: Sendable, Hashable {
  /// Its rows: read = used + set aside + left out.
  public var counts: RowCounts
  /// What is odd in it.
  public var notes: [ReadingNote]

  /// The lists of a mapping that were read from it: one, or one a sheet of a workbook.
  public var lists: [ListReading] = []

  /// The outcome of a reading.
  public init(counts: RowCounts = RowCounts(), notes: [ReadingNote] = []) {
    self.counts = counts
    self.notes = notes
  }
}

/// The result of reading one list of a mapping.
public struct ListReading: Sendable, Hashable {
  /// The list's name in the mapping.
  public var list: String
  /// The name of its file, or of its file and sheet.
  public var name: String
  /// Its index among the files of the run, as in the sources of its rows.
  public var index: Int32
  /// Its columns, by what became of them.
  public var columns: FileColumns
  /// The numbers of rows read, used and set aside.
  public var counts: RowCounts
  /// What is odd in it.
  public var notes: [ReadingNote]
}

extension ListReading {
  /// The outcome of a list whose rows were read.
  init(_ rows: borrowing MappedRows) {
    list = rows.bound.list.name
    name = rows.builder.file.name
    index = rows.builder.file.index
    columns = rows.bound.columns
    counts = rows.builder.counts
    notes = rows.builder.notes.all
  }
}

/// The columns of a mapped file by what became of them, each in the file's order.
public struct FileColumns: Sendable, Hashable {
  /// Those that were read.
  public var read: [String] = []
  /// Those that the mapping names under `not read`.
  public var known: [String] = []
  /// Those that the mapping does not know.
  public var unknown: [String] = []
  /// Optional columns of the mapping that the file does not have, by the mapping's names.
  public var missing: [String] = []
}
