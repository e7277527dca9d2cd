import CaseModel
import Clocks

/// One limit of a rule, with the condition under which it is the one that applies.
struct RuleTier: Sendable, Hashable {
  /// When the condition is read.
  enum Reading: Sendable, Hashable {
    /// When the clock starts.
    case atStart
    /// On the limit's own due day.
    case onDueDay
    /// Up to the limit's own due day.
    case byDueDay
  }

  /// The limit.
  var limit: LimitExpression
  /// When it applies; nil for `otherwise` and for a rule with one limit.
  var condition: Condition?
  /// When the condition is read.
  var reading: Reading = .atStart
}

/// When a clock runs out: one term, or the earliest or the latest of several.
struct LimitExpression: Sendable, Hashable {
  /// Which of the terms decides.
  enum Choice: Sendable, Hashable {
    /// There is one term only.
    case only
    /// The first of the days that they come to.
    case earliest
    /// The last of the days that they come to.
    case latest
  }

  /// Which of the terms decides.
  var choice: Choice
  /// The terms, at least one.
  var terms: [LimitTerm]

  /// Whether times are compared to the minute.
  var isElapsed: Bool { terms.contains { $0.isElapsed } }
}

/// One day or minute that a limit comes to.
struct LimitTerm: Sendable, Hashable {
  /// What the day is worked out from.
  enum Kind: Sendable, Hashable {
    /// So long after the clock's start.
    case afterStart(Limit)
    /// So long after another day.
    case after(Limit, DayAnchor)
    /// So long before another day.
    case before(Limit, DayAnchor)
    /// Another day itself.
    case on(DayAnchor)
    /// The date that the trigger or its process records.
    case recorded(Attribute)
    /// The time that the trigger or its process records after the start, never longer than a
    /// ceiling; without a record, the ceiling.
    case own(Attribute, ceiling: Limit?)
  }

  /// What the day is worked out from.
  var kind: Kind
  /// When the term counts; nil for always.
  var condition: Condition?

  /// Whether it counts hours.
  var isElapsed: Bool {
    switch kind {
    case .afterStart(let limit), .after(let limit, _), .before(let limit, _): limit.isElapsed
    case .own(_, let ceiling): ceiling?.isElapsed ?? false
    case .on, .recorded: false
    }
  }

  /// The plain limit after the clock's start, where it is one.
  var limit: Limit? {
    switch kind {
    case .afterStart(let limit): limit
    case .own(_, let ceiling): ceiling
    case .after, .before, .on, .recorded: nil
    }
  }
}

/// A day, other than the clock's start, that a limit is counted from.
enum DayAnchor: Sendable, Hashable {
  /// The child's birth.
  case childBorn
  /// The day on which an unborn child is expected.
  case childExpected
  /// A birthday of the child.
  case childTurns(Int)
  /// The opening of a process of a kind.
  case opened(ProcessKind)
  /// The closing of a process of a kind.
  case closed(ProcessKind)
  /// The first event of a type.
  case first(EventType)
  /// The last event of a type.
  case last(EventType)
  /// The date that the trigger or its process records; none where nothing is recorded.
  case recorded(Attribute)
}
