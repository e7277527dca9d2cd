import CaseModel
import Clocks

/// Makes one of what several feeds say of one thing, by written rules.
///
/// Processes of one kind that open on the same day in different feeds are one; the more precise
/// source gives the time. In it, events of one type on one day are one. What only one of the feeds
/// says stays, marked with the feeds that say it, and is reported as a difference.
struct FeedJoiner {
  private let vocabulary: Vocabulary
  private let feeds: [Feed]
  /// The attributes that may have several values at once.
  private let several: Set<Attribute>
  /// For each kind of process, the type of event that opens it and the one that closes it.
  private let opening: [EventType]
  private let closing: [EventType]

  init(vocabulary: Vocabulary, feeds: [Feed]) {
    self.vocabulary = vocabulary
    self.feeds = feeds
    several = feeds.reduce(into: []) { $0.formUnion($1.severalValues) }
    opening = vocabulary.processes.map(\.openedBy)
    closing = vocabulary.processes.map(\.closedBy)
  }

  /// Joins one child's record.
  ///
  /// - Returns: where its feeds contradict each other.
  func join(_ record: inout ChildRecord) -> [DataIssue] {
    record.settleParents()
    record.gatherDates(opening: opening, closing: closing)
    openAndClose(&record)
    var issues: [DataIssue] = []
    if record.feeds.rawValue.nonzeroBitCount > 1 {
      joinProcesses(&record, &issues)
      joinEvents(&record)
    }
    record.separateValues(several: several)
    return issues
  }

  /// Opens and closes processes by the earliest events of their kind that were held.
  private func openAndClose(_ record: inout ChildRecord) {
    for row in record.processes.indices {
      let kind = Int(record.processes[row].kind.index)
      if record.processes[row].opened.precision == .absent,
        let index = earliest(opening[kind], of: row, record)
      {
        let event = record.events[index]
        record.processes[row].opened = event.at.precision == .absent ? .missing : event.at
        record.processes[row].source = event.source
      } else if record.processes[row].opened.precision == .absent,
        let index = earliest(opening[kind], of: row, record, state: .unread)
      {
        // If it is such a process at all, it opened then; the judge knows that it may be none.
        record.processes[row].opened = record.events[index].at
        record.processes[row].source = record.events[index].source
      }
      if record.processes[row].closed.precision == .absent,
        let index = earliest(closing[kind], of: row, record)
      {
        let event = record.events[index]
        record.processes[row].closed = event.at.precision == .absent ? .missing : event.at
        record.processes[row].closedSource = event.source
        if !record.processes[row].closeReason.isPresent {
          record.processes[row].closeReason = event.outcome
        }
      } else if record.processes[row].closed.precision == .absent,
        let event = record.events.first(where: {
          $0.state == .unread && $0.process == Int32(row) && $0.type == closing[kind]
        })
      {
        // A row that was set aside may have closed it, on whatever day.
        record.processes[row].closed = .unreadable
        record.processes[row].closedSource = event.source
      }
    }
  }

  /// The earliest event of a type and state in a process, those without a known time last: the order of
  /// rows must not matter.
  private func earliest(
    _ type: EventType, of row: Int, _ record: ChildRecord, state: EventState = .held
  ) -> Int? {
    func key(_ event: EventRow) -> (Int, Int32, Int16, Int32) {
      (event.at.isKnown ? 0 : 1, event.at.civilDay.number, event.at.minuteOfDay, event.source.line)
    }
    var found: Int?
    for (index, event) in record.events.enumerated()
    where event.process == row && event.type == type && event.state == state {
      if found.map({ key(event) < key(record.events[$0]) }) ?? true { found = index }
    }
    return found
  }

  private func joinProcesses(_ record: inout ChildRecord, _ issues: inout [DataIssue]) {
    // Parents first, so that what lies in them finds one parent.
    let order = record.processes.indices.sorted {
      (depth($0, record), $0) < (depth($1, record), $1)
    }
    var joined: [Int32] = record.processes.indices.map { Int32($0) }
    for (index, row) in order.enumerated() {
      guard joined[row] == Int32(row), let day = record.processes[row].opened.day else { continue }
      for other in order.dropFirst(index + 1) {
        let (first, second) = (record.processes[row], record.processes[other])
        guard joined[other] == Int32(other), first.kind == second.kind, second.opened.day == day,
          first.feeds.isDisjoint(with: second.feeds)
        else { continue }
        join(row, other, &record, &issues)
        joined[other] = Int32(row)
      }
    }
    for index in record.processes.indices where record.processes[index].parent >= 0 {
      let parent = joined[Int(record.processes[index].parent)]
      record.processes[index].parent = parent == Int32(index) ? -1 : parent
    }
    for index in record.events.indices where record.events[index].process >= 0 {
      record.events[index].process = joined[Int(record.events[index].process)]
    }
    for index in record.attributes.indices {
      if case .process(let row) = record.attributes[index].owner {
        record.attributes[index].owner = .process(joined[Int(row)])
      }
    }
    drop(joined, &record)
  }

  private func depth(_ row: Int, _ record: ChildRecord) -> Int {
    var depth = 0
    var parent = record.processes[row].parent
    while parent >= 0, depth < record.processes.count {
      depth += 1
      parent = record.processes[Int(parent)].parent
    }
    return depth
  }

  /// Makes one process of two that opened on the same day in different feeds.
  private func join(
    _ row: Int, _ other: Int, _ record: inout ChildRecord, _ issues: inout [DataIssue]
  ) {
    let second = record.processes[other]
    var first = record.processes[row]
    if second.opened.precision == .minute, first.opened.precision != .minute {
      first.opened = second.opened
    }
    // A system's own ids say more closely what a process lies in than a format without ids can.
    if first.parent < 0 || (first.id.isEmpty && !second.id.isEmpty && second.parent >= 0) {
      first.parent = second.parent
    }
    if first.id.isEmpty {
      first.id = second.id
      first.isMadeUp = second.isMadeUp
      // The system's own row is the one that a reader looks up.
      if !second.id.isEmpty { first.source = second.source }
    }
    addOpenInOne(first, second, &issues)
    addOpenInOne(second, first, &issues)
    if first.closed.day == nil {
      if second.closed.precision != .absent {
        first.closed = second.closed
        first.closedSource = second.closedSource
      }
    } else if let day = second.closed.day, day != first.closed.day {
      issues.append(
        DataIssue(
          "feeds-differ-on-closing", .hindering, at: first.closedSource, and: second.closedSource,
          "Two exports close the same \(vocabulary[first.kind].name) on different days.",
          next: "find out which is right and correct the other"))
      keepBoth(&first, second, at: row, other, &record)
    } else if second.closed.precision == .minute {
      first.closed = second.closed
      first.closedSource = second.closedSource
    }
    if !first.closeReason.isPresent {
      first.closeReason = second.closeReason
    } else if second.closeReason.isPresent, first.closeReason != second.closeReason {
      record.add(
        OtherValue(
          .closeReason(Int32(row), second.closeReason), source: second.closedSource,
          first: first.closedSource, isOfAnotherFeed: true))
    }
    first.feeds.formUnion(second.feeds)
    record.processes[row] = first
  }

  /// Keeps the later of two closings that differ as an event, so that a judge can try both.
  private func keepBoth(
    _ first: inout ProcessRow, _ second: ProcessRow, at row: Int, _ other: Int,
    _ record: inout ChildRecord
  ) {
    var later = (at: second.closed, source: second.closedSource, feeds: second.feeds)
    if let firstDay = first.closed.day, let secondDay = second.closed.day, secondDay < firstDay {
      later = (first.closed, first.closedSource, first.feeds)
      first.closed = second.closed
      first.closedSource = second.closedSource
    }
    let type = vocabulary[first.kind].closedBy
    let isKept = record.events.contains {
      $0.type == type && ($0.process == Int32(row) || $0.process == Int32(other))
        && $0.state == .held && $0.at.day == later.at.day
    }
    guard !isKept else { return }
    record.events.append(
      EventRow(
        type: type, process: Int32(row), at: later.at, feeds: later.feeds, source: later.source))
  }

  /// Adds a difference where one feed closes a process and another leaves it open.
  ///
  /// Only where the other is young enough and carries closings. The closing is believed.
  private func addOpenInOne(
    _ closed: ProcessRow, _ open: ProcessRow, _ issues: inout [DataIssue]
  ) {
    guard let day = closed.closed.day, open.closed.precision == .absent else { return }
    let shouldKnow = feeds.indices.contains { index in
      open.feeds.has(feed: index) && feeds[index].carries(vocabulary[open.kind].closedBy)
        && (feeds[index].asOf.day.map { $0 >= day } ?? false)
    }
    guard shouldKnow else { return }
    issues.append(
      DataIssue(
        "feeds-differ-on-closing", .hindering, at: closed.closedSource, and: open.source,
        "One export closes the \(vocabulary[open.kind].name), and another leaves it open.",
        next: "find out which is right and correct the other"))
  }

  /// Drops the rows that were joined to another.
  private func drop(_ joined: [Int32], _ record: inout ChildRecord) {
    var kept: [Int32] = []
    var next: Int32 = 0
    for (row, target) in joined.enumerated() {
      kept.append(next)
      if target == Int32(row) { next += 1 }
    }
    guard Int(next) < record.processes.count else { return }
    record.processes = record.processes.enumerated().filter {
      joined[$0.offset] == Int32($0.offset)
    }
    .map(\.element)
    for index in record.processes.indices where record.processes[index].parent >= 0 {
      record.processes[index].parent = kept[Int(record.processes[index].parent)]
    }
    for index in record.events.indices where record.events[index].process >= 0 {
      record.events[index].process = kept[Int(record.events[index].process)]
    }
    for index in record.attributes.indices {
      if case .process(let row) = record.attributes[index].owner {
        record.attributes[index].owner = .process(kept[Int(row)])
      }
    }
    record.otherValues = record.otherValues.map { other in
      other.renamed(process: { kept[Int(joined[Int($0)])] }, event: { $0 })
    }
  }

  /// Whether two feeds speak of one event: the same day, or one that happens once and that only one
  /// of them dates.
  private func isOne(_ first: EventRow, _ second: EventRow) -> Bool {
    guard first.at.isKnown, second.at.isKnown else {
      if first.state == .notRequired { return first.at.precision == second.at.precision }
      return first.state == .held && vocabulary[first.type].isOnce && first.process >= 0
    }
    return first.at.day == second.at.day
      && (first.at.precision != .minute || second.at.precision != .minute
        || first.at == second.at)
  }

  private func joinEvents(_ record: inout ChildRecord) {
    var target: [Int32] = record.events.indices.map { Int32($0) }
    for row in record.events.indices where target[row] == Int32(row) {
      for other in record.events.indices.dropFirst(row + 1) where target[other] == Int32(other) {
        let (first, second) = (record.events[row], record.events[other])
        guard first.type == second.type, first.state == second.state,
          first.process == second.process, first.feeds.isDisjoint(with: second.feeds),
          isOne(first, second)
        else { continue }
        if second.at.precision.rawValue > first.at.precision.rawValue {
          record.events[row].at = second.at
          record.events[row].source = second.source
        }
        if record.events[row].id.isEmpty { record.events[row].id = second.id }
        record.mergeOutcome(row, second)
        if record.events[row].dueRecorded.precision == .absent {
          record.events[row].dueRecorded = second.dueRecorded
        }
        record.events[row].feeds.formUnion(second.feeds)
        target[other] = Int32(row)
      }
    }
    record.keep(target)
  }
}
