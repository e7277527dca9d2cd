import CaseModel
import Clocks

/// The facts of some feeds whose times at 00:00 are days.
struct MidnightDays {
  /// The feeds in which they are, for each type of event and each attribute.
  private var events: [EventType: FeedSet] = [:]
  private var attributes: [Attribute: FeedSet] = [:]
  /// The types of event that open and close each kind of process.
  private let bounds: [(opens: EventType, closes: EventType)]

  /// The facts of feeds that are read to their ends.
  init(_ feeds: [Feed], _ vocabulary: Vocabulary) {
    bounds = vocabulary.processes.map { ($0.openedBy, $0.closedBy) }
    for (index, feed) in feeds.enumerated() {
      let set = FeedSet(feed: index)
      for type in feed.midnightEvents { events[type, default: []].insert(set) }
      for attribute in feed.midnightAttributes { attributes[attribute, default: []].insert(set) }
    }
    for (index, word) in vocabulary.events.enumerated() {
      guard let own = word.ofSibling, let feeds = events[own] else { continue }
      events[EventType(index: UInt8(index)), default: []].formUnion(feeds)
    }
  }

  /// Reads midnights of a record as days.
  func apply(to record: inout ChildRecord) {
    guard !(events.isEmpty && attributes.isEmpty) else { return }
    for row in record.events.indices where has(record.events[row].type, record.events[row].feeds) {
      record.events[row].at.readMidnightAsDay()
    }
    for row in record.participations.indices {
      let event = record.events[Int(record.participations[row].event)]
      if has(event.type, event.feeds) { record.participations[row].at.readMidnightAsDay() }
    }
    for row in record.processes.indices {
      let process = record.processes[row]
      let bound = bounds[Int(process.kind.index)]
      if has(bound.opens, process.feeds) { record.processes[row].opened.readMidnightAsDay() }
      if has(bound.closes, process.feeds) { record.processes[row].closed.readMidnightAsDay() }
    }
    for row in record.attributes.indices {
      guard case .moment(var moment) = record.attributes[row].value,
        attributes[record.attributes[row].name] != nil
      else { continue }
      moment.readMidnightAsDay()
      record.attributes[row].value = .moment(moment)
    }
  }

  private func has(_ type: EventType, _ feeds: FeedSet) -> Bool {
    events[type].map { !$0.isDisjoint(with: feeds) } ?? false
  }
}

extension Moment {
  /// Forgets the time of day where it is 00:00.
  fileprivate mutating func readMidnightAsDay() {
    if precision == .minute, minuteOfDay == 0 { self = .day(civilDay) }
  }
}
