import CaseModel
import Clocks

/// What a condition is asked about: a trigger of a record, an event, a time and some feeds.
struct ConditionScope {
  /// The process of the trigger; -1 for none.
  var process: Int32
  /// The event in question; -1 for none.
  var event: Int32
  /// The time in question: the clock's start.
  var at: Moment
  /// The feeds that are believed.
  var feeds: FeedSet
}

extension CompiledCondition {
  /// What the record lets one say of the condition.
  func truth(_ scope: ConditionScope, _ record: ChildRecord) -> Truth {
    switch self {
    case .not(let inner): return inner.truth(scope, record).negated
    case .all(let parts):
      return parts.reduce(.yes) { Truth.and($0, $1.truth(scope, record)) }
    case .any(let parts):
      return parts.reduce(.no) { Truth.or($0, $1.truth(scope, record)) }
    case .eventAttribute(let attribute, let isFlag, let test):
      var value = scope.event >= 0 ? record.value(attribute, ofEvent: scope.event) : nil
      if value == nil, scope.process >= 0 {
        value = record.value(attribute, ofProcess: scope.process)
      }
      return test.truth(of: value, isFlag: isFlag)
    case .processAttribute(let kind, let attribute, let isFlag, let test):
      guard let row = Links.process(of: kind, linkedTo: scope.process, in: record) else {
        return test.truth(of: nil, isFlag: isFlag)
      }
      return test.truth(of: record.value(attribute, ofProcess: row), isFlag: isFlag)
    case .closeReason(let kind, let reasons):
      guard let row = Links.process(of: kind, linkedTo: scope.process, in: record) else {
        return .no
      }
      let process = record.processes[Int(row)]
      guard process.closed.precision != .absent else { return .no }
      return process.closeReason.isPresent ? Truth(reasons.contains(process.closeReason)) : .unknown
    case .isOpen(let kind): return isOpen(kind, scope, record)
    case .isClosed(let kind): return isOpen(kind, scope, record).negated
    case .childDied: return Truth(record.died.precision != .absent)
    case .eventState(let type, let state): return eventState(type, state, scope, record)
    }
  }

  /// Whether a process of a kind is open at the time in question: the linked one where there is
  /// one, else any of the child's.
  private func isOpen(
    _ kind: ProcessKind, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Truth {
    func isOpen(_ process: ProcessRow) -> Truth {
      guard let day = scope.at.day else { return .unknown }
      guard let opened = process.opened.day else { return .unknown }
      if opened > day { return .no }
      if process.closed.precision == .absent { return .yes }
      guard let closed = process.closed.day else { return .unknown }
      return Truth(closed >= day)
    }
    if let row = Links.process(of: kind, linkedTo: scope.process, in: record) {
      return isOpen(record.processes[Int(row)])
    }
    var truth = Truth.no
    for process in record.processes where process.kind == kind {
      truth = Truth.or(truth, isOpen(process))
    }
    return truth
  }

  /// Whether the trigger's processes hold an event of a type in a state.
  ///
  /// An event recorded as not required whose date cannot be read stands for a mark that cannot be
  /// read, so that nobody knows whether it was set.
  private func eventState(
    _ type: EventType, _ state: EventState, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Truth {
    var truth = Truth.no
    for event in record.events
    where event.type == type && event.state == state && !event.feeds.isDisjoint(with: scope.feeds) {
      guard Links.relation(of: event.process, to: scope.process, in: record) == .linked else {
        continue
      }
      let isMarkUnreadable = state == .notRequired && event.at.precision == .unreadable
      truth = Truth.or(truth, isMarkUnreadable ? .unknown : .yes)
    }
    return truth
  }
}
