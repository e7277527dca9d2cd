import CaseModel
import Clocks

extension Judge {
  /// Finds the events that may satisfy a check, in the groups that must each be satisfied.
  ///
  /// The events of the trigger's processes count, and those that nothing but their date ties to it,
  /// as ``Belonging`` says.
  mutating func findCandidates(
    _ triggers: [JudgeTrigger], _ position: Int, _ edition: CompiledEdition, rule: Int,
    _ record: ChildRecord
  ) {
    workspace.candidates.removeAll(keepingCapacity: true)
    workspace.groupEnds.removeAll(keepingCapacity: true)
    let trigger = triggers[position]
    guard let satisfier = edition.satisfier else {
      addClosing(of: trigger, record)
      return
    }
    for types in satisfier.groups {
      addCandidates(types, of: satisfier, triggers, position, edition, rule, record)
      workspace.groupEnds.append(workspace.candidates.count)
    }
    switch satisfier.recipients {
    case .none: break
    case .allWhoAttended:
      let roles = Judge.recipients(ofEvent: trigger.event, in: record)
      // If no one is listed, it may have reached all who were there, or not.
      if !roles.isEmpty { groupByRecipient(roles, since: trigger.moment, record) }
    case .each(let roles): groupByRecipient(roles, since: .absent, record)
    }
  }

  /// Adds the events of some types that may count for a trigger.
  private mutating func addCandidates(
    _ types: [EventType], of satisfier: CompiledSatisfier, _ triggers: [JudgeTrigger],
    _ position: Int, _ edition: CompiledEdition, _ rule: Int, _ record: ChildRecord
  ) {
    let trigger = triggers[position]
    let first = workspace.candidates.count
    var linked = first
    for (row, event) in record.events.enumerated()
    where event.state == .held && types.contains(event.type) {
      guard let match = EventMatch(row, trigger, edition, satisfier, evaluabilities[rule], record)
      else { continue }
      let candidate = Candidate(
        event: Int32(row), at: event.at.precision == .absent ? .missing : event.at,
        counts: match.counts,
        mayBelongElsewhere: !satisfier.mayBeShared
          && Belonging.mayBeLater(Int32(row), triggers, position, record),
        feeds: event.feeds, mayFollowClosing: match.mayFollowClosing)
      if match.isLinked {
        // Linked ones are kept in front, so that the others can be dropped.
        workspace.candidates.insert(candidate, at: linked)
        linked += 1
      } else {
        workspace.candidates.append(candidate)
      }
    }
    addBounds(types, of: satisfier, trigger, record, &linked)
    if linked > first { dropUnlinked(from: linked, satisfier, record) }
    addUnread(types, of: satisfier, trigger, edition, rule, record)
    guard workspace.candidates.count - first > 1 else { return }
    // The order of records must not matter.
    workspace.candidates[first...].sort { left, right in
      guard left.at == right.at else { return Judge.isListedBefore(left.at, right.at) }
      guard left.event >= 0, right.event >= 0 else { return left.event >= 0 }
      let (one, other) = (
        record.events[Int(left.event)].source, record.events[Int(right.event)].source
      )
      return (one.file, one.line, one.column) < (other.file, other.line, other.column)
    }
  }

  /// Drops the candidates from an index on that are not linked, where others are.
  ///
  /// Of what happens often, such as visits, some rows name the process and others name none: those
  /// stay.
  private mutating func dropUnlinked(
    from first: Int, _ satisfier: CompiledSatisfier, _ record: ChildRecord
  ) {
    for index in workspace.candidates.indices[first...].reversed() {
      let event = workspace.candidates[index].event
      if satisfier.isOnce || event < 0 || record.events[Int(event)].process >= 0 {
        workspace.candidates.remove(at: index)
      }
    }
  }

  /// Adds the openings and closings of other processes that the record has without an event of
  /// their own, as a census has them.
  private mutating func addBounds(
    _ types: [EventType], of satisfier: CompiledSatisfier, _ trigger: JudgeTrigger,
    _ record: ChildRecord, _ linked: inout Int
  ) {
    for bound in satisfier.bounds where types.contains(bound.type) {
      for row in record.processes.indices where record.processes[row].kind == bound.kind {
        guard let at = Links.unlisted(bound, Int32(row), in: record) else { continue }
        let relation = Links.relation(of: Int32(row), to: trigger.process, in: record)
        guard relation != .foreign else { continue }
        // What stands with the process and not with an event cannot be asked a condition about.
        let candidate = Candidate(
          event: -1, at: at, counts: satisfier.filter == nil ? .yes : .unknown,
          mayBelongElsewhere: false, feeds: record.processes[row].feeds)
        if relation == .linked {
          workspace.candidates.insert(candidate, at: linked)
          linked += 1
        } else {
          workspace.candidates.append(candidate)
        }
      }
    }
  }

  private mutating func addClosing(of trigger: JudgeTrigger, _ record: ChildRecord) {
    if trigger.process >= 0 {
      let process = record.processes[Int(trigger.process)]
      var feeds = process.feeds
      for row in ClosingConflicts.others(of: trigger.process, in: record, compiled.vocabulary) {
        let event = record.events[Int(row)]
        feeds.subtract(event.feeds)
        workspace.candidates.append(
          Candidate(
            event: row, at: event.at.precision == .absent ? .missing : event.at, counts: .yes,
            mayBelongElsewhere: false, feeds: event.feeds))
      }
      if process.closed.precision != .absent {
        workspace.candidates.append(
          Candidate(
            event: -1, at: process.closed, counts: .yes, mayBelongElsewhere: false, feeds: feeds))
      }
    }
    workspace.groupEnds.append(workspace.candidates.count)
  }

  /// Turns what was sent into one group for each of some roles; a role that is there more than once
  /// stands for as many people, each of whom needs a copy.
  ///
  /// A copy that names a broader role than the person's, or that is the only one for several people
  /// of a role, leaves open who received it.
  ///
  /// - Parameters:
  ///   - roles: the roles of those who are to receive it.
  ///   - start: what went out before it is no copy of this; absent for no such moment.
  ///   - record: the child's record.
  private mutating func groupByRecipient(
    _ roles: [Role], since start: Moment, _ record: ChildRecord
  ) {
    let sent = workspace.candidates
    workspace.candidates.removeAll(keepingCapacity: true)
    workspace.groupEnds.removeAll(keepingCapacity: true)
    var first = 0
    while first < roles.count {
      let role = roles[first]
      let people = roles[first...].prefix { $0 == role }.count
      first += people
      let copies = self.copies(of: sent, for: role, record)
      // Copies of one discussion are told from those of an earlier one by their time.
      let own = copies.sure.filter { !start.isKnown || !Judge.isBefore($0.at, start) }
      for person in 0..<people {
        if person == 0 {
          workspace.candidates += copies.sure
        } else if own.count >= people {
          workspace.candidates += own.dropFirst(person)
        } else {
          workspace.candidates += own.map { copy in
            var copy = copy
            (copy.counts, copy.doubt) = (.unknown, .attendanceIncomplete)
            return copy
          }
        }
        workspace.candidates += copies.doubtful
        workspace.groupEnds.append(workspace.candidates.count)
      }
    }
  }

  /// What was sent to a role for certain, the earliest first, and what may have been.
  private func copies(
    of sent: [Candidate], for role: Role, _ record: ChildRecord
  ) -> (sure: [Candidate], doubtful: [Candidate]) {
    var sure: [Candidate] = []
    var doubtful: [Candidate] = []
    for candidate in sent {
      var isAddressed = false
      for part in record.participations
      where part.event == candidate.event && part.part == .sentTo {
        isAddressed = true
        var copy = candidate
        if part.at.precision != .absent { copy.at = part.at }
        if compiled.vocabulary.role(part.role, fills: role) {
          sure.append(copy)
        } else if compiled.vocabulary.role(role, fills: part.role) {
          (copy.counts, copy.doubt) = (.unknown, .attendanceIncomplete)
          doubtful.append(copy)
        }
      }
      if !isAddressed {
        var copy = candidate
        copy.counts = .unknown
        doubtful.append(copy)
      }
    }
    sure.sort { Judge.isListedBefore($0.at, $1.at) }
    return (sure, doubtful)
  }

  /// The roles of those who attended an event, one for each person, in the order of the vocabulary.
  static func recipients(ofEvent event: Int32, in record: ChildRecord) -> [Role] {
    record.participations.filter { $0.event == event && $0.part == .attended }.map(\.role)
      .sorted { $0.index < $1.index }
  }
}
