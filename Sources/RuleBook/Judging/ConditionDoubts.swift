import CaseModel
import Clocks

extension CompiledCondition {
  /// Why the record does not let one say whether the condition holds.
  func doubts(_ scope: ConditionScope, _ record: ChildRecord) -> ReasonSet {
    switch self {
    case .not(let inner): return inner.doubts(scope, record)
    case .all(let parts), .any(let parts):
      return parts.filter { $0.truth(scope, record) == .unknown }
        .reduce(into: ReasonSet()) { $0.formUnion($1.doubts(scope, record)) }
    case .onWorkingDay:
      let at = scope.event >= 0 ? record.events[Int(scope.event)].at : scope.at
      return at.isKnown ? ReasonSet(.outsideCalendar) : CompiledCondition.doubts(of: at)
    case .childAge, .childUnborn:
      return record.born.isKnown
        ? CompiledCondition.doubts(of: scope.at) : CompiledCondition.doubts(of: record.born)
    case .count(let query, _, _):
      guard scope.rule.seen.contains(query.type) else { return ReasonSet(.notCarried) }
      guard !UnreadEvents.mayHold(query.type, for: scope.process, in: record) else {
        return ReasonSet(.rowSetAside)
      }
      var doubts: ReasonSet = []
      for event in record.events where event.type == query.type && event.state == .held {
        switch query.belongs(event.process, at: event.at, scope, record) {
        case .no: continue
        case .unknown: doubts.insert(ReasonSet(.linkUnclear))
        case .yes: break
        }
        if !event.at.isKnown { doubts.formUnion(CompiledCondition.doubts(of: event.at)) }
      }
      guard doubts.isEmpty else { return doubts }
      return scope.at.isKnown
        ? ReasonSet(.valueMissing) : CompiledCondition.doubts(of: scope.at)
    case .isOpen(let kind, let type), .isClosed(let kind, let type):
      guard scope.rule.carries(type, kind) else { return ReasonSet(.notCarried) }
      return processDoubts(kind, scope, record)
    case .isOpenFor(let kind, let type, _):
      guard scope.rule.carries(type, kind) else { return ReasonSet(.notCarried) }
      let doubts = processDoubts(kind, scope, record)
      return doubts == ReasonSet(.valueMissing) && scope.at.isKnown
        ? ReasonSet(.timeNeeded) : doubts
    case .eventState(let type, let home, let state):
      guard !UnreadEvents.mayHold(type, for: scope.process, in: record) else {
        return ReasonSet(.rowSetAside)
      }
      let isUnclear = record.events.contains { event in
        event.type == type && event.state == state
          && Belonging.truth(ofMark: event, home, scope, record) == .unknown
      }
      return ReasonSet(isUnclear ? .linkUnclear : .valueMissing)
    case .eventAttribute, .processAttribute, .closeReason, .outcome, .childDied:
      return ReasonSet(.valueMissing)
    }
  }

  private func processDoubts(
    _ kind: ProcessKind, _ scope: ConditionScope, _ record: ChildRecord
  ) -> ReasonSet {
    var doubts: ReasonSet = []
    for process in record.processes where process.kind == kind {
      if !process.opened.isKnown {
        doubts.formUnion(CompiledCondition.doubts(of: process.opened))
      }
      if process.closed.precision == .unreadable { doubts.insert(ReasonSet(.dateUnreadable)) }
      for bound in [process.opened, process.closed]
      where bound.isKnown && bound.day == scope.at.day && bound.hasTime != scope.at.hasTime {
        doubts.insert(ReasonSet(.timeNeeded))
      }
    }
    guard doubts.isEmpty else { return doubts }
    return scope.at.isKnown ? ReasonSet(.valueMissing) : CompiledCondition.doubts(of: scope.at)
  }

  private static func doubts(of moment: Moment) -> ReasonSet {
    ReasonSet(moment.precision == .unreadable ? .dateUnreadable : .dateMissing)
  }
}

extension CaseSplit {
  /// Whether a condition holds in this reading; no condition holds always.
  mutating func decide(
    _ condition: CompiledCondition?, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Bool {
    guard let condition else { return true }
    switch condition.truth(scope, record) {
    case .yes: return true
    case .no: return false
    case .unknown: return choose(2, condition.doubts(scope, record)) == 0
    }
  }
}
