import CSVReading
import CaseModel
import Clocks
import Faults

extension InterchangeReader {
  mutating func read(
    _ csv: inout CSVReader, _ rows: inout InterchangeRows, into sink: any RecordSink
  ) throws(Fault) {
    while true {
      do throws(CSVReadingError) {
        guard try csv.next() else { return }
      } catch {
        throw Fault(error, file: rows.builder.file.name)
      }
      if try take(csv, &rows, into: sink) { rows.countCopy(csv) }
    }
  }

  /// Takes one row in, or sets it aside; answers whether it is used.
  mutating func take(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    into sink: any RecordSink
  ) throws(Fault) -> Bool {
    rows.builder.counts.read += 1
    guard !rows.isBlank(row) else {
      rows.builder.leaveOut(
        NonDataRow.empty.rule, next: NonDataRow.empty.nextStep, at: rows.source(.childID, row))
      return false
    }
    tally.count(marked: rows.isSynthetic)
    if let refusal = fill(row, &rows) {
      try rows.builder.setAside(
        refusal.rule(row.form), next: refusal.nextStep(row.form),
        at: rows.source(refusal.column, row), into: sink)
      try leaveUnread(refusal, row, &rows, into: sink)
      return false
    }
    try rows.builder.use(&states, into: sink)
    return true
  }

  /// Leaves on the child's record what a row under a state or a part that is no word of the format may
  /// have said, so that its absence proves nothing.
  private func leaveUnread(
    _ refusal: InterchangeRefusal, _ row: borrowing some InterchangeCells & ~Copyable,
    _ rows: inout InterchangeRows, into sink: any RecordSink
  ) throws(Fault) {
    switch refusal {
    case .noChild, .unknownType, .unknownProcess, .noProcessID, .noRole: return
    case .unknownState, .unknownPart: break
    }
    // The child and the process stand on the record already.
    guard let type = words.type(rows.value(.type, row)) else { return }
    let written = rows.value(.at, row)
    rows.builder.record.addEvent(
      EventRow(
        type: type, state: .unread, process: rows.builder.record.processes.isEmpty ? -1 : 0,
        at: written.isEmpty ? .missing : ExportDate.read(written) ?? .unreadable,
        feeds: rows.builder.feeds, source: rows.source(.at, row)))
    try sink.receive(&rows.builder.record)
  }

  /// Fills the record of the current row; answers why not, where it cannot be used.
  private mutating func fill(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows
  ) -> InterchangeRefusal? {
    let child = rows.value(.childID, row)
    guard !PlaceholderKey.isNone(child) else { return .noChild }
    guard let type = words.type(rows.value(.type, row)) else { return .unknownType }
    let source = rows.source(.at, row)
    rows.builder.begin(child: child, at: source)
    let process: ProcessKind?
    switch fillProcess(row, &rows, type, child: child, source: source) {
    case .success(let kind): process = kind
    case .failure(let refusal): return refusal
    }
    return fillEvent(row, &rows, type: type, process: process, source: source)
  }

  private enum Filled {
    case success(ProcessKind?)
    case failure(InterchangeRefusal)
  }

  private mutating func fillProcess(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    _ type: EventType, child: UnsafeRawBufferPointer, source: Source
  ) -> Filled {
    let word = rows.value(.process, row)
    let id = rows.value(.processID, row)
    guard !word.isEmpty || !id.isEmpty else { return .success(nil) }
    guard let kind = words.kind(word) else { return .failure(.unknownProcess) }
    guard !id.isEmpty else { return .failure(.noProcessID) }
    guard !PlaceholderKey.isNone(id) else {
      return .success(fillProcessWithoutID(kind, type, row, &rows, source: source))
    }
    let parent = rows.value(.parentID, row)
    links.add(
      child: child, kind: kind, id: id,
      parent: PlaceholderKey.isNone(parent)
        ? UnsafeRawBufferPointer(start: nil, count: 0) : parent, source: source)
    _ = rows.builder.record.addProcess(kind, id: id, at: source)
    rows.kinds.insert(kind)
    return .success(kind)
  }

  /// Adds a process whose id is none, where the row is the event that opens it.
  ///
  /// - Returns: its kind; nil where the event is to be linked by its date.
  private func fillProcessWithoutID(
    _ kind: ProcessKind, _ type: EventType, _ row: borrowing some InterchangeCells & ~Copyable,
    _ rows: inout InterchangeRows, source: Source
  ) -> ProcessKind? {
    rows.note(
      "a process has an id of its own, and a placeholder such as -1, 0 or NULL is none",
      next: "give the id of the process; until then its events are linked by date", .processID, row)
    let state = rows.value(.state, row)
    guard type == words.vocabulary[kind].openedBy, rows.value(.role, row).isEmpty,
      state.isEmpty || words.state(state) == .held,
      let opened = ExportDate.read(rows.value(.at, row)), let day = opened.day,
      !FillerDate.isFiller(day)
    else { return nil }
    _ = rows.builder.record.addProcess(kind, openedAt: opened, at: source)
    rows.kinds.insert(kind)
    return kind
  }

  private func fillEvent(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    type: EventType,
    process: ProcessKind?, source: Source
  ) -> InterchangeRefusal? {
    let roleWord = rows.value(.role, row)
    let stateWord = rows.value(.state, row)
    var state = EventState.held
    var part = Part.attended
    if !stateWord.isEmpty {
      if roleWord.isEmpty {
        guard let known = words.state(stateWord) else { return .unknownState }
        state = known
      } else {
        guard let known = words.part(stateWord) else { return .unknownPart }
        part = known
      }
    }
    var event = EventRow(
      type: type, state: state, process: process == nil ? -1 : 0, feeds: rows.builder.feeds,
      source: source)
    let filler = fillMoment(row, &rows, &event)
    // An end on the greatest day is not there yet.
    if filler == FillerDate.never, words.closed(by: type) != nil || childEvents.isDeath(type) {
      fillDetail(row, &rows, type: type, process: process)
      return nil
    }
    event.outcome = codes.code(rows.value(.outcome, row))
    if event.outcome.isPresent {
      rows.outcomes.insert(type)
      if !words.isOutcome(rows.value(.outcome, row), of: type) {
        rows.note(
          UnknownOutcome.rule(column: nil), next: UnknownOutcome.interchangeStep, .outcome, row)
      }
    }
    if let process, rows.builder.record.takeCloseReason(of: event, closing: words.closed(by: type))
    {
      rows.closeReasons.insert(process)
    }
    observe(event, hasParticipant: !roleWord.isEmpty, &rows)
    let isAboutChild = childEvents.put(type, at: event.at, source, in: &rows.builder.record)
    if !isAboutChild {
      rows.builder.record.addEvent(event)
      if !roleWord.isEmpty {
        let role = words.role(roleWord)
        rows.builder.record.addParticipation(
          in: 0, at: event.at, role: role, part: part, source: source)
        if role == nil {
          rows.note(
            "a role is one of the vocabulary's; any other might fill any place",
            next: "use one of its words", .role, row)
        }
      }
    }
    fillDetail(row, &rows, type: type, process: process)
    return nil
  }

  private func fillMoment(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    _ event: inout EventRow
  ) -> CivilDay? {
    let written = rows.value(.at, row)
    let read = ExportDate.read(written)
    let filler = FillerDate.read(written, as: read)
    if written.isEmpty || filler != nil {
      event.at = event.state == .held ? .missing : .absent
      if filler != nil {
        rows.note(
          "a date is a day on which something happened, and a filler such as 1900-01-01 is read as an empty field",
          next: "leave the field empty, or the row out where nothing happened", .at, row)
      }
    } else if let moment = read {
      event.at = moment
    } else {
      event.at = .unreadable
      event.raw = rows.builder.record.add(text: written)
      rows.note(
        "a date is written 2025-03-31 or 2025-03-31T14:10, and is a day that exists",
        next: "correct it in the case system; until then the event has an unreadable date", .at,
        row,
        isIssue: true)
    }
    return filler
  }

  private func observe(_ event: EventRow, hasParticipant: Bool, _ rows: inout InterchangeRows) {
    var seen = rows.occurrences[event.type] ?? InterchangeRows.Occurrence()
    if event.at.precision == .day { seen.hasDayOnly = true }
    if event.at.precision == .minute {
      seen.times.add(isMidnight: event.at.minuteOfDay == 0, at: event.source)
    }
    if hasParticipant { seen.hasParticipants = true }
    rows.occurrences[event.type] = seen
  }
}

/// The types of event of the child itself, which the child's own record holds.
struct ChildEvents {
  private let born: EventType?
  private let expected: EventType?
  private let died: EventType?

  /// Whether a type is the death of the child.
  func isDeath(_ type: EventType) -> Bool { type == died }

  init(vocabulary: Vocabulary) {
    born = vocabulary.event("child_born")
    expected = vocabulary.event("child_expected")
    died = vocabulary.event("child_died")
  }

  /// Puts the moment of an event on the child's record; false for an event of another type.
  func put(_ type: EventType, at moment: Moment, _ source: Source, in record: inout ChildRecord)
    -> Bool
  {
    switch type {
    case born: record.born = moment
    case expected: record.expected = moment
    case died:
      record.died = moment
      record.diedSource = source
    default: return false
    }
    return true
  }
}
