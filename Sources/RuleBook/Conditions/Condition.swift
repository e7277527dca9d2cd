import CaseModel
import Clocks

/// A condition of a rule, over declared fields; read three-valued.
indirect enum Condition: Sendable, Hashable {
  /// The opposite holds.
  case not(Condition)
  /// All hold.
  case all([Condition])
  /// At least one holds.
  case any([Condition])
  /// An attribute of the event in question, or of its process, passes a test.
  case eventAttribute(Attribute, Test)
  /// An attribute of the linked process of a kind passes a test.
  case processAttribute(ProcessKind, Attribute, Test)
  /// The linked process of a kind was closed for one of these reasons.
  case closeReason(ProcessKind, [String])
  /// The process of a kind is open at the time in question.
  case isOpen(ProcessKind)
  /// The process of a kind is closed by the time in question.
  case isClosed(ProcessKind)
  /// The process of a kind has been open for longer than this at the time in question.
  case isOpenFor(ProcessKind, Limit)
  /// What came of the event in question is one of these.
  case outcome([String])
  /// There is an event of a type and state in the trigger's processes.
  case eventState(EventType, EventState)
  /// So many events were held up to the time in question.
  case count(EventQuery, Comparison, Int)
  /// The child has died.
  case childDied
  /// The child is not born yet at the time in question.
  case childUnborn
  /// The child's age in whole years at the time in question.
  case childAge(Comparison, Int)
  /// The event in question lies on a working day.
  case onWorkingDay

  /// Which events are counted.
  struct EventQuery: Sendable, Hashable {
    /// Their type.
    var type: EventType
    /// Whether all events of the child are looked at; else those of the trigger's processes, and
    /// those that nothing but their date ties to it.
    var isOfChild = false
    /// Which of them; nil for all.
    var filter: Condition?
    /// How long ago at most; nil for ever.
    var within: Limit?
  }

  /// How two numbers are compared.
  enum Comparison: String, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case greater = ">"

    /// The comparison that holds where this one does not; nil for equality.
    var opposite: Comparison? {
      switch self {
      case .less: .atLeast
      case .atMost: .greater
      case .equal: nil
      case .atLeast: .less
      case .greater: .atMost
      }
    }

    /// Whether a number stands so to another.
    func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .less: left < right
      case .atMost: left <= right
      case .equal: left == right
      case .atLeast: left >= right
      case .greater: left > right
      }
    }
  }

  /// What is asked of an attribute.
  enum Test: Sendable, Hashable {
    /// It is yes, or the flag is set.
    case isTrue
    /// It is no.
    case isFalse
    /// It is one of these words.
    case isOneOf([String])
    /// It is a number that compares so.
    case compares(Comparison, Int)
    /// The record has a value of it, whichever.
    case isRecorded
  }
}

/// What a record lets one say of a condition: yes, no, or not known.
///
/// Source: Kleene's strong three-valued logic.
public enum Truth: UInt8, Sendable {
  /// The record shows that it does not hold.
  case no
  /// The record does not say.
  case unknown
  /// The record shows that it holds.
  case yes

  /// What is known to be true or false.
  init(_ value: Bool) { self = value ? .yes : .no }

  /// Both hold.
  static func and(_ left: Truth, _ right: Truth) -> Truth {
    left.rawValue < right.rawValue ? left : right
  }

  /// At least one holds.
  static func or(_ left: Truth, _ right: Truth) -> Truth {
    left.rawValue > right.rawValue ? left : right
  }

  /// It does not hold.
  var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Whether it may hold.
  var mayHold: Bool { self != .no }

  /// Whether it may fail to hold.
  var mayFail: Bool { self != .yes }
}
