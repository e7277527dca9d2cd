import CaseModel
import Clocks

/// What is said of a feed as a whole, on the pipe from a worker.
enum FeedWire {
  typealias Nonsense = WireReader.Nonsense

  /// Writes a feed, but for its name, which the other end gave it.
  static func write(_ feed: Feed, to wire: inout WireWriter) {
    wire.add(feed.format)
    wire.add(feed.authority)
    wire.add(feed.asOf)
    wire.add(feed.period != nil)
    if let period = feed.period {
      wire.add(signed: Int(period.lowerBound.number))
      wire.add(signed: Int(period.upperBound.number))
    }
    wire.add(each: feed.events.sorted { $0.key.index < $1.key.index }) { wire, entry in
      wire.add(byte: entry.key.index)
      wire.add(entry.value.precision == .minute)
      wire.add(entry.value.depth == .latest)
      wire.add(entry.value.participants.rawValue)
    }
    wire.add(feed.attributes.map(\.index).sorted())
    wire.add(feed.closeReasons.map(\.index).sorted())
    wire.add(feed.outcomes.map(\.index).sorted())
    wire.add(feed.processes.map(\.index).sorted())
    wire.add(feed.isSynthetic)
  }

  /// Reads a feed of a name.
  static func read(
    _ wire: inout WireReader, name: String, vocabulary: Vocabulary
  ) throws(Nonsense) -> Feed {
    var feed = Feed(name: name, format: try wire.text())
    feed.authority = try wire.text()
    feed.asOf = try wire.moment()
    if try wire.truth() {
      let (first, last) = (try wire.day(), try wire.day())
      guard first <= last else { throw Nonsense() }
      feed.period = first...last
    }
    for _ in 0..<(try wire.count()) {
      let type = try wire.byte()
      guard Int(type) < vocabulary.events.count else { throw Nonsense() }
      let precision: EventCoverage.Precision = try wire.truth() ? .minute : .day
      let depth: EventCoverage.Depth = try wire.truth() ? .latest : .all
      guard let participants = EventCoverage.Participants(rawValue: try wire.text()) else {
        throw Nonsense()
      }
      feed.events[EventType(index: type)] = EventCoverage(
        precision: precision, depth: depth, participants: participants)
    }
    feed.attributes = Set(
      try indexes(&wire, below: vocabulary.attributes.count).map { Attribute(index: $0) })
    feed.closeReasons = Set(
      try indexes(&wire, below: vocabulary.processes.count).map { ProcessKind(index: $0) })
    feed.outcomes = Set(
      try indexes(&wire, below: vocabulary.events.count).map { EventType(index: $0) })
    feed.processes = Set(
      try indexes(&wire, below: vocabulary.processes.count).map { ProcessKind(index: $0) })
    feed.isSynthetic = try wire.truth()
    return feed
  }

  private static func indexes(
    _ wire: inout WireReader, below count: Int
  ) throws(Nonsense) -> [UInt8] {
    let held = try wire.held()
    guard held.allSatisfy({ Int($0) < count }) else { throw Nonsense() }
    return held
  }

  /// Writes counts of rows.
  static func write(_ counts: RowCounts, to wire: inout WireWriter) {
    for count in [counts.read, counts.used, counts.setAside, counts.copies] { wire.add(count) }
  }

  /// Reads counts of rows.
  static func counts(_ wire: inout WireReader) throws(Nonsense) -> RowCounts {
    RowCounts(
      read: try wire.number(), used: try wire.number(), setAside: try wire.number(),
      copies: try wire.number())
  }
}
