import CaseModel

/// Copies what the vocabulary says of siblings onto the record of each other child of a household.
///
/// Children are of one household where an episode of theirs names the same household id. Nothing of
/// a sibling but the type of an event, its time and where it stands comes onto a child's record.
struct Households {
  private let vocabulary: Vocabulary
  private let household: Attribute?
  private let copies: [EventType: EventType]

  /// A copying of the events that the vocabulary has a sibling's event for.
  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    household = vocabulary.attribute("household")
    var copies: [EventType: EventType] = [:]
    for (index, word) in vocabulary.events.enumerated() {
      if let own = word.ofSibling { copies[own] = EventType(index: UInt8(index)) }
    }
    self.copies = copies
  }

  /// Copies the events, and says of each feed with household ids that it carries them.
  func copy(_ records: inout [ChildRecord], feeds: inout [Feed]) {
    guard let household, feeds.contains(where: { $0.attributes.contains(household) }) else {
      return
    }
    var members: [Code: [Int]] = [:]
    var order: [Code] = []
    for (child, record) in records.enumerated() {
      var known: Set<Code> = []
      for attribute in record.attributes where attribute.name == household {
        if case .code(let id) = attribute.value, known.insert(id).inserted {
          if members[id] == nil { order.append(id) }
          members[id, default: []].append(child)
        }
      }
    }
    let own = records.map { record in
      record.events.filter { $0.state == .held && copies[$0.type] != nil }
    }
    for id in order {
      guard let children = members[id], children.count > 1 else { continue }
      for child in children {
        for sibling in children where sibling != child {
          for event in own[sibling] { add(event, to: &records[child]) }
        }
      }
    }
    for index in feeds.indices where feeds[index].attributes.contains(household) {
      for (type, copy) in copies where feeds[index].events[copy] == nil {
        feeds[index].events[copy] = feeds[index].events[type]
      }
    }
  }

  /// Adds a sibling's event, once for siblings to whom it happened together.
  private func add(_ event: EventRow, to record: inout ChildRecord) {
    guard let type = copies[event.type] else { return }
    let isKnown = record.events.contains {
      $0.type == type && $0.at == event.at && !$0.feeds.isDisjoint(with: event.feeds)
    }
    guard !isKnown else { return }
    record.events.append(
      EventRow(type: type, at: event.at, feeds: event.feeds, source: event.source))
  }
}
