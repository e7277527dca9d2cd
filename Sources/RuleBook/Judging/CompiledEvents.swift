import CaseModel

/// The event that satisfies a rule, in the codes of a run.
///
/// A class, so that none of its lists is copied where a check looks at it.
final class CompiledSatisfier: Sendable {
  /// The groups of types that must each be satisfied: one group, or one for each type.
  let groups: [[EventType]]
  /// The types of all groups.
  let types: [EventType]
  /// Whether one of each type is needed.
  let needsAll: Bool
  /// Whether the second type only shows that the first has happened by then.
  let isShownLater: Bool
  /// Which of the counting events satisfies: 1 for the first.
  let ordinal: Int
  /// What counts; nil for every one that was held.
  let filter: CompiledCondition?
  /// Whether an event on the day of the start does not count.
  let isAfterStartDay: Bool
  /// Whether an event before the start counts too.
  let isAlsoBeforeStart: Bool
  /// Who must have been served.
  let recipients: RuleSatisfier.Recipients
  /// Whether each of some recipients must have been served.
  let isByRecipient: Bool
  /// Whether it must reach everybody who attended the trigger.
  let isToAllWhoAttended: Bool
  /// Whether one event may serve several triggers.
  let mayBeShared: Bool
  /// Whether it happens at most once in its process.
  let isOnce: Bool
  /// The kinds of process that one of the types opens or closes, with the type.
  let bounds: [(kind: ProcessKind, type: EventType, isClosing: Bool)]
  /// The same kinds as bits.
  let boundKinds: UInt64

  init(_ satisfier: RuleSatisfier, filter: CompiledCondition?, vocabulary: Vocabulary) {
    types = satisfier.types
    groups = satisfier.needsAll ? satisfier.types.map { [$0] } : [satisfier.types]
    needsAll = satisfier.needsAll
    isShownLater = satisfier.isShownLater
    ordinal = satisfier.ordinal
    self.filter = filter
    isAfterStartDay = satisfier.isAfterStartDay
    isAlsoBeforeStart = satisfier.isAlsoBeforeStart
    recipients = satisfier.recipients
    isByRecipient = satisfier.recipients != .none
    isToAllWhoAttended = satisfier.recipients == .allWhoAttended
    mayBeShared = satisfier.mayBeShared
    isOnce = satisfier.types.allSatisfy { vocabulary[$0].isOnce }
    bounds = satisfier.types.flatMap { vocabulary.bounds(of: $0) }
    boundKinds = bounds.reduce(0) { $0 | 1 << UInt64($1.kind.index & 63) }
  }
}

/// Something that ends a clock without satisfying it, in the codes of a run.
///
/// A class, so that none of its lists is copied where a check looks at it.
final class CompiledStop: Sendable {
  /// The dated fact.
  enum Fact: Sendable {
    case childDied
    case childTurns(Int)
    case closed(ProcessKind)
    case closedForReason(ProcessKind)
    case opened(ProcessKind)
    case happened(EventType)
  }

  /// The dated fact.
  let fact: Fact
  /// The close reasons that count, for a process that closed for one of them.
  let reasons: [Code]
  /// Which of the processes or events; nil for all.
  let filter: CompiledCondition?

  init(_ stop: RuleStop, filter: CompiledCondition?, codes: CodeBook) {
    var reasons: [Code] = []
    switch stop.fact {
    case .childDied: fact = .childDied
    case .childTurns(let age): fact = .childTurns(age)
    case .closed(let kind): fact = .closed(kind)
    case .closedFor(let kind, let words):
      fact = .closedForReason(kind)
      reasons = words.map { codes.code($0) }
    case .opened(let kind): fact = .opened(kind)
    case .happened(let type): fact = .happened(type)
    }
    self.reasons = reasons
    self.filter = filter
  }
}
