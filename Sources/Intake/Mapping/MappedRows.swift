import CaseModel

/// What is kept while the rows of one mapped file are read.
///
/// Never copied: it is large, and every row looks at it many times.
struct MappedRows: ~Copyable {
  let file: ExportFile
  let bound: BoundList
  let events: [BoundEvent]
  let processes: [BoundProcess]
  var notes: ReadingNotes
  var counts = RowCounts()
  /// Whether its dates have day and month in the mapping's order.
  var orders: DateOrders
  /// Rows that are no data; they are among those set aside.
  var spareRows = 0
  var copies = CopyCounter()
  /// Rows by their identity alone, where the mapping names one.
  var identities = CopyCounter()
  var row = MappedRow()
  var record = ChildRecord()
  /// The types of event that were met with a day only, by their index.
  private var isDayOnly = [Bool](repeating: false, count: 256)
  /// The row of the record for each process of the list; -1 where the row has none.
  var processRows: [Int32] = []

  init(file: ExportFile, bound: BoundList, vocabulary: Vocabulary, notes: ReadingNotes) {
    self.file = file
    self.bound = bound
    self.notes = notes
    orders = DateOrders(columns: bound.list.columns.count)
    events = bound.list.events.map { BoundEvent($0, bound, vocabulary) }
    processes = bound.list.processes.map { BoundProcess($0, vocabulary) }
  }

  /// The types of event that were met with a day only.
  var dayOnly: Set<EventType> {
    Set(isDayOnly.indices.filter { isDayOnly[$0] }.map { EventType(index: UInt8($0)) })
  }

  /// Remembers that a type of event was met with a day only.
  mutating func meetDayOnly(_ type: EventType) { isDayOnly[Int(type.index)] = true }

  /// Where a cell of the current row stands: its first column.
  func source(_ cell: MappedCell?, _ csv: borrowing some ListRecords & ~Copyable) -> Source {
    guard let column = cell?.firstColumn, bound.cuts[column].field >= 0 else {
      return file.source(line: csv.line)
    }
    let field = bound.cuts[column].field
    return file.source(line: csv.line(of: field), column: csv.column(of: field))
  }

  /// Notes something odd in a cell of the current row.
  mutating func note(
    _ rule: String, next nextStep: String, _ cell: MappedCell?,
    _ csv: borrowing some ListRecords & ~Copyable, isFault: Bool = false
  ) {
    let source = source(cell, csv)
    notes.add(rule, next: nextStep, isFault: isFault, at: source)
  }

  /// The first process of some that the row has, as a row of the record; -1 for none.
  func firstProcess(of places: [Int]) -> Int32 {
    for place in places where processRows[place] >= 0 { return processRows[place] }
    return -1
  }

  /// Counts the row where it is a copy of another, and notes one that clashes with another.
  mutating func countCopies(_ csv: borrowing some ListRecords & ~Copyable) {
    var whole = ByteHash()
    for index in 0..<csv.fieldCount { whole.add(UnsafeRawBufferPointer(csv.field(index))) }
    let isCopy = copies.isCopy(whole)
    if isCopy { counts.copies += 1 }
    guard !bound.list.identity.isEmpty else { return }
    var identity = ByteHash()
    for column in bound.list.identity { identity.add(row[column]) }
    if identities.isCopy(identity), !isCopy {
      note(
        "rows with one identity say the same, and these differ",
        next: "look which of them is right; both were read",
        .column(bound.list.identity[0]), csv)
    }
  }
}
