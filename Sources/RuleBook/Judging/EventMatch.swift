import CaseModel
import Clocks

/// An event that may satisfy a trigger, with what the record leaves open about it.
///
/// This is the one definition of which events count. The fast pass, the pass over every reading
/// and the intervals of a rule that repeats all ask ``init(_:_:_:_:_:_:)``.
struct EventMatch {
  /// Whether the record ties the event to the trigger's process; else nothing keeps them apart.
  let isLinked: Bool
  /// Whether the condition of the satisfier holds of the event; never `no`.
  let counts: Truth
  /// Reason why the event may have come after the closing of the process that must be open; nil if
  /// it did not.
  let mayFollowClosing: Reason?

  /// The match of a held event of one of the satisfier's types; nil if the event does not count: it
  /// is the trigger itself, belongs to another process, came after the process that must be open
  /// had closed, or fails the condition.
  ///
  /// - Parameters:
  ///   - row: the event.
  ///   - trigger: what is judged.
  ///   - edition: the edition of the rule.
  ///   - satisfier: what satisfies the edition.
  ///   - evaluability: how far the feeds reach for the rule.
  ///   - record: the child's record.
  @inline(__always)
  init?(
    _ row: Int, _ trigger: JudgeTrigger, _ edition: CompiledEdition,
    _ satisfier: CompiledSatisfier, _ evaluability: RuleEvaluability, _ record: ChildRecord
  ) {
    guard Int32(row) != trigger.event else { return nil }
    let process = record.events[row].process
    let relation = Links.relation(of: process, to: trigger.process, in: record)
    guard relation != .foreign else { return nil }
    isLinked = relation == .linked
    if let kind = edition.whileOpen {
      switch EventMatch.closingOrder(record.events[row].at, kind, trigger, record) {
      case .before: mayFollowClosing = nil
      case .after: return nil
      case .unclear(let reason): mayFollowClosing = reason
      }
    } else {
      mayFollowClosing = nil
    }
    guard let filter = satisfier.filter else {
      counts = .yes
      return
    }
    let scope = ConditionScope(
      process: process, event: Int32(row), at: record.events[row].at,
      feeds: record.events[row].feeds, rule: evaluability, calendar: edition.calendar)
    counts = filter.truth(scope, record)
    guard counts.mayHold else { return nil }
  }

  /// How an event stands to the closing of the process that must be open.
  private enum ClosingOrder {
    /// The event came before the closing or on its day, or the process has not closed.
    case before
    /// The event came on a later day.
    case after
    /// The day of the closing is not known.
    case unclear(Reason)
  }

  private static func closingOrder(
    _ at: Moment, _ kind: ProcessKind, _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> ClosingOrder {
    guard let row = Links.process(of: kind, linkedTo: trigger.process, in: record) else {
      return .before
    }
    let closed = record.processes[Int(row)].closed
    switch closed.precision {
    case .absent: return .before
    case .missing: return .unclear(.dateMissing)
    case .unreadable: return .unclear(.dateUnreadable)
    case .day, .minute:
      guard let day = at.day else { return .before }
      return day > closed.civilDay ? .after : .before
    }
  }
}
