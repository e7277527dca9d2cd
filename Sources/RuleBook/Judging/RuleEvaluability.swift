import CaseModel
public import Clocks

/// How far the feeds of a run reach for one rule: what they carry of it, and as of when.
public final class RuleEvaluability: Sendable {
  /// The words of the types that no feed carries and that the rule cannot do without; empty where
  /// the rule makes checks.
  public let notCarried: [String]
  /// The as-of that its checks are judged by: the oldest among the newest of the feeds that carry
  /// what could satisfy or stop it.
  public let asOf: Moment
  /// What could also satisfy the rule or stop its clock and no feed carries: taken as not having
  /// happened, and said on the report.
  public let stopsNotCarried: [String]
  /// The feeds that carry all of what satisfies it.
  let allOf: FeedSet
  /// The feeds that carry only the latest of what satisfies it.
  let latestOf: FeedSet
  /// The types of which some feed carries all.
  let seen: EventTypeSet
  /// The feeds that carry all of a type, by its index.
  private let seenBy: [FeedSet]
  /// The scale of days, and that of minutes, as of the rule's as-of.
  let days: Timeline
  let minutes: Timeline
  /// The kinds of process that some feed names.
  private let kinds: Set<ProcessKind>

  /// Whether the rule makes checks at all.
  public var makesChecks: Bool { notCarried.isEmpty }

  init(_ compiledRule: CompiledRule, feeds: [Feed], vocabulary: Vocabulary) {
    let body = compiledRule.newest.body
    var needs = RuleInputs(body, vocabulary: vocabulary)
    needs.look(at: feeds)
    notCarried = needs.missing
    stopsNotCarried = needs.stopsMissing
    asOf = RuleEvaluability.asOf(needs.satisfying + needs.stopping, feeds)
    var allOf: FeedSet = []
    var latestOf: FeedSet = []
    var seen = EventTypeSet()
    var seenBy = [FeedSet](repeating: [], count: vocabulary.events.count)
    for (index, feed) in feeds.enumerated() {
      for (type, coverage) in feed.events where coverage.depth == .all {
        seen.insert(type)
        seenBy[Int(type.index)].insert(FeedSet(feed: index))
      }
      for type in needs.satisfying {
        switch feed.events[type]?.depth {
        case .all: allOf.insert(FeedSet(feed: index))
        case .latest: latestOf.insert(FeedSet(feed: index))
        case nil: continue
        }
      }
    }
    for type in body.waivers where !feeds.contains(where: { $0.carries(type) }) {
      seen.insert(type)
    }
    self.allOf = allOf
    self.latestOf = latestOf.subtracting(allOf)
    self.seen = seen
    self.seenBy = seenBy
    kinds = Set(feeds.flatMap(\.processes))
    days = Timeline(isElapsed: false, asOf: asOf)
    minutes = Timeline(isElapsed: true, asOf: asOf)
  }

  /// The feeds whose word counts on events of a type: those that are believed, where one of them
  /// carries the type; else all, for they do not gainsay what they cannot show.
  func feeds(thatTellOf type: EventType, believed: FeedSet) -> FeedSet {
    seenBy[Int(type.index)].isDisjoint(with: believed) ? FeedSet(rawValue: .max) : believed
  }

  /// Whether some feed would show a process of a kind.
  func carries(_ opening: EventType, _ kind: ProcessKind) -> Bool {
    seen.contains(opening) || kinds.contains(kind)
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
