import CaseModel
import Clocks

/// What rows that were set aside may have said of a trigger.
///
/// A reader leaves an event in the state ``EventState/unread`` for each type that such a row may have
/// been of. None of them counts, and none of them lets an absence prove anything.
enum UnreadEvents {
  /// Whether an event of a type may stand in a row that was set aside, for a process; -1 for none.
  static func mayHold(_ type: EventType, for process: Int32, in record: ChildRecord) -> Bool {
    record.events.contains { event in
      event.state == .unread && event.type == type
        && Links.relation(of: event.process, to: process, in: record) != .foreign
    }
  }

  /// Whether nothing but rows that were set aside names a process: it is none that a rule is applied to.
  static func namesAlone(_ row: Int, _ record: ChildRecord) -> Bool {
    guard record.processes[row].opened.precision == .absent else { return false }
    let events = record.events.filter { $0.process == Int32(row) }
    return !events.isEmpty && events.allSatisfy { $0.state == .unread }
      && !record.processes.contains { $0.parent == Int32(row) }
  }

  /// Whether a process is opened only by an event of which it is open whether it is one: then it may
  /// be no process of its kind.
  static func mayBeNone(_ row: Int, openedBy type: EventType, _ record: ChildRecord) -> Bool {
    var isUnread = false
    for event in record.events where event.process == Int32(row) && event.type == type {
      if event.state == .held { return false }
      if event.state == .unread { isUnread = true }
    }
    return isUnread
  }

  /// Whether a row that was set aside may name somebody who took part in an event.
  static func mayNameOthers(in event: EventRow, _ record: ChildRecord) -> Bool {
    record.events.contains { other in
      other.state == .unread && other.type == event.type
        && (!other.at.isKnown || !event.at.isKnown || other.at.day == event.at.day)
        && Links.relation(of: other.process, to: event.process, in: record) != .foreign
    }
  }
}

extension Judge {
  /// Adds what may be events of some types to the candidates of a trigger: each may count, or not.
  mutating func addUnread(
    _ types: [EventType], of satisfier: CompiledSatisfier, _ trigger: JudgeTrigger,
    _ edition: CompiledEdition, _ rule: Int, _ record: ChildRecord
  ) {
    guard hasUnread else { return }
    for (row, event) in record.events.enumerated()
    where event.state == .unread && types.contains(event.type) {
      guard let match = EventMatch(row, trigger, edition, satisfier, evaluabilities[rule], record)
      else { continue }
      var candidate = Candidate(
        event: Int32(row), at: event.at.precision == .absent ? .missing : event.at,
        counts: .unknown, mayBelongElsewhere: false, feeds: [],
        mayFollowClosing: match.mayFollowClosing)
      candidate.doubt = .rowSetAside
      workspace.candidates.append(candidate)
    }
  }

  /// Adds the moments of what may be events that start a clock.
  mutating func addUnreadStarts(
    _ trigger: JudgeTrigger, _ edition: CompiledEdition, _ record: ChildRecord
  ) {
    guard hasUnread, let types = edition.body.starts?.events else { return }
    for event in record.events
    where event.state == .unread && types.contains(event.type)
      && Links.relation(of: event.process, to: trigger.process, in: record) == .linked
    {
      let moment = event.at.precision == .absent ? .missing : event.at
      guard !workspace.starts.contains(where: { $0.moment == moment }) else { continue }
      workspace.starts.append(Workspace.Start(moment: moment, event: -1))
      workspace.startDoubts.insert(ReasonSet(.rowSetAside))
    }
  }
}
