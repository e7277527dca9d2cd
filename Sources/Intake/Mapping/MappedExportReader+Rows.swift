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
    /// Whether the row is left out on purpose.
    var isLeftOut = false
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
        leaveOut(kind, line: csv.line, &rows)
        continue
      }
      rows.builder.counts.read += 1
      rows.row.read(csv, rows.bound)
      rows.clocks.beginRow()
      tally.count(marked: rows.bound.synthetic.map { $0.holds(rows.row[$0.column]) } ?? false)
      rows.noteUnreadable(csv)
      if let refusal = fill(csv, &rows, feed: &feed) {
        let source = rows.source(refusal.cell, csv)
        if refusal.isLeftOut {
          rows.builder.leaveOut(refusal.rule, next: refusal.nextStep, at: source)
        } else {
          try rows.builder.setAside(
            refusal.rule, next: refusal.nextStep, at: source, into: sink)
          try leave(refusal.mayBe, csv, &rows, into: sink)
        }
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
    leaveOut(.count, line: end.line, &rows)
  }

  /// Leaves out a row that is no data.
  private func leaveOut(_ kind: NonDataRow, line: Int, _ rows: inout MappedRows) {
    rows.builder.counts.read += 1
    rows.nonDataRows += 1
    rows.builder.leaveOut(
      kind.rule, next: kind.nextStep, at: rows.builder.file.source(line: line))
  }

  /// Fills the record of the current row.
  ///
  /// - Returns: the reason why the row cannot be used; nil for none.
  private func fill(
    _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows, feed: inout Feed
  ) -> Refusal? {
    let bound = rows.bound
    let filter = rows.holds(bound.filter)
    if let refusal = refusal(rows, filter, feed: &feed) { return refusal }
    let source = rows.source(bound.child, csv)
    rows.row.with(bound.child) { rows.builder.begin(child: $0, at: source) }
    fillChild(csv, &rows)
    fillProcesses(csv, &rows)
    var held = 0
    for event in rows.events {
      let holding = rows.holds(event.mapped.conditions)
      guard holding != .no else { continue }
      held += 1
      let isInDoubt = holding == .inDoubt || filter == .inDoubt
      if let refusal = fill(event, isInDoubt: isInDoubt, csv, &rows) { return refusal }
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

  /// The reason why a row is set aside or left out before it is read; nil for none.
  private func refusal(
    _ rows: borrowing MappedRows, _ filter: MappedCondition.Holding, feed: inout Feed
  ) -> Refusal? {
    let bound = rows.bound
    if filter == .no, let failed = bound.filter.first(where: { rows.holds($0) == .no }) {
      return Refusal(
        cell: .column(failed.column),
        rule: "a row of the list \(bound.list.name) fulfils \"only when\" of the mapping",
        nextStep: "nothing, where the mapping means to leave it out", isLeftOut: true)
    }
    guard rows.row.isWhole(bound.child, bound) else { return refusalOfChildless(rows) }
    guard let cell = bound.authority else { return nil }
    guard !rows.isError(cell) else { return nil }
    let authority = rows.row.withWord(cell, bound) { String(decoding: $0, as: UTF8.self) }
    guard authority.isEmpty || tally.state(authority: authority, in: &feed) else {
      return Refusal(
        cell: cell, rule: "the rows of a feed are of one authority",
        nextStep: "export each authority's rows as a feed of its own")
    }
    return nil
  }

  /// The reason why a row that names no child is not used.
  private func refusalOfChildless(_ rows: borrowing MappedRows) -> Refusal {
    let child = rows.bound.child
    guard !rows.isBlank else {
      return Refusal(
        cell: child, rule: NonDataRow.empty.rule, nextStep: NonDataRow.empty.nextStep,
        isLeftOut: true)
    }
    if let broken = child.columns.first(where: { rows.isError(.column($0)) }) {
      return Refusal(
        cell: .column(broken), rule: "a row names its child, and this holds an error such as #N/A",
        nextStep: "mend the formula or the value in the workbook")
    }
    let isEmpty = child.columns.contains { rows.row[$0].isEmpty }
    return Refusal(
      cell: child,
      rule: isEmpty
        ? "a row names its child"
        : "a row names its child, and a placeholder such as -1, 0 or NULL names none",
      nextStep: "give the child's id in the case system")
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
      let parent = rows.firstProcess(of: process.mapped.within)
      let row: Int32
      if rows.row.isWhole(process.mapped.id, rows.bound) {
        let source = rows.source(process.mapped.id, csv)
        row = rows.row.with(process.mapped.id) {
          rows.builder.record.addProcess(process.mapped.kind, id: $0, parent: parent, at: source)
        }
      } else {
        row = addWithoutID(process, parent: parent, csv, &rows)
      }
      rows.processRows.append(row)
      guard row >= 0 else { continue }
      for attribute in process.attributes {
        fill(attribute, of: .process(row), csv, &rows)
      }
    }
  }

  /// Adds a process whose id is none, made up by the day on which the row says that it opened.
  ///
  /// - Returns: its row; -1 where the row does not open it, so that its events are linked by date.
  private func addWithoutID(
    _ process: BoundProcess, parent: Int32, _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows
  ) -> Int32 {
    for index in process.openings {
      let event = rows.events[index].mapped
      guard let cell = event.at, rows.events[index].isThere,
        rows.holds(event.conditions) == .yes, isHeld(event, rows),
        case .moment(let moment, _) = rows.row.with(cell, { Self.date($0, cell, rows.bound) }),
        let day = moment.day
      else { continue }
      return rows.builder.record.addProcess(
        process.mapped.kind, openedAt: event.precision == .day ? .day(day) : moment,
        parent: parent, at: rows.source(cell, csv))
    }
    return -1
  }

  private func isHeld(_ event: MappedEvent, _ rows: borrowing MappedRows) -> Bool {
    guard let state = event.state else { return true }
    return rows.row.withWord(state, rows.bound) { words.state($0) } == .held
  }
}
