import CaseModel

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
}
