import CSVReading
import CaseModel
import Clocks
import Faults

extension MappedExportReader {
  /// The reason why a row cannot be used, with the cell that shows it.
  struct Refusal {
    var cell: MappedCell?
    var rule: String
    var nextStep: String
    /// What the row may have said, where only a word of it is not known.
    var mayBe = UnreadRow.nothing
  }

  mutating func read(
    _ csv: inout some ListRecords & ~Copyable, _ rows: inout MappedRows, feed: inout Feed,
    into sink: any RecordSink
  ) throws(Fault) {
    var nonData = NonDataRows(rows.bound)
    while try csv.nextRow() {
      if let kind = try nonData.kind(csv) {
        try setAside(kind, line: csv.line, &rows, into: sink)
        continue
      }
      rows.builder.counts.read += 1
      rows.row.read(csv, rows.bound)
      tally.count(marked: rows.bound.synthetic.map { $0.holds(rows.row[$0.column]) } ?? false)
      rows.noteUnreadable(csv)
      if let refusal = fill(csv, &rows, feed: &feed) {
        try rows.builder.setAside(
          refusal.rule, next: refusal.nextStep, at: rows.source(refusal.cell, csv), into: sink)
        try leave(refusal.mayBe, csv, &rows, into: sink)
      } else {
        rows.countCopies(csv)
        try rows.builder.use(&states, into: sink)
      }
    }
    try rows.orders.check(rows.bound, file: rows.builder.file)
    guard let end = csv.rowCountLine else { return }
    let counted = rows.builder.counts.read - rows.nonDataRows
    if end.rows != counted {
      rows.builder.notes.add(
        "the line at the end counts the rows above it, and there are \(counted) of \(end.rows)",
        next: "export the file again and check that the export ran to its end",
        at: rows.builder.file.source(line: end.line))
    }
    try setAside(.count, line: end.line, &rows, into: sink)
  }

  /// Sets aside a row that is no data.
  private func setAside(
    _ kind: NonDataRow, line: Int, _ rows: inout MappedRows, into sink: any RecordSink
  ) throws(Fault) {
    rows.builder.counts.read += 1
    rows.nonDataRows += 1
    try rows.builder.setAside(
      kind.rule, next: kind.nextStep, severity: .worthALook,
      at: rows.builder.file.source(line: line), into: sink)
  }

  /// Fills the record of the current row.
  ///
  /// - Returns: the reason why the row cannot be used; nil for none.
  private func fill(
    _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows, feed: inout Feed
  ) -> Refusal? {
    let bound = rows.bound
    if let refusal = refusalOfUnreadable(csv, rows) { return refusal }
    if let refusal = refusal(rows, feed: &feed) { return refusal }
    let source = rows.source(bound.child, csv)
    rows.row.with(bound.child) { rows.builder.begin(child: $0, at: source) }
    fillChild(csv, &rows)
    fillProcesses(csv, &rows)
    var held = 0
    for event in rows.events {
      guard event.mapped.conditions.allSatisfy({ $0.holds(rows.row[$0.column]) }) else { continue }
      held += 1
      if let refusal = fill(event, csv, &rows) { return refusal }
    }
    guard held > 0 || rows.events.isEmpty else {
      return Refusal(
        cell: bound.list.events[0].conditions.first.map { .column($0.column) },
        rule: "a row of the list \(bound.list.name) gives one of the events of the mapping",
        nextStep: "add what this row says to the mapping, or leave it out with \"only when\"",
        mayBe: .eventsOfUnknownWords)
    }
    return nil
  }

  /// The reason why a row is set aside before it is read; nil for none.
  private func refusal(_ rows: borrowing MappedRows, feed: inout Feed) -> Refusal? {
    let bound = rows.bound
    guard rows.row.isWhole(bound.child) else {
      return Refusal(
        cell: bound.child, rule: "a row names its child",
        nextStep: "give the child's id in the case system")
    }
    for condition in bound.filter where !condition.holds(rows.row[condition.column]) {
      return Refusal(
        cell: .column(condition.column),
        rule: "a row of the list \(bound.list.name) fulfils \"only when\" of the mapping",
        nextStep: "nothing, where the mapping means to leave it out")
    }
    guard let cell = bound.authority else { return nil }
    let authority = rows.row.withWord(cell, bound) { String(decoding: $0, as: UTF8.self) }
    guard authority.isEmpty || tally.state(authority: authority, in: &feed) else {
      return Refusal(
        cell: cell, rule: "the rows of a feed are of one authority",
        nextStep: "export each authority's rows as a feed of its own")
    }
    return nil
  }

  private func fillChild(_ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows) {
    let bound = rows.bound
    if let cell = bound.born { rows.builder.record.born = moment(cell, csv, &rows).moment }
    if let cell = bound.expected { rows.builder.record.expected = moment(cell, csv, &rows).moment }
    if let cell = bound.died {
      rows.builder.record.died = moment(cell, csv, &rows).moment
      if rows.builder.record.died != .absent {
        rows.builder.record.diedSource = rows.source(cell, csv)
      }
    }
    if let cell = bound.team {
      rows.builder.record.team = rows.row.withWord(cell, bound) { codes.code($0) }
    }
    if let cell = bound.worker {
      rows.builder.record.worker = rows.row.withWord(cell, bound) { codes.code($0) }
    }
  }

  private func fillProcesses(
    _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows
  ) {
    rows.processRows.removeAll(keepingCapacity: true)
    for process in rows.processes {
      guard rows.row.isWhole(process.mapped.id) else {
        rows.processRows.append(-1)
        continue
      }
      let parent = rows.firstProcess(of: process.mapped.within)
      let source = rows.source(process.mapped.id, csv)
      let row = rows.row.with(process.mapped.id) {
        rows.builder.record.addProcess(process.mapped.kind, id: $0, parent: parent, at: source)
      }
      rows.processRows.append(row)
      for attribute in process.attributes {
        fill(attribute, of: .process(row), csv, &rows)
      }
    }
  }
}
