import CSVReading
import CaseModel
import Clocks
import Faults

extension InterchangeReader {
  /// Why a row cannot be used, and in which column that shows.
  struct Refusal {
    var column: InterchangeColumn
    var rule: String
    var nextStep: String
  }

  mutating func read(
    _ csv: inout CSVReader, _ rows: inout InterchangeRows, into sink: any RecordSink
  ) throws(Fault) {
    while true {
      do throws(CSVReadingError) {
        guard try csv.next() else { return }
      } catch {
        throw Fault(error, file: rows.file.name)
      }
      rows.counts.read += 1
      tally.count(marked: rows.isSynthetic)
      if let refusal = fill(csv, &rows) {
        rows.counts.setAside += 1
        try sink.setAside(
          QuarantinedRow(
            source: rows.source(refusal.column, csv), rule: refusal.rule,
            nextStep: refusal.nextStep))
      } else {
        rows.counts.used += 1
        if rows.isCopy(csv) { rows.counts.copies += 1 }
        if !states.keepsBack(rows.record) { try sink.receive(&rows.record) }
      }
    }
  }

  /// Fills the record of the current row; answers why not, where it cannot be used.
  private mutating func fill(
    _ csv: borrowing CSVReader, _ rows: inout InterchangeRows
  ) -> Refusal? {
    rows.record.clear()
    let child = rows.value(.childID, csv)
    guard !child.isEmpty else {
      return Refusal(
        column: .childID, rule: "a row names its child", nextStep: "give the child_id of the row")
    }
    guard let type = types.value(rows.value(.type, csv)) else {
      return Refusal(
        column: .type, rule: "the type of a row is an event type of the vocabulary",
        nextStep: "use one of its words, or add the word to the site's vocabulary")
    }
    rows.record.id = rows.record.add(text: child)
    rows.record.feeds = rows.file.feeds
    let source = rows.source(.at, csv)
    rows.record.source = source
    let process: ProcessKind?
    switch fillProcess(csv, &rows, child: child, source: source) {
    case .success(let kind): process = kind
    case .failure(let refusal): return refusal
    }
    return fillEvent(csv, &rows, type: type, process: process, source: source)
  }

  private enum Filled {
    case success(ProcessKind?)
    case failure(Refusal)
  }

  private mutating func fillProcess(
    _ csv: borrowing CSVReader, _ rows: inout InterchangeRows, child: UnsafeRawBufferPointer,
    source: Source
  ) -> Filled {
    let word = rows.value(.process, csv)
    let id = rows.value(.processID, csv)
    guard !word.isEmpty || !id.isEmpty else { return .success(nil) }
    guard let kind = kinds.value(word) else {
      return .failure(
        Refusal(
          column: .process, rule: "the process of a row is a kind of process of the vocabulary",
          nextStep: "use one of its words, or leave process and process_id empty"))
    }
    guard !id.isEmpty else {
      return .failure(
        Refusal(
          column: .processID, rule: "a process has an id",
          nextStep: "give the process_id, or leave process empty"))
    }
    links.add(
      child: child, kind: kind, id: id, parent: rows.value(.parentID, csv), source: source)
    rows.record.processes.append(
      ProcessRow(
        kind: kind, id: rows.record.add(text: id), feeds: rows.file.feeds, source: source))
    rows.kinds.insert(kind)
    return .success(kind)
  }

  private func fillEvent(
    _ csv: borrowing CSVReader, _ rows: inout InterchangeRows, type: EventType,
    process: ProcessKind?, source: Source
  ) -> Refusal? {
    let roleWord = rows.value(.role, csv)
    let stateWord = rows.value(.state, csv)
    var state = EventState.held
    var part = Part.attended
    if !stateWord.isEmpty {
      if roleWord.isEmpty {
        guard let known = stateWords.value(stateWord) else {
          return Refusal(
            column: .state,
            rule: "the state of an event is held, planned, cancelled or not_required",
            nextStep: "use one of these words; a part such as attended needs a role")
        }
        state = known
      } else {
        guard let known = partWords.value(stateWord) else {
          return Refusal(
            column: .state,
            rule: "the state of a row with a role is attended, apologies, invited, report_only or "
              + "sent_to",
            nextStep: "use one of these words; the event's own state stands in a row without a role"
          )
        }
        part = known
      }
    }
    var event = EventRow(
      type: type, state: state, process: process == nil ? -1 : 0, feeds: rows.file.feeds,
      source: source)
    fillMoment(csv, &rows, &event)
    event.outcome = codes.code(rows.value(.outcome, csv))
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
            next: "use one of its words", .role, csv)
        }
      }
    }
    fillDetail(csv, &rows, type: type, process: process)
    return nil
  }

  private func fillMoment(
    _ csv: borrowing CSVReader, _ rows: inout InterchangeRows, _ event: inout EventRow
  ) {
    let written = rows.value(.at, csv)
    if written.isEmpty {
      event.at = event.state == .held ? .missing : .absent
    } else if let moment = MomentText.read(written) {
      event.at = moment
    } else {
      event.at = .unreadable
      event.raw = rows.record.add(text: written)
      rows.note(
        "a date is written 2025-03-31 or 2025-03-31T14:10, and is a day that exists",
        next: "correct it in the case system; until then the event has an unreadable date", .at, csv
      )
    }
  }

  private func observe(_ event: EventRow, hasParticipant: Bool, _ rows: inout InterchangeRows) {
    var seen = rows.occurrences[event.type] ?? InterchangeRows.Occurrence()
    if event.at.precision == .day { seen.hasDayOnly = true }
    if hasParticipant { seen.hasParticipants = true }
    rows.occurrences[event.type] = seen
  }
}
