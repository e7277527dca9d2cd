import CaseModel
import Clocks

extension MappedExportReader {
  /// Puts an event whose conditions hold on the record; answers why the row cannot be used.
  ///
  /// Of an event in doubt an error hides whether the row gives it: it may have happened, so that its
  /// date is one that cannot be read.
  func fill(
    _ its: BoundEvent, isInDoubt: Bool, _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows
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
      let read = moment(cell, csv, &rows, isOfEvent: true)
      (event.at, event.raw) = (read.moment, read.raw)
      if event.at == .absent, event.state == .held {
        let isOpenEnd = its.isEnd && read.filler.map { isToCome($0) } ?? false
        guard its.mapped.isDateMissingWhenEmpty, !isOpenEnd else { return nil }
        event.at = .missing
      }
      if its.mapped.precision == .day, let day = event.at.day { event.at = .day(day) }
      if event.at.precision == .day { rows.meetDayOnly(its.mapped.type) }
      if event.at.precision == .minute, its.clock >= 0 {
        rows.clocks.meet(its.clock, isMidnight: event.at.minuteOfDay == 0, at: event.source)
      }
    }
    event.process = rows.firstProcess(of: its.mapped.processes)
    if isInDoubt { leaveOpen(&event, its, rows.builder.record) }
    if event.process < 0, !its.mapped.processes.isEmpty {
      rows.note(
        "an event of the list \(bound.list.name) lies in a process, and this row names none",
        next: "give the process's id; until then the event is matched by the child alone",
        bound.list.processes[its.mapped.processes[0]].id, csv)
    }
    fillOutcome(its, &event, csv, &rows)
    if let cell = its.mapped.id, rows.row.isWhole(cell, bound) {
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

  /// Leaves open whether an event is one, where an error stands for what decides it.
  ///
  /// What opens its process keeps its day: if the process is one, it opened then.
  private func leaveOpen(_ event: inout EventRow, _ its: BoundEvent, _ record: ChildRecord) {
    let opensIts =
      event.process >= 0 && record.processes[Int(event.process)].kind == its.opens
    if opensIts, event.state == .held, event.at.isKnown {
      event.state = .unread
    } else {
      event.at = .unreadable
    }
  }

  /// An outcome, in the vocabulary's manner; that of a closing event is why the process closed.
  private func fillOutcome(
    _ its: BoundEvent, _ event: inout EventRow, _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows
  ) {
    guard let cell = its.mapped.outcome, !rows.isError(cell) else { return }
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
    var isFiller = false
    let reading: AttributeValues.Reading? = rows.row.withWord(attribute.cell, bound) { value in
      guard !value.isEmpty, !values.isNone(value, of: attribute.name) else { return nil }
      if !its.isDate, rows.isError(attribute.cell) { return .init(value: .unreadable) }
      return values.read(value, of: attribute.name) {
        switch Self.date($0, attribute.cell, bound) {
        case .moment(let moment, _): return moment
        case .filler:
          isFiller = true
          return .absent
        case .unreadable: return nil
        }
      }
    }
    guard let reading else { return }
    guard !isFiller else {
      noteFiller(attribute.cell, csv, &rows)
      return
    }
    if its.isDate {
      watchOrder(attribute.cell, wasRead: reading.value != .unreadable, csv, &rows)
      if case .moment(let moment) = reading.value, moment.precision == .minute, its.clock >= 0 {
        rows.clocks.meet(
          its.clock, isMidnight: moment.minuteOfDay == 0, at: rows.source(attribute.cell, csv))
      }
    } else if reading.isOutsideList || reading.value == .unreadable {
      rows.note(
        "the value of an attribute is one that the mapping or the vocabulary knows",
        next: "add the value to \"values\" of the column in the mapping", attribute.cell, csv)
    }
    rows.builder.record.attributes.append(
      AttributeRow(
        owner: owner, name: attribute.name, value: reading.value, feeds: rows.builder.feeds,
        source: rows.source(attribute.cell, csv)))
  }

  /// Whether the filler of an end says that it is not there yet: it lies after the as-of.
  private func isToCome(_ filler: CivilDay) -> Bool {
    tally.asOf.day.map { filler > $0 } ?? (filler == FillerDate.never)
  }
}
