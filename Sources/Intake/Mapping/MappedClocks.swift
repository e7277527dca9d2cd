import CaseModel

/// The clocks of one list: the columns of its times, each with what they show and a tally.
struct MappedClocks {
  /// One clock.
  struct Clock {
    /// The source of its times.
    let cell: MappedCell
    /// The types of event and the attributes that have its times.
    var events: Set<EventType> = []
    var attributes: Set<Attribute> = []
    var tally = MidnightTally()
  }

  private(set) var all: [Clock] = []
  /// The times of the current row, which count where the row is no copy of another.
  private var met: [(clock: Int, isMidnight: Bool, source: Source)] = []

  /// The clock of a cell, which is among the events of a type.
  mutating func clock(of cell: MappedCell, showing type: EventType) -> Int {
    let clock = clock(of: cell)
    all[clock].events.insert(type)
    return clock
  }

  /// The clock of a cell, which is among the values of an attribute.
  mutating func clock(of cell: MappedCell, showing attribute: Attribute) -> Int {
    let clock = clock(of: cell)
    all[clock].attributes.insert(attribute)
    return clock
  }

  private mutating func clock(of cell: MappedCell) -> Int {
    if let known = all.firstIndex(where: { $0.cell == cell }) { return known }
    all.append(Clock(cell: cell))
    return all.count - 1
  }

  /// Begins another row.
  @inline(__always)
  mutating func beginRow() {
    if !met.isEmpty { met.removeAll(keepingCapacity: true) }
  }

  /// Remembers a time of the current row.
  mutating func meet(_ clock: Int, isMidnight: Bool, at source: Source) {
    met.append((clock, isMidnight, source))
  }

  /// Counts the times of the current row, each column once.
  mutating func countRow() {
    for (index, time) in met.enumerated()
    where !met[..<index].contains(where: { $0.clock == time.clock }) {
      all[time.clock].tally.add(isMidnight: time.isMidnight, at: time.source)
    }
  }
}

/// The clocks of a feed: those of a list's column are one, in however many files the list comes.
struct FeedClocks {
  private var clocks: [(list: String, place: String, clock: MappedClocks.Clock)] = []

  /// Adds the clocks of a file that was read to its end.
  mutating func add(_ other: MappedClocks, of bound: BoundList) {
    for clock in other.all where clock.tally.times > 0 {
      let known = clocks.firstIndex {
        $0.list == bound.list.name && $0.clock.cell == clock.cell
      }
      guard let known else {
        clocks.append((bound.list.name, Self.place(of: clock.cell, bound), clock))
        continue
      }
      clocks[known].clock.tally.add(clock.tally)
    }
  }

  /// Says in a feed of which events and attributes midnights are days.
  ///
  /// - Returns: an issue for each column.
  func settle(in feed: inout Feed) -> [DataIssue] {
    var issues: [DataIssue] = []
    for (_, place, clock) in clocks {
      guard let issue = clock.tally.issue(of: place) else { continue }
      issues.append(issue)
      feed.midnightEvents.formUnion(clock.events)
      feed.midnightAttributes.formUnion(clock.attributes)
      guard clock.tally.midnights == clock.tally.times else { continue }
      for type in clock.events { feed.events[type]?.precision = .day }
    }
    return issues
  }

  /// What holds the times, with the names of the file's columns.
  private static func place(of cell: MappedCell, _ bound: BoundList) -> String {
    let names = cell.columns.compactMap { bound.fields[$0].map { "\"\(bound.header[$0])\"" } }
    switch names.count {
    case 0: return "the list \(bound.list.name)"
    case 1: return "the column \(names[0])"
    default: return "the columns \(names.joined(separator: ", "))"
    }
  }
}
