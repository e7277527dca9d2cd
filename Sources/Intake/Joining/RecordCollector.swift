public import CaseModel
public import Faults

/// Gathers what several files and feeds say of each child into one record.
///
/// The sink of exports whose rows come in any order, and of nights with more than one feed.
public final class RecordCollector: RecordSink {
  /// The children, in the order in which they were first met; whole once they are joined.
  public private(set) var records: [ChildRecord] = []
  /// The feeds, as their readers described them.
  public private(set) var feeds: [Feed] = []
  /// Rows that cannot be used.
  public private(set) var quarantine: [QuarantinedRow] = []
  /// The counts of each feed.
  public private(set) var counts: [RowCounts] = []
  /// What is wrong with the records together, once they are shared.
  public private(set) var issues: [DataIssue] = []
  /// Rows that say what another row of the same feed said already.
  public private(set) var copies = 0

  private var index = ChildIndex()
  private let vocabulary: Vocabulary

  /// An empty collector.
  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Remembers a feed.
  public func begin(_ feed: Feed) throws(Fault) {
    feeds.append(feed)
  }

  /// Takes in a child, or a part of one.
  ///
  /// - Throws: ``Fault`` where the child has more rows than a child has. It has no place: the caller,
  ///   who knows the names of the files, adds it.
  public func receive(_ record: inout ChildRecord) throws(Fault) {
    guard let row = index.find(record, among: records) else {
      records.append(record.packed)
      return
    }
    copies += records[row].merge(record)
    guard !records[row].hasTooManyRows(after: record) else {
      throw Fault(
        .inputRefused,
        "a child has at most \(ChildRecord.mostRows) processes, events, participants and attributes in all lists together",
        next: "look whether rows of several children came under one id, and export again")
    }
  }

  /// Remembers a row that cannot be used.
  public func setAside(_ row: QuarantinedRow) throws(Fault) {
    quarantine.append(row)
  }

  /// Takes what the feed carries in the end.
  public func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {
    feeds[feeds.count - 1] = feed
    self.counts.append(counts)
  }

  /// Ends the gathering: what concerns several children is put on each of their records, processes
  /// are opened and closed by their events, and what several feeds
  /// say of one thing becomes one.
  ///
  /// - Returns: the contradictions between the feeds, for each record.
  public func join() -> [[DataIssue]] {
    let joiner = share()
    var issues: [[DataIssue]] = []
    issues.reserveCapacity(records.count)
    for row in records.indices {
      let joined = joiner.join(&records[row])
      copies += joined.copies
      issues.append(joined.issues)
    }
    return issues
  }

  /// Puts what concerns several children on each of their records, the first half of ``join()``.
  ///
  /// - Returns: what does the other half, a record at a time and each for itself.
  public func share() -> RecordJoiner {
    SharedProcesses(vocabulary: vocabulary).share(&records)
    Households(vocabulary: vocabulary).copy(&records, feeds: &feeds)
    issues = DamagedIDs(vocabulary: vocabulary).mark(&records)
    return RecordJoiner(vocabulary: vocabulary, feeds: feeds)
  }

  /// Lets the records be worked on where they lie.
  public func withRecords(_ body: (UnsafeMutableBufferPointer<ChildRecord>) -> Void) {
    records.withUnsafeMutableBufferPointer { body($0) }
  }
}

/// Makes one of what a child's record was gathered from; records are joined each for itself.
public struct RecordJoiner {
  private let joiner: FeedJoiner
  private let midnights: MidnightDays

  /// A joiner of records of some feeds.
  ///
  /// - Parameters:
  ///   - vocabulary: the words; a thread has its own.
  ///   - feeds: what the feeds carry, once all of them are read and shared.
  public init(vocabulary: Vocabulary, feeds: [Feed]) {
    joiner = FeedJoiner(vocabulary: vocabulary, feeds: feeds)
    midnights = MidnightDays(feeds, vocabulary)
  }

  /// Joins one record.
  ///
  /// - Returns: the contradictions between its feeds, and the number of its processes that were
  ///   copies.
  public func join(_ record: inout ChildRecord) -> (issues: [DataIssue], copies: Int) {
    midnights.apply(to: &record)
    // A child that came twice may have said the same twice.
    let copies = record.removeCopies()
    let issues = joiner.join(&record)
    for index in record.withTwin.indices { _ = join(&record.withTwin[index]) }
    assert(record.brokenInvariant == nil, record.brokenInvariant ?? "")
    return (issues, copies)
  }
}
