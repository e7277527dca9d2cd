import CaseModel
import Clocks
import Faults

/// What a row that was set aside may have said.
enum UnreadRow {
  /// Nothing that anybody could tell: it names no child, or is of no event of its list.
  case nothing
  /// The events of which all conditions hold; a word of theirs is not known.
  case eventsOfTheRow
  /// The events of which a condition fails only by a word that none of the list's conditions names.
  case eventsOfUnknownWords
}

extension MappedExportReader {
  /// Leaves on the child's record what a row that was set aside may have said, so that its absence
  /// proves nothing.
  ///
  /// - Throws: ``Fault`` where the sink does.
  func leave(
    _ unread: UnreadRow, _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows,
    into sink: any RecordSink
  ) throws(Fault) {
    let events: [BoundEvent]
    switch unread {
    case .nothing: return
    case .eventsOfTheRow:
      events = rows.events.filter { event in
        event.mapped.conditions.allSatisfy { $0.holds(rows.row[$0.column]) }
      }
    case .eventsOfUnknownWords: events = rows.events.filter { mayBe($0, rows) }
    }
    guard events.contains(where: \.isThere) else { return }
    let bound = rows.bound
    let source = rows.source(bound.child, csv)
    rows.row.with(bound.child) { rows.builder.begin(child: $0, at: source) }
    nameProcesses(csv, &rows)
    for event in events where event.isThere {
      var row = EventRow(
        type: event.mapped.type, state: .unread,
        process: rows.firstProcess(of: event.mapped.processes),
        at: event.mapped.at.map { moment($0, rows) } ?? .missing,
        feeds: rows.builder.feeds, source: rows.source(event.mapped.at, csv))
      if event.mapped.precision == .day, let day = row.at.day { row.at = .day(day) }
      rows.builder.record.addEvent(row)
    }
    try sink.receive(&rows.builder.record)
  }

  /// Whether a row may give an event, if a word that no condition of the list names is one for it.
  private func mayBe(_ event: BoundEvent, _ rows: borrowing MappedRows) -> Bool {
    event.mapped.conditions.allSatisfy { condition in
      let value = rows.row[condition.column]
      if condition.holds(value) { return true }
      guard !condition.isNegated, !condition.values.isEmpty else { return false }
      guard !value.isEmpty else {
        // Where the row does not say what it is, a day in it says that something was held.
        guard rows.bound.list.tellsEvents(by: condition.column),
          rows.bound.list.canSayHeld(event.mapped), let at = event.mapped.at
        else { return false }
        return rows.row.with(at) { !$0.isEmpty }
      }
      return rows.bound.list.mayMean(value, condition)
    }
  }

  /// Puts the processes that the row names on its record, without what it says of them.
  private func nameProcesses(
    _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows
  ) {
    rows.processRows.removeAll(keepingCapacity: true)
    for process in rows.processes {
      guard rows.row.isWhole(process.mapped.id, rows.bound) else {
        rows.processRows.append(-1)
        continue
      }
      let parent = rows.firstProcess(of: process.mapped.within)
      let source = rows.source(process.mapped.id, csv)
      let row = rows.row.with(process.mapped.id) {
        rows.builder.record.addProcess(process.mapped.kind, id: $0, parent: parent, at: source)
      }
      rows.processRows.append(row)
    }
  }

  /// The moment in a cell, about which nothing is said.
  private func moment(_ cell: MappedCell, _ rows: borrowing MappedRows) -> Moment {
    let bound = rows.bound
    return rows.row.with(cell) { value in
      guard !value.isEmpty else { return .missing }
      return switch Self.date(value, cell, bound) {
      case .moment(let moment, _): moment
      case .filler: .missing
      case .unreadable: .unreadable
      }
    }
  }
}

extension MappedList {
  /// Whether a word that stands in a column may be meant for one that a condition asks for.
  ///
  /// A word that some condition names means itself, and yes means itself where one names no. In a
  /// column that says which event a row is, any other word may be one for each event; where the
  /// condition only picks rows, as health assessments out of all checks, only a word like its own.
  fileprivate func mayMean(
    _ word: UnsafeRawBufferPointer, _ condition: MappedCondition
  ) -> Bool {
    let isTruth = TruthWords.read(word) != nil
    for other in filter + events.flatMap(\.conditions) where other.column == condition.column {
      if !other.values.isEmpty, other.holds(word) != other.isNegated { return false }
      for known in other.values
      where isTruth && known.withUnsafeBytes({ TruthWords.read($0) }) != nil {
        return false
      }
    }
    return tellsEvents(by: condition.column)
      || condition.values.contains { WordLikeness.isLike(Array(word), $0) }
  }

  /// Whether a column says which event a row is: two events ask for different words in it.
  fileprivate func tellsEvents(by column: Int) -> Bool {
    let asked = events.flatMap(\.conditions)
      .filter { $0.column == column && !$0.isNegated && !$0.values.isEmpty }
    return asked.indices.contains { first in
      asked[..<first].contains { Set($0.values).isDisjoint(with: asked[first].values) }
    }
  }
}
