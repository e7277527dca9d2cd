import CaseModel
public import Clocks

/// How far the feeds of a run reach for one rule: what they carry of it, and as of when.
public final class RuleReach: Sendable {
  /// The words of the types that no feed carries and that the rule cannot do without; empty where
  /// the rule makes checks.
  public let notCarried: [String]
  /// The as-of that its checks are judged by: the oldest among the newest of the feeds that carry
  /// what could satisfy or stop it.
  public let asOf: Moment
  /// What could stop the clock and no feed carries: taken as not having happened.
  public let stopsNotCarried: [String]
  /// The feeds that carry all of what satisfies it.
  let allOf: FeedSet
  /// The feeds that carry only the latest of what satisfies it.
  let latestOf: FeedSet

  /// Whether the rule makes checks at all.
  public var makesChecks: Bool { notCarried.isEmpty }

  init(_ planned: PlannedRule, feeds: [Feed], vocabulary: Vocabulary) {
    let edition = planned.newest
    var needed: [(words: String, types: [EventType])] = []
    var missing: [String] = []
    var stopTypes: [EventType] = []
    switch edition.body.forEach.target {
    case .process(let kind):
      // A process whose opening nobody carries still has a clock where rows lie in it, or where
      // another event starts it.
      let types = [vocabulary[kind].openedBy] + (edition.body.starts?.events ?? [])
      let isNamed = feeds.contains { feed in
        feed.processes.contains(kind) || types.contains { feed.carries($0) }
      }
      if !isNamed { missing.append(vocabulary[kind].name) }
    case .event(let type): needed.append((vocabulary[type].name, [type]))
    }
    var satisfying: [EventType] = []
    switch edition.body.duty {
    case .deadline(_, let satisfier), .repeats(_, _, let satisfier):
      satisfying = satisfier.types
      if satisfier.recipients == .allWhoAttended,
        case .event(let type) = edition.body.forEach.target,
        feeds.contains(where: { $0.carries(type) }), !RuleReach.carriesParticipants(type, feeds)
      {
        missing.append("who took part in a \(vocabulary[type].name)")
      }
    case .atMost:
      if case .process(let kind) = edition.body.forEach.target {
        satisfying = [vocabulary[kind].closedBy]
      }
    case .preceded(let type): satisfying = [type]
    case .attendedBy:
      if case .event(let type) = edition.body.forEach.target,
        feeds.contains(where: { $0.carries(type) }), !RuleReach.carriesParticipants(type, feeds)
      {
        missing.append("who took part in a \(vocabulary[type].name)")
      }
    case .chairedBy:
      if let chair = vocabulary.attribute("chair"),
        !feeds.contains(where: { $0.attributes.contains(chair) })
      {
        missing.append("who chaired")
      }
    }
    if !satisfying.isEmpty {
      needed.append((satisfying.map { vocabulary[$0].name }.joined(separator: " or "), satisfying))
    }
    for need in needed
    where !feeds.contains(where: { feed in need.types.contains { feed.carries($0) } }) {
      missing.append(need.words)
    }
    var stopsNotCarried: [String] = []
    for stop in edition.body.stops {
      switch stop.fact {
      case .childDied:
        RuleReach.add(
          vocabulary.event("child_died"), "the child's death", feeds, &stopTypes, &stopsNotCarried)
      case .closed(let kind):
        RuleReach.add(
          vocabulary[kind].closedBy, vocabulary[vocabulary[kind].closedBy].word, feeds, &stopTypes,
          &stopsNotCarried)
      case .closedFor(let kind, let words):
        if feeds.contains(where: { $0.closeReasons.contains(kind) }) {
          stopTypes.append(vocabulary[kind].closedBy)
        } else {
          stopsNotCarried.append(
            "\(vocabulary[kind].word) closed because \(words.joined(separator: " or "))")
        }
      }
    }
    if let kind = edition.body.whileOpen { stopTypes.append(vocabulary[kind].closedBy) }
    notCarried = missing
    self.stopsNotCarried = stopsNotCarried
    asOf = RuleReach.asOf(satisfying + stopTypes, feeds)
    var allOf: FeedSet = []
    var latestOf: FeedSet = []
    for (index, feed) in feeds.enumerated() {
      for type in satisfying {
        switch feed.events[type]?.depth {
        case .all: allOf.insert(FeedSet(feed: index))
        case .latest: latestOf.insert(FeedSet(feed: index))
        case nil: continue
        }
      }
    }
    self.allOf = allOf
    self.latestOf = latestOf.subtracting(allOf)
  }

  private static func carriesParticipants(_ type: EventType, _ feeds: [Feed]) -> Bool {
    feeds.contains { ($0.events[type]?.participants ?? Carriage.Participants.none) != .none }
  }

  private static func add(
    _ type: EventType?, _ words: String, _ feeds: [Feed], _ types: inout [EventType],
    _ notCarried: inout [String]
  ) {
    guard let type else { return }
    if feeds.contains(where: { $0.carries(type) }) {
      types.append(type)
    } else {
      notCarried.append(words)
    }
  }

  /// The oldest, over the types, of the newest as-of of the feeds that carry the type.
  private static func asOf(_ types: [EventType], _ feeds: [Feed]) -> Moment {
    var oldest: Moment?
    for type in types {
      var newest: Moment?
      for feed in feeds where feed.carries(type) {
        if newest.map({ isEarlier($0, feed.asOf) }) ?? true { newest = feed.asOf }
      }
      guard let newest else { continue }
      if oldest.map({ isEarlier(newest, $0) }) ?? true { oldest = newest }
    }
    if let oldest { return oldest }
    var newest: Moment = .absent
    for feed in feeds where newest == .absent || isEarlier(newest, feed.asOf) { newest = feed.asOf }
    return newest
  }

  /// Whether one as-of is before another; a day alone is its end.
  private static func isEarlier(_ left: Moment, _ right: Moment) -> Bool {
    guard left.civilDay == right.civilDay else { return left.civilDay < right.civilDay }
    let leftMinute = left.precision == .minute ? left.minuteOfDay : 1440
    let rightMinute = right.precision == .minute ? right.minuteOfDay : 1440
    return leftMinute < rightMinute
  }
}
