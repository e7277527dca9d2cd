extension MappedExportReader {
  /// Why a row cannot be used where a field that says what the row is holds an error.
  ///
  /// Such a field would be an id that many rows share, or decide a condition by chance. A date that
  /// is an error is unreadable instead, and everything else is as any word that is not known.
  func refusalOfUnreadable(
    _ csv: borrowing some ListRecords & ~Copyable, _ rows: borrowing MappedRows
  ) -> Refusal? {
    guard csv.hasUnreadable else { return nil }
    let list = rows.bound.list
    let ids = [list.child] + list.processes.map(\.id) + list.events.compactMap(\.id)
    let conditions =
      list.filter + list.events.flatMap(\.conditions) + [list.synthetic].compactMap(\.self)
    let cells = ids + [list.authority].compactMap(\.self) + conditions.map { .column($0.column) }
    for cell in cells {
      for column in cell.columns where rows.isUnreadable(column, csv) {
        return Refusal(
          cell: .column(column), rule: "a field that says what a row is holds no error",
          nextStep: "mend the formula or the value in the workbook")
      }
    }
    return nil
  }
}

extension MappedRows {
  /// Whether a column of the current row holds an error that the mapping does not take for empty.
  func isUnreadable(_ column: Int, _ csv: borrowing some ListRecords & ~Copyable) -> Bool {
    guard let field = bound.fields[column], csv.isUnreadable(field) else { return false }
    return !row[column].isEmpty
  }

  /// Counts the errors in columns that are read.
  mutating func noteUnreadable(_ csv: borrowing some ListRecords & ~Copyable) {
    guard csv.hasUnreadable else { return }
    for column in bound.list.columns.indices where isUnreadable(column, csv) {
      note(
        "a cell holds a value, and no error such as #N/A",
        next: "mend the formula or the value in the workbook; until then it counts as unreadable",
        .column(column), csv)
    }
  }
}
