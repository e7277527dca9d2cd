import CaseModel

/// Holds what a worker says of lists against the rows that it handed over, and against each other.
struct ListLedger {
  private var setAside: [Int32: Int] = [:]
  private var told: Set<Int32> = []
  private var counts = RowCounts()

  /// A row of a list was set aside.
  mutating func setAside(_ source: Source) { setAside[source.file, default: 0] += 1 }

  /// A list was told.
  ///
  /// - Returns: whether it was told for the first time, and counts the rows that came as set aside.
  mutating func take(_ list: ListReading) -> Bool {
    guard told.insert(list.index).inserted,
      list.counts.setAside == setAside[list.index, default: 0]
    else { return false }
    counts = counts + list.counts
    return true
  }

  /// Whether the lists together are the feed.
  func areAll(of feed: RowCounts) -> Bool { counts == feed }
}
