import CaseModel
import Output

extension RuleInputs {
  /// What a condition can come to at worst and at best, whatever the record holds.
  private struct Bounds {
    var lowest = Truth.no
    var highest = Truth.yes
    /// What no feed carries and would have to be known, in words.
    var gaps: [String] = []

    static func gap(_ words: String) -> Bounds {
      Bounds(lowest: .unknown, highest: .unknown, gaps: [words])
    }
  }

  /// Needs what the conditions of a rule ask about: where nobody carries it, every trigger would be
  /// *not evaluable*, one like the other.
  mutating func lookAtConditions(_ feeds: [Feed]) {
    for condition in [body.forEach.filter, body.condition].compactMap({ $0 }) {
      let bounds = bounds(condition, feeds)
      guard bounds.highest != .yes else { continue }
      for gap in bounds.gaps { add(gap) }
    }
  }

  /// What one would ask for to learn an attribute, in words.
  func words(_ attribute: Attribute) -> String {
    let word = vocabulary[attribute]
    let clause = RuleWords.clause(word.meaning)
    return switch word.type {
    case .flag, .truth: "whether \(clause)"
    case .code, .role, .number, .date, .limit: clause
    }
  }

  private func bounds(_ condition: Condition, _ feeds: [Feed]) -> Bounds {
    switch condition {
    case .not(let inner):
      let bounds = bounds(inner, feeds)
      return Bounds(
        lowest: bounds.highest.negated, highest: bounds.lowest.negated, gaps: bounds.gaps)
    case .all(let parts):
      let parts = parts.map { bounds($0, feeds) }
      return Bounds(
        lowest: parts.reduce(.yes) { Truth.and($0, $1.lowest) },
        highest: parts.reduce(.yes) { Truth.and($0, $1.highest) }, gaps: parts.flatMap(\.gaps))
    case .any(let parts):
      let parts = parts.map { bounds($0, feeds) }
      return Bounds(
        lowest: parts.reduce(.no) { Truth.or($0, $1.lowest) },
        highest: parts.reduce(.no) { Truth.or($0, $1.highest) }, gaps: parts.flatMap(\.gaps))
    case .eventAttribute(let attribute, .isRecorded),
      .processAttribute(_, let attribute, .isRecorded):
      guard !feeds.contains(where: { $0.attributes.contains(attribute) }) else { return Bounds() }
      var bounds = Bounds.gap(words(attribute))
      (bounds.lowest, bounds.highest) = (.no, .no)
      return bounds
    case .eventAttribute(let attribute, _), .processAttribute(_, let attribute, _):
      // A flag that is absent is known not to be set.
      let isKnown =
        vocabulary[attribute].type == .flag || feeds.contains { $0.attributes.contains(attribute) }
      return isKnown ? Bounds() : .gap(words(attribute))
    case .outcome:
      guard case .event(let type) = body.forEach.target else { return Bounds() }
      return feeds.contains { $0.outcomes.contains(type) }
        ? Bounds() : .gap("what came of \(English.one(vocabulary[type].name))")
    case .closeReason(let kind, _):
      guard !feeds.contains(where: { $0.closeReasons.contains(kind) }) else { return Bounds() }
      var bounds = Bounds.gap("why \(English.one(vocabulary[kind].name)) was closed")
      bounds.lowest = .no
      return bounds
    case .isOpen, .isClosed, .isOpenFor, .eventState, .count, .childDied, .childUnborn, .childAge,
      .onWorkingDay:
      return Bounds()
    }
  }
}
