import CaseModel

/// A condition of a rule, over declared fields; read three-valued.
indirect enum Condition: Sendable, Hashable {
  /// The opposite holds.
  case not(Condition)
  /// All hold.
  case all([Condition])
  /// At least one holds.
  case any([Condition])
  /// An attribute of the event in question passes a test.
  case eventAttribute(Attribute, Test)
  /// An attribute of the linked process of a kind passes a test.
  case processAttribute(ProcessKind, Attribute, Test)
  /// The linked process of a kind was closed for one of these reasons.
  case closeReason(ProcessKind, [String])
  /// The process of a kind is open at the time in question.
  case isOpen(ProcessKind)
  /// The process of a kind is closed by the time in question.
  case isClosed(ProcessKind)
  /// The child has died.
  case childDied
  /// There is an event of a type and state in the trigger's processes.
  case eventState(EventType, EventState)

  /// What is asked of an attribute.
  enum Test: Sendable, Hashable {
    /// It is yes, or the flag is set.
    case isTrue
    /// It is no.
    case isFalse
    /// It is one of these words.
    case isOneOf([String])
  }
}
