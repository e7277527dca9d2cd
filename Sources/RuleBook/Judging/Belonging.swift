import CaseModel
import Clocks

/// Whose an event is: the one routine by which events are tied to triggers, for whatever a rule asks.
///
/// The record ties an event to a trigger where it lies in the trigger's process, in one around it or
/// in one inside it; such an event is *linked*. An event in another process of a kind that the
/// trigger has one of is that one's. What is left is tied by its date, and here stands to whom.
/// What comes after a trigger belongs to the latest trigger before it; what comes before one, to the
/// earliest trigger after it.
enum Belonging {
  /// Whether an event on or after a trigger may belong to a later trigger of the rule.
  ///
  /// Then it is tried both ways.
  ///
  /// - Parameters:
  ///   - row: the event, which is not another's.
  ///   - triggers: all triggers of the rule in the record.
  ///   - position: the index of the one in question.
  ///   - record: the child's record.
  /// - Returns: false too for an event that is itself the later trigger.
  static func mayBeLater(
    _ row: Int32, _ triggers: [JudgeTrigger], _ position: Int, _ record: ChildRecord
  ) -> Bool {
    let event = record.events[Int(row)]
    guard triggers.count > 1, event.at.isKnown else { return false }
    let own = triggers[position].moment
    for (place, other) in triggers.enumerated() where place != position && other.event != row {
      guard Judge.isBefore(own, other.moment), !Judge.isBefore(event.at, other.moment),
        Links.relation(of: event.process, to: other.process, in: record) != .foreign
      else { continue }
      return true
    }
    return false
  }

  /// Whether something on or before a trigger belongs to an earlier trigger of the rule, on or after
  /// it.
  ///
  /// - Parameters:
  ///   - process: the process that it lies in; -1 for none.
  ///   - at: when it was.
  ///   - event: the event that it is; -1 for the opening or closing of a process.
  ///   - triggers: all triggers of the rule in the record.
  ///   - trigger: the one in question.
  ///   - record: the child's record.
  /// - Returns: unknown where a moment is not known.
  static func isEarlier(
    _ process: Int32, at: Moment, event: Int32, _ triggers: [JudgeTrigger],
    _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> Truth {
    var truth = Truth.no
    for other in triggers
    where other.trigger != trigger.trigger && !(event >= 0 && other.event == event)
      && Links.relation(of: process, to: other.process, in: record) != .foreign
    {
      guard other.moment.isKnown, at.isKnown, trigger.moment.isKnown else {
        truth = Truth.or(truth, .unknown)
        continue
      }
      if Judge.isBefore(other.moment, trigger.moment), !Judge.isBefore(other.moment, at) {
        return .yes
      }
    }
    return truth
  }

  /// Whether what a condition asks about is the trigger's, as far as the record says up to the time
  /// in question.
  ///
  /// What nothing ties to a process is the trigger's where nothing else could have it. Of an event whose type belongs to a kind of process by the vocabulary, the
  /// processes of that kind could have it; of any other, those of the trigger's kind.
  ///
  /// - Parameters:
  ///   - process: the process that it lies in; -1 for none.
  ///   - at: when it was; absent for a mark without a day.
  ///   - home: the kind of process that its type belongs to; nil for any.
  ///   - scope: what the condition is asked about.
  ///   - record: the child's record.
  /// - Returns: unknown where something else could have it as well.
  static func truth(
    of process: Int32, at: Moment, _ home: ProcessKind?, _ scope: ConditionScope,
    _ record: ChildRecord
  ) -> Truth {
    switch Links.relation(of: process, to: scope.process, in: record) {
    case .linked: return .yes
    case .foreign: return .no
    case .open: break
    }
    guard scope.process >= 0 else { return .yes }
    var own = scope.process
    if process < 0, let home,
      let row = Links.process(of: home, near: scope.process, at: scope.at, in: record)
    {
      own = row
    }
    let kind = record.processes[Int(own)].kind
    for row in record.processes.indices {
      let other = record.processes[row]
      guard other.kind == kind, Int32(row) != own,
        Links.relation(of: process, to: Int32(row), in: record) != .foreign,
        !isOpened(other, after: scope.at), !isClosed(other, before: at)
      else { continue }
      return .unknown
    }
    return .yes
  }

  /// The same of an event in a state, such as the mark that it is not required: beside a trigger that
  /// lies in no process either, it may be that of an earlier trigger of the type.
  static func truth(
    ofMark event: EventRow, _ home: ProcessKind?, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Truth {
    let truth = truth(of: event.process, at: event.at, home, scope, record)
    guard scope.process < 0, truth == .yes else { return truth }
    return hasEarlierOfType(event.at, scope, record) ? .unknown : .yes
  }

  private static func isOpened(_ process: ProcessRow, after moment: Moment) -> Bool {
    guard let opened = process.opened.day, let day = moment.day else { return false }
    return opened > day
  }

  private static func isClosed(_ process: ProcessRow, before moment: Moment) -> Bool {
    guard let closed = process.closed.day, let day = moment.day else { return false }
    return closed < day
  }

  /// Whether another event of the type of a trigger without a process lies between something and
  /// the trigger, so that it could belong to that one.
  private static func hasEarlierOfType(
    _ at: Moment, _ scope: ConditionScope, _ record: ChildRecord
  ) -> Bool {
    guard scope.event >= 0 else { return false }
    let own = record.events[Int(scope.event)]
    for row in record.events.indices where Int32(row) != scope.event {
      let other = record.events[row]
      guard other.type == own.type, other.state == .held else { continue }
      guard other.at.isKnown, own.at.isKnown, at.isKnown else { return true }
      if Judge.isBefore(other.at, own.at), !Judge.isBefore(other.at, at) { return true }
    }
    return false
  }
}
