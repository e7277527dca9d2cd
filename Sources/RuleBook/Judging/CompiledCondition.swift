import CaseModel
import Clocks

/// A condition with its words turned into the codes and roles of a run.
indirect enum CompiledCondition: Sendable {
  case not(CompiledCondition)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case eventAttribute(Attribute, isFlag: Bool, Test)
  case processAttribute(ProcessKind, Attribute, isFlag: Bool, Test)
  case closeReason(ProcessKind, [Code])
  case isOpen(ProcessKind, openedBy: EventType)
  case isClosed(ProcessKind, openedBy: EventType)
  case isOpenFor(ProcessKind, openedBy: EventType, Limit)
  case outcome([Code])
  case eventState(EventType, home: ProcessKind?, EventState)
  case count(Query, Condition.Comparison, Int)
  case childDied
  case childUnborn
  case childAge(Condition.Comparison, Int)
  case onWorkingDay

  /// Which events are counted.
  struct Query: Sendable {
    var type: EventType
    var filter: CompiledCondition?
    var within: Limit?
    /// The kinds of process that the type opens or closes.
    var bounds: [(kind: ProcessKind, type: EventType, isClosing: Bool)] = []
    /// The kind of process that the type belongs to; nil for any.
    var home: ProcessKind?
    /// Whether all events of the child are counted; else those of the trigger.
    var isOfChild = false

    /// Whether what lies in a process is among what is counted.
    func belongs(
      _ process: Int32, at: Moment, _ scope: ConditionScope, _ record: ChildRecord
    ) -> Truth {
      isOfChild ? .yes : Belonging.truth(of: process, at: at, home, scope, record)
    }
  }

  /// What is asked of an attribute.
  enum Test: Sendable {
    case isTrue
    case isFalse
    case isOneOfCodes([Code])
    case isOneOfRoles([Role])
    case compares(Condition.Comparison, Int)
    case isRecorded
  }

  /// A condition in the codes of a run.
  init(_ condition: Condition, vocabulary: Vocabulary, codes: CodeBook) {
    func compile(_ condition: Condition) -> CompiledCondition {
      CompiledCondition(condition, vocabulary: vocabulary, codes: codes)
    }
    func compile(_ test: Condition.Test, of attribute: Attribute) -> Test {
      switch test {
      case .isTrue: .isTrue
      case .isFalse: .isFalse
      case .isOneOf(let words):
        vocabulary[attribute].type == .role
          ? .isOneOfRoles(words.compactMap { vocabulary.role($0) })
          : .isOneOfCodes(words.map { codes.code($0) })
      case .compares(let comparison, let number): .compares(comparison, number)
      case .isRecorded: .isRecorded
      }
    }
    switch condition {
    case .not(let inner): self = .not(compile(inner))
    case .all(let parts): self = .all(parts.map(compile))
    case .any(let parts): self = .any(parts.map(compile))
    case .eventAttribute(let attribute, let test):
      self = .eventAttribute(
        attribute, isFlag: vocabulary[attribute].type == .flag, compile(test, of: attribute))
    case .processAttribute(let kind, let attribute, let test):
      self = .processAttribute(
        kind, attribute, isFlag: vocabulary[attribute].type == .flag, compile(test, of: attribute))
    case .closeReason(let kind, let words):
      self = .closeReason(kind, words.map { codes.code($0) })
    case .isOpen(let kind): self = .isOpen(kind, openedBy: vocabulary[kind].openedBy)
    case .isClosed(let kind): self = .isClosed(kind, openedBy: vocabulary[kind].openedBy)
    case .isOpenFor(let kind, let limit):
      self = .isOpenFor(kind, openedBy: vocabulary[kind].openedBy, limit)
    case .outcome(let words): self = .outcome(words.map { codes.code($0) })
    case .eventState(let type, let state):
      self = .eventState(type, home: vocabulary.homes[type], state)
    case .count(let query, let comparison, let number):
      self = .count(
        Query(
          type: query.type, filter: query.filter.map(compile), within: query.within,
          bounds: vocabulary.bounds(of: query.type), home: vocabulary.homes[query.type],
          isOfChild: query.isOfChild),
        comparison, number)
    case .childDied: self = .childDied
    case .childUnborn: self = .childUnborn
    case .childAge(let comparison, let number): self = .childAge(comparison, number)
    case .onWorkingDay: self = .onWorkingDay
    }
  }
}

extension CompiledCondition.Test {
  /// What the values of an attribute let one say: it may have several, and one of them suffices; nil
  /// where the record has none.
  func truth(
    of name: Attribute, _ owner: AttributeRow.Owner, _ record: ChildRecord
  ) -> Truth? {
    var truth: Truth?
    for row in record.attributes where row.name == name && row.owner == owner {
      truth = Truth.or(truth ?? .no, self.truth(of: row.value, isFlag: false))
    }
    return truth
  }

  /// What a value lets one say; an absent flag is known to be false.
  func truth(of value: AttributeRow.Value?, isFlag: Bool) -> Truth {
    guard let value else {
      if case .isRecorded = self { return .no }
      guard isFlag else { return .unknown }
      return Truth(self.isFalseTest)
    }
    switch (self, value) {
    case (.isRecorded, .unreadable): return .unknown
    case (.isRecorded, _): return .yes
    case (.isTrue, .truth(let held)): return Truth(held)
    case (.isFalse, .truth(let held)): return Truth(!held)
    case (.isOneOfCodes(let codes), .code(let code)): return Truth(codes.contains(code))
    case (.isOneOfRoles(let roles), .role(let role)):
      return role == .unrecognised ? .unknown : Truth(roles.contains(role))
    case (.compares(let comparison, let number), .number(let held)):
      return Truth(comparison.holds(Int(held), number))
    default: return .unknown
    }
  }

  private var isFalseTest: Bool {
    if case .isFalse = self { return true }
    return false
  }
}
