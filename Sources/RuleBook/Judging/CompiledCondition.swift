import CaseModel

/// A condition with its words turned into the codes and roles of a run.
indirect enum CompiledCondition: Sendable {
  case not(CompiledCondition)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case eventAttribute(Attribute, isFlag: Bool, Test)
  case processAttribute(ProcessKind, Attribute, isFlag: Bool, Test)
  case closeReason(ProcessKind, [Code])
  case isOpen(ProcessKind)
  case isClosed(ProcessKind)
  case childDied
  case eventState(EventType, EventState)

  /// What is asked of an attribute.
  enum Test: Sendable {
    case isTrue
    case isFalse
    case isOneOfCodes([Code])
    case isOneOfRoles([Role])
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
    case .isOpen(let kind): self = .isOpen(kind)
    case .isClosed(let kind): self = .isClosed(kind)
    case .childDied: self = .childDied
    case .eventState(let type, let state): self = .eventState(type, state)
    }
  }
}

extension CompiledCondition.Test {
  /// What a value lets one say; an absent flag is known to be false.
  func truth(of value: AttributeRow.Value?, isFlag: Bool) -> Truth {
    guard let value else {
      guard isFlag else { return .unknown }
      return Truth(self.isFalseTest)
    }
    switch (self, value) {
    case (.isTrue, .truth(let held)): return Truth(held)
    case (.isFalse, .truth(let held)): return Truth(!held)
    case (.isOneOfCodes(let codes), .code(let code)): return Truth(codes.contains(code))
    case (.isOneOfRoles(let roles), .role(let role)):
      return role == .unrecognised ? .unknown : Truth(roles.contains(role))
    default: return .unknown
    }
  }

  private var isFalseTest: Bool {
    if case .isFalse = self { return true }
    return false
  }
}
