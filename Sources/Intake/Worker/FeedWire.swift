import CaseModel
import Clocks

/// The description of a feed, on the pipe from a worker.
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
    wire.add(feed.stated.map(\.index).sorted())
    wire.add(feed.attributes.map(\.index).sorted())
    wire.add(feed.severalValues.map(\.index).sorted())
    wire.add(feed.closeReasons.map(\.index).sorted())
    wire.add(feed.outcomes.map(\.index).sorted())
    wire.add(feed.processes.map(\.index).sorted())
    wire.add(feed.isSynthetic)
    wire.add(feed.midnightEvents.map(\.index).sorted())
    wire.add(feed.midnightAttributes.map(\.index).sorted())
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
    feed.stated = Set(
      try indexes(&wire, below: vocabulary.events.count).map { EventType(index: $0) })
    feed.attributes = Set(
      try indexes(&wire, below: vocabulary.attributes.count).map { Attribute(index: $0) })
    feed.severalValues = Set(
      try indexes(&wire, below: vocabulary.attributes.count).map { Attribute(index: $0) })
    feed.closeReasons = Set(
      try indexes(&wire, below: vocabulary.processes.count).map { ProcessKind(index: $0) })
    feed.outcomes = Set(
      try indexes(&wire, below: vocabulary.events.count).map { EventType(index: $0) })
    feed.processes = Set(
      try indexes(&wire, below: vocabulary.processes.count).map { ProcessKind(index: $0) })
    feed.isSynthetic = try wire.truth()
    feed.midnightEvents = Set(
      try indexes(&wire, below: vocabulary.events.count).map { EventType(index: $0) })
    feed.midnightAttributes = Set(
      try indexes(&wire, below: vocabulary.attributes.count).map { Attribute(index: $0) })
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
    for count in [counts.read, counts.used, counts.setAside, counts.leftOut, counts.copies] {
      wire.add(count)
    }
  }

  /// Reads counts of rows.
  static func counts(_ wire: inout WireReader) throws(Nonsense) -> RowCounts {
    RowCounts(
      read: try wire.number(), used: try wire.number(), setAside: try wire.number(),
      leftOut: try wire.number(), copies: try wire.number())
  }
}

/// A vocabulary on the pipe to a worker: what a reader needs of it, without the sentences.
enum VocabularyWire {
  /// Writes the words.
  static func write(_ vocabulary: Vocabulary, to wire: inout WireWriter) {
    wire.add(each: vocabulary.events) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(word.isOnce)
      wire.add(word.ofSibling.map { Int($0.index) + 1 } ?? 0)
      wire.add(each: word.outcomes) { wire, word in wire.add(word) }
    }
    wire.add(each: vocabulary.processes) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(byte: word.openedBy.index)
      wire.add(byte: word.closedBy.index)
      wire.add(word.isShared)
      wire.add(each: word.closedAs) { wire, word in wire.add(word) }
    }
    wire.add(each: vocabulary.roles) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(word.agency)
      wire.add(each: word.countsAs) { wire, other in wire.add(other) }
    }
    wire.add(each: vocabulary.attributes) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(word.type.rawValue)
      wire.add(each: word.owners) { wire, owner in wire.add(owner) }
      wire.add(each: word.values) { wire, value in wire.add(value) }
    }
  }

  /// Reads the words.
  static func read(_ wire: inout WireReader) throws(WireReader.Nonsense) -> Vocabulary {
    var vocabulary = Vocabulary()
    for _ in 0..<(try wire.count()) {
      let (word, name) = (try wire.text(), try wire.text())
      let isOnce = try wire.truth()
      let sibling = try wire.number(upTo: 256)
      vocabulary.add(
        Vocabulary.EventWord(
          word: word, meaning: "", name: name, isOnce: isOnce,
          ofSibling: sibling == 0 ? nil : EventType(index: UInt8(sibling - 1)),
          outcomes: try texts(&wire)))
    }
    for _ in 0..<(try wire.count()) {
      vocabulary.add(
        Vocabulary.ProcessWord(
          word: try wire.text(), meaning: "", name: try wire.text(),
          openedBy: EventType(index: try wire.byte()),
          closedBy: EventType(index: try wire.byte()), isShared: try wire.truth(),
          closedAs: try texts(&wire)))
    }
    for _ in 0..<(try wire.count()) {
      vocabulary.add(
        Vocabulary.RoleWord(
          word: try wire.text(), meaning: "", name: try wire.text(), agency: try wire.text(),
          grade: nil, countsAs: try texts(&wire)))
    }
    for _ in 0..<(try wire.count()) {
      let (word, name) = (try wire.text(), try wire.text())
      guard let type = Vocabulary.AttributeType(rawValue: try wire.text()) else {
        throw WireReader.Nonsense()
      }
      vocabulary.add(
        Vocabulary.AttributeWord(
          word: word, meaning: "", name: name, type: type, owners: try texts(&wire),
          values: try texts(&wire)))
    }
    return vocabulary
  }

  private static func texts(_ wire: inout WireReader) throws(WireReader.Nonsense) -> [String] {
    try wire.each { (wire) throws(WireReader.Nonsense) in try wire.text() }
  }
}
