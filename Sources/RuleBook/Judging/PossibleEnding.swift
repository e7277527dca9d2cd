import CaseModel
import Clocks

/// Something that may have ended a clock without satisfying it.
///
/// ``visitAll(of:_:_:_:_:_:)`` is the one definition of what ends a clock. The fast pass, the pass
/// over every reading and the flag for what was held after the closing all ask it.
struct PossibleEnding {
  /// The kinds of thing that end a clock.
  enum Cause {
    /// The child died.
    case death
    /// The child reached an age.
    case birthday
    /// A process closed.
    case closing
    /// A process of a kind opened.
    case opening
    /// An event happened.
    case event
  }

  /// What it is.
  let cause: Cause
  /// When it was; absent if it has not happened.
  let moment: Moment
  /// Other moments that the record gives for it; one of all of them holds.
  var others: [Moment] = []
  /// Reason why there are several.
  var doubt: Reason = .feedsDisagree
  /// Whether it ends the clock.
  let counts: Truth
  /// Reason why that is not known, where it is not.
  var countsDoubt: Reason = .valueMissing

  /// The fact of a death, a birthday, an opening or an event that is recorded without a date counts
  /// as one whose date is missing.
  private static func dated(_ moment: Moment) -> Moment {
    moment.precision == .absent ? .missing : moment
  }

  /// Visits all that may have ended a clock, in the order of the rule, the process that must be open
  /// last.
  ///
  /// - Parameters:
  ///   - edition: the edition of the rule.
  ///   - trigger: what is judged.
  ///   - feeds: what was delivered.
  ///   - scope: what conditions are asked about.
  ///   - start: when the clock started.
  ///   - record: the child's record.
  ///   - visit: gets each in turn, and says whether the next is wanted.
  @inline(__always)
  static func visitAll(
    of edition: CompiledEdition, _ trigger: JudgeTrigger, _ feeds: [Feed],
    _ scope: @autoclosure () -> ConditionScope, from start: Moment, _ record: ChildRecord,
    _ visit: (PossibleEnding) -> Bool
  ) {
    // A day that is not known may be one after the start.
    func isAfterStart(_ moment: Moment) -> Truth {
      moment.isKnown && start.isKnown ? CompiledCondition.isInOrder(start, moment) : .yes
    }
    for stop in edition.stops {
      switch stop.fact {
      case .childDied:
        guard visit(PossibleEnding(cause: .death, moment: record.died, counts: .yes)) else {
          return
        }
      case .childTurns(let age):
        guard record.born.isKnown else { continue }
        let birthday = Moment.day(record.born.civilDay.birthday(age))
        // Who died before reaching an age never reaches it.
        if Judge.isBefore(record.died, birthday) { continue }
        guard visit(PossibleEnding(cause: .birthday, moment: birthday, counts: .yes)) else {
          return
        }
      case .closed(let kind):
        guard visit(closing(of: kind, .yes, edition, trigger, from: start, record)) else { return }
      case .closedForReason(let kind):
        let counts = isClosedForReason(kind, stop, trigger, feeds, record)
        guard counts != .no else { continue }
        guard visit(closing(of: kind, counts, edition, trigger, from: start, record)) else {
          return
        }
      case .opened(let kind):
        for (row, process) in record.processes.enumerated()
        where process.kind == kind && Int32(row) != trigger.process {
          let isAfter = isAfterStart(process.opened)
          guard isAfter != .no else { continue }
          var own = scope()
          (own.process, own.at) = (Int32(row), process.opened)
          let ending = PossibleEnding(
            cause: .opening, moment: dated(process.opened),
            counts: Truth.and(isAfter, stop.filter?.truth(own, record) ?? .yes),
            countsDoubt: isAfter == .unknown ? .timeNeeded : .valueMissing)
          guard visit(ending) else { return }
        }
      case .happened(let type):
        for (row, event) in record.events.enumerated()
        where event.type == type && (event.state == .held || event.state == .unread)
          && Links.relation(of: event.process, to: trigger.process, in: record) != .foreign
        {
          let isAfter = isAfterStart(event.at)
          guard isAfter != .no else { continue }
          var own = scope()
          (own.process, own.event, own.at) = (event.process, Int32(row), event.at)
          let isRead: Truth = event.state == .held ? .yes : .unknown
          let ending = PossibleEnding(
            cause: .event, moment: dated(event.at),
            counts: Truth.and(
              isRead, Truth.and(isAfter, stop.filter?.truth(own, record) ?? .yes)),
            countsDoubt: isAfter == .unknown
              ? .timeNeeded : isRead == .unknown ? .rowSetAside : .valueMissing)
          guard visit(ending) else { return }
        }
      }
    }
    if let kind = edition.whileOpen {
      _ = visit(closing(of: kind, .yes, edition, trigger, from: start, record))
    }
  }

  /// The closing of the linked process of a kind.
  ///
  /// Where no process is linked, as in lists without keys, it may be that of any that was open.
  private static func closing(
    of kind: ProcessKind, _ counts: Truth, _ edition: CompiledEdition, _ trigger: JudgeTrigger,
    from start: Moment, _ record: ChildRecord
  ) -> PossibleEnding {
    guard let row = Links.process(of: kind, linkedTo: trigger.process, in: record) else {
      return PossibleEnding(
        cause: .closing, moment: .absent,
        others: ClosingConflicts.unlinked(kind, to: trigger.process, openOn: start.day, in: record),
        doubt: .linkUnclear, counts: counts)
    }
    let conflicts = ClosingConflicts.others(of: row, in: record, edition.vocabulary)
    return PossibleEnding(
      cause: .closing, moment: record.processes[Int(row)].closed,
      others: conflicts.isEmpty ? [] : conflicts.map { record.events[Int($0)].at },
      counts: counts)
  }

  /// Whether the linked process closed for one of the reasons of a stop.
  private static func isClosedForReason(
    _ kind: ProcessKind, _ stop: CompiledStop, _ trigger: JudgeTrigger, _ feeds: [Feed],
    _ record: ChildRecord
  ) -> Truth {
    guard let row = Links.process(of: kind, linkedTo: trigger.process, in: record) else {
      return .no
    }
    let process = record.processes[Int(row)]
    guard process.closeReason.isPresent else {
      // A closing without a reason is open, unless no export carries reasons at all.
      let isCarried = feeds.indices.contains {
        process.feeds.has(feed: $0) && feeds[$0].closeReasons.contains(kind)
      }
      return isCarried ? .unknown : .no
    }
    return Truth(stop.reasons.contains(process.closeReason))
  }
}
