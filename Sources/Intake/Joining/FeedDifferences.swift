import CaseModel
import Clocks
import Output

/// Finds the contradictions between the feeds of a joined record, with the positions in both.
///
/// A feed is asked only for what it should hold: it has the child and the process around the fact,
/// it carries all facts of that type, and the day lies in what it covers.
struct FeedDifferences {
  let vocabulary: Vocabulary
  let feeds: [Feed]

  /// Within how many days two openings may be one that was written down twice.
  private static let near = 14
  /// How long before its as-of a feed must still show what closed: a census has the episodes of one
  /// year.
  private static let monthsShown = 12

  /// The contradictions of one record, in no particular order.
  func issues(_ record: ChildRecord) -> [DataIssue] {
    guard record.feeds.rawValue.nonzeroBitCount > 1 else { return [] }
    var issues: [DataIssue] = []
    for event in record.events where event.state == .held && event.process >= 0 {
      addMissing(event, record, &issues)
    }
    addDates(record, &issues)
    addOpenings(record, &issues)
    return issues
  }

  // MARK: Events

  /// Adds a difference where one feed holds an event and another, which should, does not.
  private func addMissing(
    _ event: EventRow, _ record: ChildRecord, _ issues: inout [DataIssue]
  ) {
    // What opens and closes a process is compared as its opening and closing.
    guard let day = event.at.day, vocabulary.processOpened(by: event.type) == nil,
      vocabulary.processClosed(by: event.type) == nil
    else { return }
    let process = record.processes[Int(event.process)]
    let isOnce = vocabulary[event.type].isOnce
    let isMissing = feeds.indices.contains { index in
      process.feeds.has(feed: index) && !event.feeds.has(feed: index)
        && covers(index, event.type, day)
        // What happens once and is dated differently is told as that; what has no date may be it;
        // and what one feed writes twice, the other need not.
        && !record.events.contains {
          $0.type == event.type && $0.process == event.process && $0.feeds.has(feed: index)
            && $0.state == .held && (isOnce || $0.at.day == nil || $0.at.day == day)
        }
    }
    guard isMissing else { return }
    let name = English.one(vocabulary[event.type].name)
    issues.append(
      DataIssue(
        "in-one-export-only", .harmful, at: event.source, and: process.source,
        "\(English.capitalised(name)) stands in one export and not in another that should hold it.",
        next: "find out which is right and correct the other"))
  }

  /// Once-only events of one process that feeds date differently.
  private func addDates(_ record: ChildRecord, _ issues: inout [DataIssue]) {
    for (row, event) in record.events.enumerated()
    where event.state == .held && vocabulary[event.type].isOnce && event.process >= 0
      && !isReportedAsClosing(event, record)
    {
      for other in record.events.dropFirst(row + 1)
      where other.type == event.type && other.process == event.process && other.state == .held
        && other.feeds.isDisjoint(with: event.feeds) && other.at.day != event.at.day
      {
        issues.append(
          DataIssue(
            "feeds-differ", .harmful, at: event.source, and: other.source,
            "Two exports date the same \(vocabulary[event.type].name) differently.",
            next: "find out which is right and correct the other"))
      }
    }
  }

  /// Whether an event closes its process, of which the joining of feeds tells already.
  private func isReportedAsClosing(_ event: EventRow, _ record: ChildRecord) -> Bool {
    let process = record.processes[Int(event.process)]
    return vocabulary[process.kind].closedBy == event.type && process.closed.isKnown
      && event.at.isKnown
  }

  // MARK: Processes

  /// Adds processes that one feed holds and another, which should, does not; two of a kind that
  /// opened near each other may be one that was dated differently.
  private func addOpenings(_ record: ChildRecord, _ issues: inout [DataIssue]) {
    var paired: Set<Int> = []
    for (row, process) in record.processes.enumerated() where !paired.contains(row) {
      guard let lacking = lacking(process, record) else { continue }
      let partner = record.processes.indices.filter { other in
        other > row && !paired.contains(other) && isNear(record.processes[other], process)
          && self.lacking(record.processes[other], record) != nil
      }.min { distance(record.processes[$0], process) < distance(record.processes[$1], process) }
      let name = vocabulary[process.kind].name
      if let partner {
        paired.insert(partner)
        issues.append(
          DataIssue(
            "feeds-differ-on-opening", .harmful, at: process.source,
            and: record.processes[partner].source,
            "Two exports open what may be the same \(name) on different days; each is judged.",
            next: "find out which is right and correct the other"))
      } else {
        issues.append(
          DataIssue(
            "process-in-one-export-only", .worthALook, at: process.source, and: lacking,
            "\(English.capitalised(English.one(name))) stands in one export and not in another that should hold it.",
            next: "find out why it is missing there"))
      }
    }
  }

  /// Where what is around a process stands, if a feed that should hold the process does not; nil
  /// where none lacks it.
  private func lacking(_ process: ProcessRow, _ record: ChildRecord) -> Source? {
    guard let day = process.opened.day else { return nil }
    let around = process.parent >= 0 ? record.processes[Int(process.parent)] : nil
    let isMissing = feeds.indices.contains { index in
      !process.feeds.has(feed: index)
        && (around?.feeds ?? record.feeds).has(feed: index)
        && covers(index, vocabulary[process.kind].openedBy, day)
        && isShown(process, around, by: feeds[index])
    }
    return isMissing ? around?.source ?? Source.none : nil
  }

  /// Whether a process, and what it lies in, lasted into what a feed of episodes still shows.
  private func isShown(_ process: ProcessRow, _ around: ProcessRow?, by feed: Feed) -> Bool {
    guard let asOf = feed.asOf.day else { return false }
    let first = asOf.adding(months: -FeedDifferences.monthsShown)
    // Of what lies in a process that the feed holds, it holds all.
    guard around == nil else { return true }
    switch process.closed.precision {
    case .absent: return true
    case .day, .minute: return process.closed.day.map { $0 > first } ?? false
    case .missing, .unreadable: return false
    }
  }

  private func isNear(_ first: ProcessRow, _ second: ProcessRow) -> Bool {
    first.kind == second.kind && first.feeds.isDisjoint(with: second.feeds)
      && distance(first, second) <= FeedDifferences.near
  }

  private func distance(_ first: ProcessRow, _ second: ProcessRow) -> Int {
    guard let one = first.opened.day, let other = second.opened.day else { return Int.max }
    return abs(one.days(since: other))
  }

  // MARK: Feeds

  /// Whether a feed should hold all facts of a type on a day.
  private func covers(_ feed: Int, _ type: EventType, _ day: CivilDay) -> Bool {
    let feed = feeds[feed]
    return feed.events[type]?.depth == .all && (feed.asOf.day.map { $0 >= day } ?? false)
      && (feed.period?.contains(day) ?? true)
  }
}
