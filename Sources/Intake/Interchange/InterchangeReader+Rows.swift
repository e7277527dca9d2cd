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
        throw Fault(error, file: rows.file.name)
      }
      let isCopy = try take(csv, &rows, into: sink) && rows.isCopy(csv)
      if isCopy { rows.counts.copies += 1 }
    }
  }

  /// Takes one row in, or sets it aside; answers whether it is used.
  mutating func take(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    into sink: any RecordSink
  ) throws(Fault) -> Bool {
    rows.counts.read += 1
    tally.count(marked: rows.isSynthetic)
    if let refusal = fill(row, &rows) {
      rows.counts.setAside += 1
      try sink.setAside(
        QuarantinedRow(
          source: rows.source(refusal.column, row), rule: refusal.rule(row.form),
          nextStep: refusal.nextStep(row.form)))
      return false
    }
    rows.counts.used += 1
    if !states.keepsBack(rows.record) { try sink.receive(&rows.record) }
    return true
  }

  /// Fills the record of the current row; answers why not, where it cannot be used.
  private mutating func fill(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows
  ) -> InterchangeRefusal? {
    rows.record.clear()
    let child = rows.value(.childID, row)
    guard !child.isEmpty else { return .noChild }
    guard let type = types.value(rows.value(.type, row)) else { return .unknownType }
    rows.record.id = rows.record.add(text: child)
    rows.record.feeds = rows.file.feeds
    let source = rows.source(.at, row)
    rows.record.source = source
    let process: ProcessKind?
    switch fillProcess(row, &rows, child: child, source: source) {
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
    child: UnsafeRawBufferPointer,
    source: Source
  ) -> Filled {
    let word = rows.value(.process, row)
    let id = rows.value(.processID, row)
    guard !word.isEmpty || !id.isEmpty else { return .success(nil) }
    guard let kind = kinds.value(word) else { return .failure(.unknownProcess) }
    guard !id.isEmpty else { return .failure(.noProcessID) }
    links.add(
      child: child, kind: kind, id: id, parent: rows.value(.parentID, row), source: source)
    rows.record.processes.append(
      ProcessRow(
        kind: kind, id: rows.record.add(text: id), feeds: rows.file.feeds, source: source))
    rows.kinds.insert(kind)
    return .success(kind)
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
        guard let known = stateWords.value(stateWord) else { return .unknownState }
        state = known
      } else {
        guard let known = partWords.value(stateWord) else { return .unknownPart }
        part = known
      }
    }
    var event = EventRow(
      type: type, state: state, process: process == nil ? -1 : 0, feeds: rows.file.feeds,
      source: source)
    fillMoment(row, &rows, &event)
    event.outcome = codes.code(rows.value(.outcome, row))
    if event.outcome.isPresent { rows.outcomes.insert(type) }
    if event.outcome.isPresent, let process, vocabulary.processClosed(by: type) == process {
      rows.record.processes[0].closeReason = event.outcome
      rows.record.processes[0].closedSource = source
      rows.closeReasons.insert(process)
    }
    observe(event, hasParticipant: !roleWord.isEmpty, &rows)
    let isAboutChild = childEvents.put(type, at: event.at, source, in: &rows.record)
    if !isAboutChild {
      rows.record.events.append(event)
      if !roleWord.isEmpty {
        rows.record.participations.append(
          Participation(
            event: 0, role: roles.value(roleWord) ?? .unrecognised, part: part,
            at: part == .sentTo ? event.at : .absent, feeds: rows.file.feeds, source: source))
        if roles.value(roleWord) == nil {
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
  ) {
    let written = rows.value(.at, row)
    if written.isEmpty {
      event.at = event.state == .held ? .missing : .absent
    } else if let moment = MomentText.read(written) {
      event.at = moment
    } else {
      event.at = .unreadable
      event.raw = rows.record.add(text: written)
      rows.note(
        "a date is written 2025-03-31 or 2025-03-31T14:10, and is a day that exists",
        next: "correct it in the case system; until then the event has an unreadable date", .at,
        row,
        isFault: true)
    }
  }

  private func observe(_ event: EventRow, hasParticipant: Bool, _ rows: inout InterchangeRows) {
    var seen = rows.occurrences[event.type] ?? InterchangeRows.Occurrence()
    if event.at.precision == .day { seen.hasDayOnly = true }
    if hasParticipant { seen.hasParticipants = true }
    rows.occurrences[event.type] = seen
  }
}
