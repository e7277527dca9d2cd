public import CaseModel
import Clocks

/// Judges one child's record by compiled rules, as of the day that the feeds reach.
///
/// The checks of a record depend on nothing but the record, the rules and what the feeds carry:
/// not on another child, the order of records, a feed's name or the clock on the wall.
public struct Judge {
  /// The rules.
  public let compiled: CompiledRules
  /// What was delivered.
  public let feeds: [Feed]
  /// What the feeds let each rule evaluate, by the index of the rule.
  public let evaluabilities: [RuleEvaluability]
  /// What was counted of each rule so far; it changes no check.
  public private(set) var tallies: [JudgeTally]

  /// Whether clocks may be judged in one pass where the record leaves nothing open.
  let isPlain: Bool
  /// The rules that make checks at all.
  private let active: RuleIndex
  /// Room for those of them that the record at hand gives a trigger to, as bits.
  private var wanted: [UInt64]
  /// The feeds that name everybody who took part, for each type of event.
  private let completeLists: [EventType: FeedSet]
  /// Reason why the edition of the check that was made last is ambiguous; nil if it is determined.
  private var openEdition: Reason?
  /// The edition to try where it is ambiguous; nil for the newest.
  private var triedEdition: Int?
  /// The events that open and close each kind of process.
  let bounds: [(opens: EventType, closes: EventType)]
  /// The rules with a clock that a type of event satisfies, by the type's index.
  let satisfied: [[Int]]
  /// The kinds of process whose opening or closing satisfies some rule that makes checks, as bits.
  private let bounded: UInt64
  /// The kinds of process of the record at hand, as bits, of which one opened or closed without an
  /// event that says so.
  var unlisted: UInt64 = 0
  /// Whether rows that were set aside may have said more of the child at hand.
  var hasUnread = false
  /// Room that is used again for each rule.
  var triggers: [JudgeTrigger] = []
  var workspace = Workspace()
  /// The readings of the check at hand.
  var split = CaseSplit()

  /// A judge of the records of some feeds.
  ///
  /// - Parameters:
  ///   - compiled: the rules.
  ///   - feeds: what was delivered.
  ///   - triesEveryReading: whether a check is judged over every reading also where the record
  ///     leaves nothing open; slower, and the same answers.
  public init(compiled: CompiledRules, feeds: [Feed], triesEveryReading: Bool = false) {
    self.compiled = compiled
    self.feeds = feeds
    evaluabilities = compiled.rules.map {
      RuleEvaluability($0, feeds: feeds, vocabulary: compiled.vocabulary)
    }
    // One feed that holds everything cannot disagree, and hides nothing.
    isPlain = !triesEveryReading && feeds.count == 1 && feeds[0].period == nil
    active = RuleIndex(
      compiled.rules.indices.filter { [evaluabilities] in evaluabilities[$0].makesChecks },
      of: compiled)
    wanted = active.emptySet
    var bounded: UInt64 = 0
    var satisfied = [[Int]](repeating: [], count: compiled.vocabulary.events.count)
    for (index, rule) in compiled.rules.enumerated() where evaluabilities[index].makesChecks {
      for edition in rule.editions { bounded |= edition.satisfier?.boundKinds ?? 0 }
      switch rule.newest.family {
      case .deadline, .repeats, .soft:
        for type in Set(rule.newest.satisfier?.types ?? []) {
          satisfied[Int(type.index)].append(index)
        }
      case .atLeast, .before, .cap, .aboutTrigger: continue
      }
    }
    self.bounded = bounded
    self.satisfied = satisfied
    bounds = compiled.vocabulary.processes.map { ($0.openedBy, $0.closedBy) }
    tallies = [JudgeTally](repeating: JudgeTally(), count: compiled.rules.count)
    var completeLists: [EventType: FeedSet] = [:]
    for (index, feed) in feeds.enumerated() {
      for (type, coverage) in feed.events where coverage.participants == .complete {
        completeLists[type, default: []].insert(FeedSet(feed: index))
      }
    }
    self.completeLists = completeLists
  }

  /// Adds the checks of one child's record, rule by rule.
  public mutating func judge(_ record: ChildRecord, into checks: inout [Check]) {
    defer { if record.events.contains(where: { $0.process < 0 }) { countUnlinked(record) } }
    guard record.withTwin.isEmpty else {
      judgeWithTwin(record, into: &checks)
      return
    }
    judgeAlone(record, into: &checks)
  }

  /// Adds the checks of a record by itself.
  mutating func judgeAlone(_ record: ChildRecord, into checks: inout [Check]) {
    guard record.otherValues.isEmpty else {
      judgeEveryValue(record, into: &checks)
      return
    }
    judgeColumns(record, into: &checks)
  }

  /// Counts an event that could satisfy a rule and that is tied to none of its triggers.
  mutating func countUnlinked(of rule: Int) { tallies[rule].unlinked += 1 }

  /// Lets what is counted of the rules be as it was.
  mutating func restore(_ tallies: [JudgeTally]) { self.tallies = tallies }

  /// Adds the checks of a record by the values in its columns, rule by rule.
  mutating func judgeColumns(_ record: ChildRecord, into checks: inout [Check]) {
    hasUnread = record.events.contains { $0.state == .unread }
    unlisted = bounded == 0 ? 0 : findUnlisted(record)
    let first = checks.count
    active.find(in: record, &wanted)
    for word in wanted.indices {
      var rest = wanted[word]
      while rest != 0 {
        let entry = active.entries[word << 6 + rest.trailingZeroBitCount]
        rest &= rest - 1
        judge(entry, record, into: &checks)
      }
    }
    guard record.mayLackRows else { return }
    for index in first..<checks.count { checks[index].doubtAbsence() }
  }

  private mutating func judge(
    _ entry: RuleIndex.Entry, _ record: ChildRecord, into checks: inout [Check]
  ) {
    collectTriggers(of: entry.rule, in: record)
    tallies[entry.rule].triggers += triggers.count
    guard !triggers.isEmpty else { return }
    let found = triggers
    for position in found.indices {
      judge(found, position, rule: entry.rule, entry.family, record, into: &checks)
    }
  }

  /// The kinds of process that have a bound without an event, of those that some rule waits for.
  private func findUnlisted(_ record: ChildRecord) -> UInt64 {
    var unlisted: UInt64 = 0
    for row in record.processes.indices {
      let kind = record.processes[row].kind
      guard bounded & 1 << UInt64(kind.index & 63) != 0 else { continue }
      let bound = bounds[Int(kind.index)]
      var isOpened = record.processes[row].opened.precision == .absent
      var isClosed = record.processes[row].closed.precision == .absent
      for event in record.events.indices where !(isOpened && isClosed) {
        guard record.events[event].process == Int32(row), record.events[event].state == .held
        else { continue }
        if record.events[event].type == bound.opens { isOpened = true }
        if record.events[event].type == bound.closes { isClosed = true }
      }
      if !(isOpened && isClosed) { unlisted |= 1 << UInt64(kind.index & 63) }
    }
    return unlisted
  }

  private mutating func judge(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int,
    _ family: CompiledEdition.Family, _ record: ChildRecord, into checks: inout [Check]
  ) {
    guard family != .repeats else {
      intervals(triggers, position, rule: index, record, into: &checks)
      return
    }
    openEdition = nil
    guard var check = check(triggers, position, rule: index, family, record) else { return }
    if let reason = openEdition {
      // The edition in force is ambiguous: the check is made under each.
      for edition in compiled.rules[index].editions.indices.dropLast().reversed() {
        triedEdition = edition
        let other = self.check(triggers, position, rule: index, family, record)
        guard let other, other.outcome != check.outcome else { continue }
        check.outcome = .notEvaluable
        check.reasons.insert(ReasonSet(reason))
      }
      triedEdition = nil
    }
    checks.append(check)
  }

  private mutating func check(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int,
    _ family: CompiledEdition.Family, _ record: ChildRecord
  ) -> Check? {
    switch family {
    case .repeats: nil
    case .before: lookBack(triggers, position, rule: index, record)
    case .cap: cap(triggers, position, rule: index, record)
    case .aboutTrigger: aboutTrigger(triggers, position, rule: index, record)
    case .deadline, .atLeast, .soft: deadline(triggers, position, rule: index, record)
    }
  }

  /// The edition that was in force when a clock started; nil, and counted, where none was.
  ///
  /// Where the start is not known it is the newest, and ``openEdition`` says why.
  mutating func edition(of index: Int, at start: Moment) -> Int? {
    let compiledRule = compiled.rules[index]
    guard let day = start.day else {
      openEdition = start.precision == .unreadable ? .dateUnreadable : .dateMissing
      return triedEdition ?? compiledRule.editions.count - 1
    }
    guard let edition = compiledRule.edition(on: day) else {
      tallies[index].beforeFirstEdition += 1
      return nil
    }
    return edition
  }

  /// Whether the list of who took part in an event is declared to name everybody.
  func isListComplete(_ event: EventRow, _ record: ChildRecord) -> Bool {
    !(completeLists[event.type] ?? []).isDisjoint(with: event.feeds)
      && !(hasUnread && UnreadEvents.mayNameOthers(in: event, record))
  }

  /// Whether there is a list of who took part in a trigger, and it names everybody.
  func isListComplete(of trigger: JudgeTrigger, _ record: ChildRecord) -> Bool {
    trigger.event >= 0 && record.participations.contains { $0.event == trigger.event }
      && isListComplete(record.events[Int(trigger.event)], record)
  }

  /// Whether a moment is certainly after the as-of.
  static func isAfter(_ moment: Moment, asOf: Moment) -> Bool {
    guard let day = moment.day, let now = asOf.day else { return false }
    guard day == now else { return day > now }
    return moment.precision == .minute && asOf.precision == .minute
      && moment.minuteOfDay > asOf.minuteOfDay
  }

  /// An order of all moments for lists that must not depend on the order of records: by day, a day
  /// alone before its minutes, what is not known last.
  static func isListedBefore(_ first: Moment, _ second: Moment) -> Bool {
    guard first.isKnown, second.isKnown else {
      if first.isKnown != second.isKnown { return first.isKnown }
      return first.precision.rawValue < second.precision.rawValue
    }
    guard first.civilDay == second.civilDay else { return first.civilDay < second.civilDay }
    if first.precision != second.precision { return first.precision == .day }
    if first.minuteOfDay != second.minuteOfDay { return first.minuteOfDay < second.minuteOfDay }
    return first.fold.rawValue < second.fold.rawValue
  }

  /// Whether one known moment is certainly before another.
  static func isBefore(_ first: Moment, _ second: Moment) -> Bool {
    guard let firstDay = first.day, let secondDay = second.day else { return false }
    guard firstDay == secondDay else { return firstDay < secondDay }
    return first.precision == .minute && second.precision == .minute
      && first.minuteOfDay < second.minuteOfDay
  }
}
