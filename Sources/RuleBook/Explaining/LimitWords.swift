import CaseModel
import Clocks
import Output

/// The words for limits: terms, tiers and the days that they are counted from.
struct LimitWords {
  let words: RuleWords

  /// `within 15 working days`, or one such phrase for each tier.
  func within(_ tiers: [RuleTier]) -> String {
    guard tiers.count > 1 || tiers.first?.condition != nil else {
      return tiers.first.map { phrase($0.limit) } ?? ""
    }
    return tiers.map(tier).joined(separator: "; ")
  }

  /// The same as a length of time: `72 hours`, `until the child's 18th birthday`.
  func lasting(_ tiers: [RuleTier]) -> String {
    tiers.map { tier in
      let phrase = self.tier(tier, of: tiers.count)
      for (start, other) in [
        ("within ", ""), ("by ", "until "), ("otherwise within ", "otherwise "),
        ("otherwise by ", "otherwise until "),
      ]
      where phrase.utf8.starts(with: start.utf8) {
        return other + String(decoding: phrase.utf8.dropFirst(start.utf8.count), as: UTF8.self)
      }
      return phrase
    }.joined(separator: "; ")
  }

  private func tier(_ tier: RuleTier, of count: Int) -> String {
    count == 1 && tier.condition == nil ? phrase(tier.limit) : self.tier(tier)
  }

  private func tier(_ tier: RuleTier) -> String {
    guard let condition = tier.condition else { return "otherwise \(phrase(tier.limit))" }
    let time =
      switch tier.reading {
      case .atStart: ""
      case .onDueDay: " on that day"
      case .byDueDay: " by that day"
      }
    return "\(phrase(tier.limit)) where \(words.clause(condition))\(time)"
  }

  /// `within 15 working days`, `by the day that is recorded`.
  func phrase(_ expression: LimitExpression) -> String {
    switch expression.choice {
    case .only: return phrase(expression.terms[0])
    case .earliest: return "\(list(expression)), whichever is sooner"
    case .latest: return "\(list(expression)), whichever is later"
    }
  }

  private func list(_ expression: LimitExpression) -> String {
    English.list(
      expression.terms.map { term in
        phrase(term) + (term.condition.map { " (where \(words.clause($0)))" } ?? "")
      }, .or)
  }

  private func phrase(_ term: LimitTerm) -> String {
    switch term.kind {
    case .afterStart(let limit):
      limit == .sameDay ? "on the same day" : "within \(limit)"
    case .after(.sameDay, let anchor): "by the day of \(name(anchor))"
    case .after(let limit, let anchor): "within \(limit) after \(name(anchor))"
    case .before(let limit, let anchor): "no later than \(limit) before \(name(anchor))"
    case .on(let anchor): "by \(name(anchor))"
    case .recorded(let attribute):
      "by \(English.clause(words.vocabulary[attribute].meaning))"
    case .own(let attribute, let ceiling):
      "within \(English.clause(words.vocabulary[attribute].meaning))"
        + (ceiling.map { ", and never later than \($0)" } ?? "")
    }
  }

  /// A day as a bare length or date: `16 weeks before the child is expected`.
  func day(_ term: LimitTerm) -> String {
    switch term.kind {
    case .afterStart(let limit): "\(limit) after the start"
    case .after(let limit, let anchor): "\(limit) after \(name(anchor))"
    case .before(let limit, let anchor): "\(limit) before \(name(anchor))"
    case .on(let anchor): name(anchor)
    case .recorded(let attribute), .own(let attribute, _):
      English.clause(words.vocabulary[attribute].meaning)
    }
  }

  private func name(_ anchor: DayAnchor) -> String {
    switch anchor {
    case .childBorn: "the child's birth"
    case .childExpected: "the day on which the child is expected"
    case .childTurns(let age): "the child's \(English.ordinal(age)) birthday"
    case .opened(let kind): "the start of the \(words.vocabulary[kind].name)"
    case .closed(let kind): "the end of the \(words.vocabulary[kind].name)"
    case .first(let type): "the first \(words.vocabulary[type].name)"
    case .last(let type): "the last \(words.vocabulary[type].name)"
    case .recorded(let attribute): English.clause(words.vocabulary[attribute].meaning)
    }
  }
}
