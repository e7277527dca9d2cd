import CaseModel
import Clocks
import Output

/// The words for the parts of a rule, for sentences that can be read aloud.
struct RuleWords {
  let vocabulary: Vocabulary

  /// The name of what triggers a rule.
  func name(_ target: RuleTrigger.Target) -> String {
    switch target {
    case .process(let kind): vocabulary[kind].name
    case .event(let type): vocabulary[type].name
    }
  }

  /// The name of a role.
  func name(_ role: Role) -> String { vocabulary[role]?.name ?? "somebody in a role not known" }

  /// A word of a pack with blanks for its underscores.
  static func plain(_ word: String) -> String { English.spaced(word) }

  /// A sentence of meaning as a clause: without its full stop and its capital.
  static func clause(_ meaning: String) -> String { English.clause(meaning) }

  /// A condition as a clause.
  func clause(_ condition: Condition) -> String {
    switch condition {
    case .not(let inner): negated(inner)
    case .all(let parts): English.list(parts.map(clause))
    case .any(let parts): firstRecorded(parts) ?? English.list(parts.map(clause), .or)
    case .eventAttribute(let attribute, let test): clause(attribute, test)
    case .processAttribute(_, let attribute, let test): clause(attribute, test)
    case .closeReason(let kind, let words):
      "the \(vocabulary[kind].name) was closed as \(English.list(words.map(RuleWords.plain), .or))"
    case .isOpen(let kind): "\(English.one(vocabulary[kind].name)) is open"
    case .isOpenFor(let kind, let limit):
      "the \(vocabulary[kind].name) has lasted longer than \(limit)"
    case .outcome(let words): "it came to \(English.list(words.map(RuleWords.plain), .or))"
    case .count(let query, let comparison, let number): clause(query, comparison, number)
    case .childUnborn: "the child is not born yet"
    case .childAge(let comparison, let number): RuleWords.clause(age: comparison, number)
    case .onWorkingDay: "it falls on a working day"
    case .isClosed(let kind): "the \(vocabulary[kind].name) is closed"
    case .childDied: "the child has died"
    case .eventState(let type, .notRequired):
      "\(English.one(vocabulary[type].name)) is recorded as not required"
    case .eventState(let type, let state): "\(English.one(vocabulary[type].name)) is \(state.word)"
    }
  }

  /// `the outcome is A or, where that is not recorded, B`: what is asked of a value, and of something
  /// else where the record does not have it; nil for alternatives of another shape.
  private func firstRecorded(_ parts: [Condition]) -> String? {
    guard parts.count == 2, case .all(let first) = parts[0], first.count == 2,
      case .all(let second) = parts[1], second.count == 2, second[0] == .not(first[0]),
      case .eventAttribute(let attribute, .isRecorded) = first[0],
      case .eventAttribute(attribute, _) = first[1]
    else { return nil }
    let instead: String
    if case .any(let others) = second[1] {
      instead = English.list(
        others.map { other in
          // What is also asked of the value that is not there leaves the answer open.
          guard case .all(let both) = other, both.count == 2, both[1] == first[1] else {
            return clause(other)
          }
          return "perhaps \(clause(both[0]))"
        }, .or)
    } else {
      instead = clause(second[1])
    }
    return "\(clause(first[1])) or, where that is not recorded, \(instead)"
  }

  /// What a condition denies, where it can only be said with "it is not so that"; nil where it has
  /// words of its own.
  static func denied(_ condition: Condition) -> Condition? {
    switch condition {
    case .not(.eventAttribute(let attribute, .isTrue)), .eventAttribute(let attribute, .isFalse):
      .eventAttribute(attribute, .isTrue)
    case .not(.processAttribute(let kind, let attribute, .isTrue)),
      .processAttribute(let kind, let attribute, .isFalse):
      .processAttribute(kind, attribute, .isTrue)
    case .not(let inner):
      switch inner {
      case .all, .any, .eventAttribute, .processAttribute, .closeReason, .outcome, .eventState,
        .childDied:
        inner
      case .not, .isOpen, .isClosed, .isOpenFor, .count, .childUnborn, .childAge, .onWorkingDay:
        nil
      }
    case .all, .any, .eventAttribute, .processAttribute, .closeReason, .isOpen, .isClosed,
      .isOpenFor, .outcome, .eventState, .count, .childDied, .childUnborn, .childAge,
      .onWorkingDay:
      nil
    }
  }

  private func negated(_ condition: Condition) -> String {
    switch condition {
    case .isOpenFor(let kind, let limit):
      return "the \(vocabulary[kind].name) has lasted no longer than \(limit)"
    case .childAge(let comparison, let number):
      return RuleWords.clause(age: comparison.opposite ?? comparison, number)
    case .count(let query, .atLeast, 1):
      let within = RuleWords.before(query.within)
      return "there was no \(vocabulary[query.type].name)\(qualifier(query))\(within)"
    case .isOpen(let kind): return "no \(vocabulary[kind].name) is open"
    case .childUnborn: return "the child is born"
    case .onWorkingDay: return "it falls on a day that is no working day"
    case .not(let inner): return clause(inner)
    case .all, .any, .eventAttribute, .processAttribute, .closeReason, .isClosed, .outcome,
      .eventState, .count, .childDied:
      return "it is not so that \(clause(condition))"
    }
  }

  private func clause(_ attribute: Attribute, _ test: Condition.Test) -> String {
    let word = vocabulary[attribute]
    switch test {
    case .isTrue: return RuleWords.clause(word.meaning)
    case .isFalse: return "it is not so that \(RuleWords.clause(word.meaning))"
    case .isOneOf(let values):
      let named = values.map { value in
        vocabulary.role(value).map { English.one(name($0)) } ?? RuleWords.plain(value)
      }
      return
        "the \(word.name) is \(English.list(word.type == .role ? named : values.map(RuleWords.plain), .or))"
    case .compares(let comparison, let number):
      return "the \(word.name) is \(RuleWords.phrase(comparison, "\(number)"))"
    case .isRecorded: return "the \(word.name) is recorded"
    }
  }

  /// Whose events are counted, and which of them.
  private func qualifier(_ query: Condition.EventQuery) -> String {
    (query.isOfChild ? " of the child" : "")
      + (query.filter.map { " where \(clause($0))" } ?? "")
  }

  private func clause(
    _ query: Condition.EventQuery, _ comparison: Condition.Comparison, _ number: Int
  ) -> String {
    let name = vocabulary[query.type].name
    let filter = qualifier(query)
    let within = RuleWords.before(query.within)
    if comparison == .atLeast, number == 1 {
      return "there was \(English.one(name))\(filter)\(within)"
    }
    let count = number == 1 ? "1 \(name)\(filter)" : "\(number) \(English.plural(name))\(filter)"
    let verb = number == 1 ? "was" : "were"
    switch comparison {
    case .atLeast: return "there were at least \(count)\(within)"
    case .greater: return "there \(verb) more than \(count)\(within)"
    case .equal: return "there \(verb) exactly \(count)\(within)"
    case .atMost: return "there \(verb) no more than \(count)\(within)"
    case .less: return "there were fewer than \(count)\(within)"
    }
  }

  /// ` in the 3 months before`.
  private static func before(_ limit: Limit?) -> String {
    guard let limit else { return "" }
    return limit.count == 1 ? " in the \(limit.unit.rawValue) before" : " in the \(limit) before"
  }

  /// A name with blanks for its hyphens: `court days`.
  static func spaced(_ name: String) -> String { English.spaced(name, for: "-") }

  private static func clause(age comparison: Condition.Comparison, _ number: Int) -> String {
    switch comparison {
    case .less: "the child is under \(number)"
    case .atMost: "the child is \(number) or under"
    case .equal: "the child is \(number)"
    case .atLeast: "the child is \(number) or over"
    case .greater: "the child is over \(number)"
    }
  }

  private static func phrase(_ comparison: Condition.Comparison, _ number: String) -> String {
    switch comparison {
    case .less: "less than \(number)"
    case .atMost: "\(number) or less"
    case .equal: number
    case .atLeast: "\(number) or more"
    case .greater: "more than \(number)"
    }
  }
}
