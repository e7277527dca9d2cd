import CSVReading
import CaseModel
import Clocks
import Faults

extension MappedExportReader {
  /// Why a row cannot be used, and in which cell that shows.
  struct Refusal {
    var cell: MappedCell?
    var rule: String
    var nextStep: String
  }

  mutating func read(
    _ csv: inout some ListRecords & ~Copyable, _ rows: inout MappedRows, feed: inout Feed,
    into sink: any RecordSink
  ) throws(Fault) {
    var spare = NonDataRows(rows.bound)
    while try csv.nextRow() {
      if let kind = try spare.kind(csv) {
        try setAside(kind, line: csv.line, &rows, into: sink)
        continue
      }
      rows.counts.read += 1
      rows.row.read(csv, rows.bound)
      tally.count(marked: rows.bound.synthetic.map { $0.holds(rows.row[$0.column]) } ?? false)
      rows.noteUnreadable(csv)
      if let refusal = fill(csv, &rows, feed: &feed) {
        rows.counts.setAside += 1
        try sink.setAside(
          QuarantinedRow(
            source: rows.source(refusal.cell, csv), rule: refusal.rule,
            nextStep: refusal.nextStep))
      } else {
        rows.counts.used += 1
        rows.countCopies(csv)
        if !states.keepsBack(rows.record) { try sink.receive(&rows.record) }
      }
    }
    try rows.orders.check(rows.bound, file: rows.file)
    guard let end = csv.rowCountLine else { return }
    let counted = rows.counts.read - rows.spareRows
    if end.rows != counted {
      rows.notes.add(
        "the line at the end counts the rows above it, and there are \(counted) of \(end.rows)",
        next: "export the file again and check that the export ran to its end",
        at: rows.file.source(line: end.line))
    }
    try setAside(.count, line: end.line, &rows, into: sink)
  }

  /// Counts a row that is no data, and says what it is.
  private func setAside(
    _ kind: NonDataRow, line: Int, _ rows: inout MappedRows, into sink: any RecordSink
  ) throws(Fault) {
    rows.counts.read += 1
    rows.counts.setAside += 1
    rows.spareRows += 1
    try sink.setAside(
      QuarantinedRow(
        source: rows.file.source(line: line), rule: kind.rule, nextStep: kind.nextStep,
        severity: .worthALook))
  }

  /// Fills the record of the current row; answers why not, where it cannot be used.
  private func fill(
    _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows, feed: inout Feed
  ) -> Refusal? {
    let bound = rows.bound
    rows.record.clear()
    if let refusal = refusalOfUnreadable(csv, rows) { return refusal }
    if let refusal = refusal(rows, feed: &feed) { return refusal }
    rows.record.id = rows.row.with(bound.child) { rows.record.add(text: $0) }
    rows.record.feeds = rows.file.feeds
    rows.record.source = rows.source(bound.child, csv)
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
        nextStep: "add what this row says to the mapping, or leave it out with \"only when\"")
    }
    return nil
  }

  /// Why a row is set aside before anything is read of it.
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
    if let cell = bound.born { rows.record.born = moment(cell, csv, &rows).moment }
    if let cell = bound.expected { rows.record.expected = moment(cell, csv, &rows).moment }
    if let cell = bound.died {
      rows.record.died = moment(cell, csv, &rows).moment
      if rows.record.died != .absent { rows.record.diedSource = rows.source(cell, csv) }
    }
    if let cell = bound.team {
      rows.record.team = rows.row.withWord(cell, bound) { codes.code($0) }
    }
    if let cell = bound.worker {
      rows.record.worker = rows.row.withWord(cell, bound) { codes.code($0) }
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
      let row = Int32(rows.record.processes.count)
      let id = rows.row.with(process.mapped.id) { rows.record.add(text: $0) }
      rows.record.processes.append(
        ProcessRow(
          kind: process.mapped.kind, parent: rows.firstProcess(of: process.mapped.within), id: id,
          feeds: rows.file.feeds, source: rows.source(process.mapped.id, csv)))
      rows.processRows.append(row)
      for attribute in process.attributes {
        fill(attribute, of: .process(row), csv, &rows)
      }
    }
  }
}
