import CaseModel
import Clocks

extension MappedExportReader {
  /// Puts an event whose conditions hold on the record; answers why the row cannot be used.
  func fill(
    _ its: BoundEvent, _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows
  ) -> Refusal? {
    let bound = rows.bound
    guard its.isThere else { return nil }
    var event = EventRow(
      type: its.mapped.type, feeds: rows.builder.feeds, source: rows.source(its.mapped.at, csv))
    if let cell = its.mapped.state {
      guard let state = rows.row.withWord(cell, bound, { words.state($0) }) else {
        return Refusal(
          cell: cell, rule: "the state of an event is one that the mapping knows",
          nextStep: "add the value to \"values\" of the column in the mapping",
          mayBe: .eventsOfTheRow)
      }
      event.state = state
    }
    if let cell = its.mapped.at {
      (event.at, event.raw) = moment(cell, csv, &rows, isOfEvent: true)
      if event.at == .absent, event.state == .held {
        guard its.mapped.isDateMissingWhenEmpty else { return nil }
        event.at = .missing
      }
      if its.mapped.precision == .day, let day = event.at.day { event.at = .day(day) }
      if event.at.precision == .day { rows.meetDayOnly(its.mapped.type) }
    }
    event.process = rows.firstProcess(of: its.mapped.processes)
    if event.process < 0, !its.mapped.processes.isEmpty {
      rows.note(
        "an event of the list \(bound.list.name) lies in a process, and this row names none",
        next: "give the process's id; until then the event is matched by the child alone",
        bound.list.processes[its.mapped.processes[0]].id, csv)
    }
    fillOutcome(its, &event, csv, &rows)
    if let cell = its.mapped.id {
      event.id = rows.row.with(cell) { rows.builder.record.add(text: $0) }
    }
    if let cell = its.mapped.due { event.dueRecorded = moment(cell, csv, &rows).moment }
    let row = rows.builder.record.addEvent(event)
    for attribute in its.attributes {
      fill(attribute, of: attribute.owner(event, row, rows.builder.record), csv, &rows)
    }
    guard let who = its.mapped.who else { return nil }
    return fill(who, event, row, csv, &rows)
  }

  /// An outcome, in the vocabulary's manner; that of a closing event is why the process closed.
  private func fillOutcome(
    _ its: BoundEvent, _ event: inout EventRow, _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows
  ) {
    guard let cell = its.mapped.outcome else { return }
    let bound = rows.bound
    var isKnown = true
    event.outcome = rows.row.withWord(cell, bound) { value in
      let word = String.wordBytes(value)
      isKnown = word.isEmpty || its.outcomes.isEmpty || its.outcomes.contains(word)
      return word.withUnsafeBytes { codes.code($0) }
    }
    if !isKnown {
      rows.note(its.outcomeRule, next: UnknownOutcome.mappingStep, cell, csv)
    }
    _ = rows.builder.record.takeCloseReason(of: event, closing: its.closes)
  }

  private func fill(
    _ who: MappedEvent.Who, _ event: EventRow, _ row: Int32,
    _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows
  ) -> Refusal? {
    let bound = rows.bound
    guard let part = rows.row.withWord(who.part, bound, { words.part($0) }) else {
      return Refusal(
        cell: who.part, rule: "the part that somebody took is one that the mapping knows",
        nextStep: "add the value to \"values\" of the column in the mapping",
        mayBe: .eventsOfTheRow)
    }
    let role = rows.row.withWord(who.role, bound) { words.role($0) }
    if role == nil {
      rows.note(
        "a role is one of the vocabulary's; any other might fill any place",
        next: "add the value to \"values\" of the column in the mapping", who.role, csv)
    }
    rows.builder.record.addParticipation(
      in: row, at: event.at, role: role, part: part,
      agency: who.agency.map { cell in rows.row.withWord(cell, bound) { codes.code($0) } }
        ?? .none,
      source: rows.source(who.role, csv))
    return nil
  }

  /// Puts an attribute on the record; an empty field says nothing.
  func fill(
    _ its: BoundAttribute, of owner: AttributeRow.Owner?,
    _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows
  ) {
    let bound = rows.bound
    guard let owner else { return }
    let attribute = its.mapped
    let reading: AttributeValues.Reading? = rows.row.withWord(attribute.cell, bound) { value in
      guard !value.isEmpty else { return nil }
      return values.read(value, of: attribute.name) { Self.read($0, attribute.cell, bound)?.moment }
    }
    guard let reading else { return }
    if its.isDate {
      watchOrder(attribute.cell, wasRead: reading.value != .unreadable, csv, &rows)
    } else if reading.isOutsideList || reading.value == .unreadable {
      rows.note(
        "the value of an attribute is one that the mapping or the vocabulary knows",
        next: "add the value to \"values\" of the column in the mapping", attribute.cell, csv)
    }
    rows.builder.record.attributes.append(
      AttributeRow(owner: owner, name: attribute.name, value: reading.value))
  }

  /// The moment in a cell, and the text where it cannot be read; absent for an empty field.
  ///
  /// An event that has no moment because of that is a fault of its record.
  func moment(
    _ cell: MappedCell, _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows,
    isOfEvent: Bool = false
  ) -> (moment: Moment, raw: TextRange) {
    let bound = rows.bound
    let read = rows.row.with(cell) { value in
      value.isEmpty ? (.absent, false) : Self.read(value, cell, bound)
    }
    if let (moment, mayBeExchanged) = read {
      if mayBeExchanged { watchOrder(cell, wasRead: true, csv, &rows) }
      return (moment, .empty)
    }
    let raw = rows.row.with(cell) { rows.builder.record.add(text: $0) }
    watchOrder(cell, wasRead: false, csv, &rows, isIssue: isOfEvent)
    return (.unreadable, raw)
  }

  /// Looks whether a date has day and month in the mapping's order, and notes why it was not read.
  private func watchOrder(
    _ cell: MappedCell, wasRead: Bool, _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows, isIssue: Bool = false
  ) {
    guard let column = cell.firstColumn, !wasRead || !rows.orders.isCertain(column) else {
      return
    }
    let formats = Self.formats(cell, rows.bound)
    let source = rows.source(cell, csv)
    let rule: String? = rows.row.with(cell) { value in
      switch rows.orders.look(value, of: column, formats, at: source) {
      case .contradicts(true):
        "dates have day and month in the order that the mapping says, and this has the month first"
      case .contradicts(false):
        "dates have day and month in the order that the mapping says, and this has the day first"
      case .agrees:
        wasRead
          ? nil
          : DateFormat.hasShortYear(value)
            ? "a year has four digits, for two do not say which century"
            : "a date is written as the mapping says, and is a day that exists"
      }
    }
    guard let rule else { return }
    rows.note(
      rule, next: "correct it in the case system, or add its format to \"dates\" in the mapping",
      cell, csv, isIssue: isIssue)
  }

  /// The formats in which the dates of a cell are written.
  private static func formats(_ cell: MappedCell, _ bound: BoundList) -> [DateFormat] {
    if case .column(let column) = cell { return bound.mapped[column].dates }
    return bound.list.dates
  }

  /// The moment that bytes say in the first format that fits, and whether day and month of that
  /// format might be taken for each other.
  static func read(
    _ bytes: UnsafeRawBufferPointer, _ cell: MappedCell, _ bound: BoundList
  ) -> (moment: Moment, mayBeExchanged: Bool)? {
    for format in formats(cell, bound) {
      if let moment = format.read(bytes) { return (moment, format.mayBeExchanged) }
    }
    return nil
  }
}
