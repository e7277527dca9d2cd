import CaseModel

/// The state of reading the rows of one mapped file.
///
/// Never copied: it is large, and every row looks at it many times.
struct MappedRows: ~Copyable {
  let bound: BoundList
  let events: [BoundEvent]
  let processes: [BoundProcess]
  var builder: RecordBuilder
  /// Whether its dates have day and month in the mapping's order.
  var orders: DateOrders
  /// Rows that are no data; they are among those left out.
  var nonDataRows = 0
  /// Rows by their identity alone, where the mapping names one.
  var identities = CopyCounter()
  var row = MappedRow()
  /// The times of the list, to see whether its midnights are times.
  var clocks = MappedClocks()
  /// The types of event that were met with a day only, by their index.
  private var isDayOnly = [Bool](repeating: false, count: 256)
  /// The row of the record for each process of the list; -1 where the row has none.
  var processRows: [Int32] = []

  init(file: ExportFile, bound: BoundList, vocabulary: Vocabulary, notes: ReadingNotes) {
    self.bound = bound
    builder = RecordBuilder(file: file, notes: notes)
    orders = DateOrders(columns: bound.list.columns.count)
    var clocks = MappedClocks()
    events = bound.list.events.map { BoundEvent($0, bound, vocabulary, &clocks) }
    processes = bound.list.processes.enumerated().map { index, process in
      BoundProcess(process, at: index, bound.list, vocabulary, &clocks)
    }
    self.clocks = clocks
  }

  /// The types of event that were met with a day only.
  var dayOnly: Set<EventType> {
    Set(isDayOnly.indices.filter { isDayOnly[$0] }.map { EventType(index: UInt8($0)) })
  }

  /// Remembers that a type of event was met with a day only.
  mutating func meetDayOnly(_ type: EventType) { isDayOnly[Int(type.index)] = true }

  /// The position of a cell of the current row: that of its first column.
  func source(_ cell: MappedCell?, _ csv: borrowing some ListRecords & ~Copyable) -> Source {
    guard let column = cell?.firstColumn, bound.cuts[column].field >= 0 else {
      return builder.file.source(line: csv.line)
    }
    let field = bound.cuts[column].field
    return builder.file.source(line: csv.line(of: field), column: csv.column(of: field))
  }

  /// Notes something odd in a cell of the current row.
  mutating func note(
    _ rule: String, next nextStep: String, _ cell: MappedCell?,
    _ csv: borrowing some ListRecords & ~Copyable, isIssue: Bool = false
  ) {
    let source = source(cell, csv)
    builder.notes.add(rule, next: nextStep, isIssue: isIssue, at: source)
  }

  /// The first process of some that the row has, as a row of the record; -1 for none.
  func firstProcess(of indices: [Int]) -> Int32 {
    for index in indices where processRows[index] >= 0 { return processRows[index] }
    return -1
  }

  /// Counts the row where it is a copy of another, and notes one that clashes with another.
  mutating func countCopies(_ csv: borrowing some ListRecords & ~Copyable) {
    var whole = ByteHash()
    for index in 0..<csv.fieldCount { whole.add(UnsafeRawBufferPointer(csv.field(index))) }
    let isCopy = builder.countCopy(whole)
    if !isCopy { clocks.countRow() }
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

/// The values of the current row, by the columns of its list.
struct MappedRow {
  /// A value for each column: trimmed, cut out, empty for null words; valid until the next row.
  private var values: [UnsafeRawBufferPointer] = []
  /// Whether some value is an error such as `#N/A`.
  private(set) var hasError = false

  /// Takes the values of the current record.
  mutating func read(_ csv: borrowing some ListRecords & ~Copyable, _ bound: BoundList) {
    values.removeAll(keepingCapacity: true)
    hasError = false
    for (column, cut) in bound.cuts.enumerated() {
      guard cut.field >= 0 else {
        values.append(UnsafeRawBufferPointer(start: nil, count: 0))
        continue
      }
      let value = UnsafeRawBufferPointer(csv.field(cut.field)).trimmed
      // A column is a large thing to look into, and most values are what stands there.
      let isPlain = !cut.isCutOut && MappedColumn.start(of: value) & cut.nullStarts == 0
      let taken = isPlain ? value : bound.mapped[column].value(value)
      if SpreadsheetError.isError(taken) { hasError = true }
      values.append(taken)
    }
  }

  /// The value of a column, as written.
  subscript(column: Int) -> UnsafeRawBufferPointer { values[column] }

  /// Calls a body with the value of a cell, as written.
  func with<Result>(_ cell: MappedCell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch cell {
    case .column(let column): return body(values[column])
    case .constant(let bytes): return bytes.withUnsafeBytes(body)
    case .composed(let pieces):
      var bytes: [UInt8] = []
      var isEmpty = true
      for piece in pieces {
        with(piece) { value in
          bytes.append(contentsOf: value)
          if case .column = piece, !value.isEmpty { isEmpty = false }
        }
      }
      if isEmpty { bytes = [] }
      return bytes.withUnsafeBytes { body($0.trimmed) }
    }
  }

  /// Calls a body with the value of a cell, in the words that the column's values are mapped to.
  func withWord<Result>(
    _ cell: MappedCell, _ bound: BoundList, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    with(cell) { value in
      guard case .column(let column) = cell,
        let word = bound.mapped[column].target(of: value)
      else { return body(value) }
      return word.withUnsafeBytes(body)
    }
  }

  /// Whether a cell holds an id: of a composed one every column has a value that is not none.
  func isWhole(_ cell: MappedCell, _ bound: BoundList) -> Bool {
    if case .column(let column) = cell { return !PlaceholderKey.isNone(values[column]) }
    return cell.columns.allSatisfy {
      !PlaceholderKey.isNoneAsPart(values[$0]) && !isFiller($0, bound)
    }
  }

  /// Whether a column is empty, or as an empty one: a placeholder where its values are ids, a filler
  /// where they are dates.
  func isEmpty(_ column: Int, _ bound: BoundList) -> Bool {
    values[column].isEmpty || bound.cuts[column].isKey && PlaceholderKey.isNone(values[column])
      || isFiller(column, bound)
  }

  private func isFiller(_ column: Int, _ bound: BoundList) -> Bool {
    bound.cuts[column].isDate
      && MappedDate.isFiller(values[column], of: bound.mapped[column].column)
  }
}

extension MappedRows {
  /// Whether some conditions hold for the current row.
  func holds(_ conditions: [MappedCondition]) -> MappedCondition.Holding {
    var holding = MappedCondition.Holding.yes
    // By index: a condition of the loop would be a copy, whose parts are counted.
    for index in conditions.indices {
      switch holds(conditions[index]) {
      case .yes: continue
      case .inDoubt: holding = .inDoubt
      case .no: return .no
      }
    }
    return holding
  }

  /// Whether a condition holds for the current row.
  ///
  /// An error is not empty, and may stand for any value.
  func holds(_ condition: MappedCondition) -> MappedCondition.Holding {
    let column = condition.column
    if condition.values.isEmpty {
      return row.isEmpty(column, bound) != condition.isNegated ? .yes : .no
    }
    if row.hasError, isError(.column(column)),
      !condition.values.contains(where: { row[column].isWord($0) })
    {
      return .inDoubt
    }
    return condition.holds(row[column]) ? .yes : .no
  }

  /// Whether a cell of the current row holds an error for which the mapping has no word.
  func isError(_ cell: MappedCell) -> Bool {
    guard row.hasError else { return false }
    return cell.columns.contains { column in
      SpreadsheetError.isError(row[column])
        && bound.mapped[column].target(of: row[column]) == nil
    }
  }

  /// Whether nothing of the current row that is read says anything: only its authority and the mark
  /// of made-up children may stand in it.
  var isBlank: Bool {
    guard !row.hasError else { return false }
    let marks = (bound.authority?.columns ?? []) + (bound.synthetic.map { [$0.column] } ?? [])
    return bound.mapped.indices.allSatisfy { column in
      marks.contains(column) || row.isEmpty(column, bound)
        || PlaceholderKey.isWord(row[column])
    }
  }

  /// Counts the errors in columns that are read.
  mutating func noteUnreadable(_ csv: borrowing some ListRecords & ~Copyable) {
    guard row.hasError else { return }
    for column in bound.list.columns.indices where isError(.column(column)) {
      note(
        "a cell holds a value, and no error such as #N/A",
        next: "mend the formula or the value in the workbook; until then it counts as unreadable",
        .column(column), csv)
    }
  }
}
