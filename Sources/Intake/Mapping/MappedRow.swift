import CaseModel

/// The values of the current row, by the columns of its list.
struct MappedRow {
  /// A value for each column: trimmed, cut out, empty for null words; valid until the next row.
  private var values: [UnsafeRawBufferPointer] = []

  /// Takes the values of the current record.
  mutating func read(_ csv: borrowing some ListRecords & ~Copyable, _ bound: BoundList) {
    values.removeAll(keepingCapacity: true)
    for (column, cut) in bound.cuts.enumerated() {
      guard cut.field >= 0 else {
        values.append(UnsafeRawBufferPointer(start: nil, count: 0))
        continue
      }
      let value = UnsafeRawBufferPointer(csv.field(cut.field)).trimmed
      // A column is a large thing to look into, and most values are what stands there.
      let isPlain = !cut.isCutOut && MappedColumn.start(of: value) & cut.nullStarts == 0
      values.append(isPlain ? value : bound.mapped[column].value(value))
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
      guard case .column(let place) = cell,
        let mapped = bound.mapped[place].values?.value(value)
      else { return body(value) }
      return bound.mapped[place].targets[mapped].word.withUnsafeBytes(body)
    }
  }

  /// Whether every column that a composed id is made of has a value.
  func isWhole(_ cell: MappedCell) -> Bool {
    if case .column(let column) = cell { return !values[column].isEmpty }
    return cell.columns.allSatisfy { !values[$0].isEmpty }
  }
}
