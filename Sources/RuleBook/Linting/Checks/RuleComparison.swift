import Clocks

/// How much a local rule allows, held against a national one.
enum RuleComparison: Equatable {
  /// No more than the national one.
  case asStrict
  /// More: this much, against that much.
  case looser(String, than: String)
  /// The two cannot be compared, because of this.
  case incomparable(String)

  /// Compares two rules with the same trigger, the same start and the same units.
  init(_ local: RuleBody, _ national: RuleBody) {
    guard local.forEach == national.forEach else {
      self = .incomparable("they are applied to different things")
      return
    }
    guard local.starts == national.starts else {
      self = .incomparable("their clocks start differently")
      return
    }
    switch (local.requirement, national.requirement) {
    case (.deadline(let own, _), .deadline(let other, _)):
      self = RuleComparison.longer(own, other)
    case (.repeats(let first, let then, _), .repeats(let otherFirst, let otherThen, _)):
      self = RuleComparison.longer(first, otherFirst)
        .and(RuleComparison.longer(then, otherThen))
    case (.atMost(let own, let ownMore), .atMost(let other, let otherMore)):
      self =
        ownMore == otherMore
        ? RuleComparison.longer(own, other) : .incomparable("their extensions differ")
    case (.atMostInAny(let own, let window), .atMostInAny(let other, let otherWindow)):
      self =
        window == otherWindow
        ? RuleComparison.longer(own, other) : .incomparable("they look at different times")
    case (.atLeast(let own), .atLeast(let other)):
      self = RuleComparison.longer(other, own).turned
    case (.before(let own, _), .before(let other, _)):
      self = RuleComparison.longer(other, own).turned
    default: self = .incomparable("they ask for different kinds of things")
    }
  }

  /// The first of two answers that is not in order.
  private func and(_ other: RuleComparison) -> RuleComparison {
    switch (self, other) {
    case (.looser, _): self
    case (_, .looser): other
    case (.incomparable, _): self
    default: other
    }
  }

  /// The answer where the shorter is the looser.
  private var turned: RuleComparison {
    guard case .looser(let more, let less) = self else { return self }
    return .looser(less, than: more)
  }

  private static func longer(_ own: [RuleTier], _ other: [RuleTier]) -> RuleComparison {
    guard own.count == other.count,
      zip(own, other).allSatisfy({ $0.condition == $1.condition && $0.reading == $1.reading })
    else { return .incomparable("their tiers differ") }
    var answer = RuleComparison.asStrict
    for (own, other) in zip(own, other) { answer = answer.and(longer(own.limit, other.limit)) }
    return answer
  }

  private static func longer(_ own: LimitExpression, _ other: LimitExpression) -> RuleComparison {
    guard own.choice == other.choice, own.terms.count == other.terms.count,
      zip(own.terms, other.terms).allSatisfy({ $0.condition == $1.condition })
    else { return .incomparable("their limits are put together differently") }
    var answer = RuleComparison.asStrict
    for (own, other) in zip(own.terms, other.terms) {
      answer = answer.and(longer(own.kind, other.kind))
    }
    return answer
  }

  private static func longer(_ own: LimitTerm.Kind, _ other: LimitTerm.Kind) -> RuleComparison {
    if own == other { return .asStrict }
    switch (own, other) {
    case (.afterStart(let own), .afterStart(let other)): return longer(own, other)
    case (.after(let own, let day), .after(let other, let otherDay)) where day == otherDay:
      return longer(own, other)
    // So long before a day: the longer is the earlier and the stricter.
    case (.before(let own, let day), .before(let other, let otherDay)) where day == otherDay:
      return longer(other, own).turned
    case (.own(let field, let own?), .own(let otherField, let other?)) where field == otherField:
      return longer(own, other)
    default: return .incomparable("their limits are counted from different days")
    }
  }

  private static func longer(_ own: Limit, _ other: Limit) -> RuleComparison {
    guard own.unit == other.unit, own.countsFirstDay == other.countsFirstDay else {
      return .incomparable("\(own) and \(other) are different units")
    }
    return own.count > other.count ? .looser(own.description, than: other.description) : .asStrict
  }
}
