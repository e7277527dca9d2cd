import CaseModel
import Clocks
import Faults

/// Builds the records of one file, in every format, and counts its rows.
///
/// The record is filled again for each row or child. A row is counted as read when it is met, and then
/// either used, set aside or left out.
struct RecordBuilder {
  /// The file.
  let file: ExportFile
  /// The feed of the file, as a set of one.
  let feeds: FeedSet
  /// The record of the current row or child.
  var record = ChildRecord()
  /// The rows so far.
  var counts = RowCounts()
  /// What is odd in the file.
  var notes: ReadingNotes
  private var seen = CopyCounter()

  /// A builder without rows.
  init(file: ExportFile, notes: ReadingNotes = ReadingNotes()) {
    self.file = file
    self.notes = notes
    feeds = file.feeds
  }

  /// Begins the record of another child, whose id is not known yet.
  @inline(__always)
  mutating func begin(at source: Source) {
    record.clear()
    record.feeds = feeds
    record.source = source
  }

  /// Begins the record of another row or child.
  ///
  /// - Parameters:
  ///   - id: the child's id, trimmed and not empty.
  ///   - source: the position of the row.
  @inline(__always)
  mutating func begin(child id: UnsafeRawBufferPointer, at source: Source) {
    begin(at: source)
    record.id = record.add(text: id)
  }

  /// Counts the current row as used, and passes its record to a sink, or keeps it back until the state
  /// of its event is known.
  mutating func use(_ states: inout StatedEvents, into sink: any RecordSink) throws(Fault) {
    counts.used += 1
    if !states.keepsBack(record) { try sink.receive(&record) }
  }

  /// Counts the current row as set aside, and passes the reason to a sink.
  mutating func setAside(
    _ rule: String, next nextStep: String, severity: DataIssue.Severity = .harmful,
    at source: Source, into sink: any RecordSink
  ) throws(Fault) {
    counts.setAside += 1
    try sink.setAside(
      QuarantinedRow(source: source, rule: rule, nextStep: nextStep, severity: severity))
  }

  /// Counts the current row as left out on purpose: it is no issue, and nothing of it is missing.
  mutating func leaveOut(_ rule: String, next nextStep: String, at source: Source) {
    counts.leftOut += 1
    notes.add(rule, next: nextStep, isLeftOut: true, at: source)
  }

  /// Counts the current row as a copy where a row with the same hash came before it.
  ///
  /// - Returns: whether one did.
  mutating func countCopy(_ hash: ByteHash) -> Bool {
    let isCopy = seen.isCopy(hash)
    if isCopy { counts.copies += 1 }
    return isCopy
  }
}

extension ChildRecord {
  /// Adds a process with the case system's own id, inside the process of a row; -1 for none.
  ///
  /// - Returns: its row.
  @inline(__always)
  mutating func addProcess(
    _ kind: ProcessKind, id: UnsafeRawBufferPointer, parent: Int32 = -1, at source: Source
  ) -> Int32 {
    processes.append(
      ProcessRow(kind: kind, parent: parent, id: add(text: id), feeds: feeds, source: source))
    return Int32(processes.count - 1)
  }

  /// Adds a process whose id is none, which is made up by its opening.
  ///
  /// It has no id, so that two of them stay two; copies are told by all that they say.
  ///
  /// - Returns: its row.
  mutating func addProcess(
    _ kind: ProcessKind, openedAt opened: Moment, parent: Int32 = -1, at source: Source
  ) -> Int32 {
    processes.append(
      ProcessRow(
        kind: kind, isMadeUp: true, parent: parent, opened: opened, feeds: feeds, source: source))
    return Int32(processes.count - 1)
  }

  /// Adds an event.
  ///
  /// - Returns: its row.
  @inline(__always) @discardableResult
  mutating func addEvent(_ event: EventRow) -> Int32 {
    events.append(event)
    return Int32(events.count - 1)
  }

  /// Adds a participation in the event of a row, which is at a moment; the role is nil for a word that
  /// the vocabulary does not have.
  ///
  /// Where a record was sent, the participation has the moment of the event.
  mutating func addParticipation(
    in row: Int32, at moment: Moment, role: Role?, part: Part, agency: Code = .none,
    source: Source
  ) {
    participations.append(
      Participation(
        event: row, role: role ?? .unrecognised, agency: agency, part: part,
        at: part == .sentTo ? moment : .absent, feeds: feeds, source: source))
  }

  /// Takes the outcome of an event that closes its process as the reason of closing.
  ///
  /// - Parameters:
  ///   - event: an event of the record, or one that is to be added.
  ///   - kind: the kind of process that an event of its type closes; nil for none.
  /// - Returns: whether the event has an outcome and closes its process.
  mutating func takeCloseReason(of event: EventRow, closing kind: ProcessKind?) -> Bool {
    guard event.outcome.isPresent, let kind, event.process >= 0,
      processes[Int(event.process)].kind == kind
    else { return false }
    processes[Int(event.process)].closeReason = event.outcome
    processes[Int(event.process)].closedSource = event.source
    return true
  }
}
